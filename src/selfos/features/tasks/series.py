"""Repeating tasks: what the next occurrence looks like."""

from datetime import date, datetime, time, timedelta
from typing import Any, Final

from selfos.features.tasks.records import FIRST_DAY, LAST_DAY, Task
from selfos.features.tasks.times import ENDS, zone_of
from selfos.kernel.records import BASE_FIELDS
from selfos.kernel.recurrence import RecurrenceRule, Span, moment_of, wall

ANCHORS: Final = ("rrule", "repeat_after", "timezone", *(name for end in ENDS for name in end))
"""Fields that, set anew, begin the series anew."""
_OF_ONE: Final = frozenset({*BASE_FIELDS, "status", "completed_at", "depends_on", "follows_id", "occurrence"})


def next_values(task: Task, completed: datetime) -> dict[str, Any] | None:
    """The fields of the occurrence after `task`, completed at `completed`; None where nothing follows."""
    if task.rrule:
        placed = _by_rule(task, RecurrenceRule.parse(task.rrule), completed)
    elif task.repeat_after:
        placed = _after_completion(task, Span.parse(task.repeat_after), completed)
    else:
        return None
    return None if placed is None else carried(task) | placed


def carried(task: Task) -> dict[str, Any]:
    """What the next occurrence of a task has in common with it: all but what belongs to this one alone."""
    return {name: value for name, value in task.__dict__.items() if name not in _OF_ONE} | {"follows_id": task.id}


def nominal(task: Task) -> datetime | None:
    """The wall time its series goes on from, which postponing leaves alone; midnight where it has no clock time."""
    if task.occurrence is not None:
        return task.occurrence
    day, moment = _leading(task)
    if moment is not None:
        return wall(moment, zone_of(task))
    return datetime.combine(day, time()) if day else None


def first_day(task: Task) -> date | None:
    """The day that leads its place in time: the due day, else the day of its start."""
    return task.due or task.start


def days_between(task: Task, successor: Task) -> timedelta:
    """How much later the second one is."""
    old, new = first_day(task), first_day(successor)
    return new - old if old and new else timedelta()


def shifted(task: Task, by: timedelta) -> dict[str, Any]:
    """Its days and moments so much later, at the same clock times; never out of the calendar."""
    values: dict[str, Any] = {}
    for day, moment in ENDS:
        if (old := getattr(task, day)) is not None:
            values[day] = new = min(max(old + by, FIRST_DAY), LAST_DAY)
            if at := getattr(task, moment):
                values[moment] = moment_of(datetime.combine(new, wall(at, zone_of(task)).time()), zone_of(task))
    return values


def _by_rule(task: Task, rule: RecurrenceRule, completed: datetime) -> dict[str, Any] | None:
    """The first occurrence that is still to come, seen both from the one completed and from now."""
    zone = zone_of(task)
    now = wall(completed, zone)
    today = datetime.combine(now.date(), time())
    start, timed = nominal(task) or today, rule.has_clock or _leading(task)[1] is not None
    found = rule.after(start, max(start, now if timed else today), zone)
    if found is None or found[0].date() > LAST_DAY:
        return None
    moment, rest = found
    return _placed(task, moment, timed=timed) | {"rrule": str(rest), "occurrence": moment}


def _after_completion(task: Task, span: Span, completed: datetime) -> dict[str, Any]:
    zone, meant = zone_of(task), nominal(task)
    target = wall(moment_of(wall(completed, zone) + span.calendar, zone) + span.clock, zone)
    timed = _leading(task)[1] is not None
    if timed and meant and not span.clock:
        target = datetime.combine(target.date(), meant.time())
    return _placed(task, target, timed=timed or bool(span.clock))


def _placed(task: Task, moment: datetime, *, timed: bool) -> dict[str, Any]:
    """The task with its leading end at this wall time, and the other end as many days away as before."""
    old, zone = first_day(task), zone_of(task)
    values = shifted(task, moment.date() - old) if old else {}
    day_name, moment_name = ENDS[0] if task.due or not old else ENDS[1]
    at = moment_of(moment, zone) if timed else None
    return values | {day_name: wall(at, zone).date() if at else moment.date(), moment_name: at}


def _leading(task: Task) -> tuple[date | None, datetime | None]:
    return (task.due, task.due_at) if task.due else (task.start, task.start_at)
