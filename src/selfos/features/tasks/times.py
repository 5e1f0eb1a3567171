"""Keeping the day, the moment and the zone of a task in step."""

from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from selfos.features.tasks.records import FIRST_DAY, LAST_DAY, Task
from selfos.kernel.errors import Invalid
from selfos.kernel.recurrence import moment_of, wall

ENDS: Final = (("due", "due_at"), ("start", "start_at"))
"""The two ends of a task in time: the field of the day and that of the moment."""


def zone_of(task: Task) -> ZoneInfo:
    """The zone its days are days of."""
    return ZoneInfo(task.timezone or "UTC")


def agreed(task: Task, before: Task | None) -> dict[str, Any]:
    """The fields to replace so that each day is the local date of its moment.

    What was changed leads: a new moment brings its day, a new day keeps the clock time, a day taken away takes the
    moment along, a new zone keeps the moments. Raises Invalid where a new day and a new moment contradict each other.
    """
    changes: dict[str, Any] = {}
    for day, moment in ENDS:
        changes |= _agreed(task, before, day, moment)
    return changes


def _agreed(task: Task, before: Task | None, day: str, moment: str) -> dict[str, Any]:
    at: datetime | None = getattr(task, moment)
    if at is None:
        return {}
    zone, wanted = zone_of(task), getattr(task, day)
    local = wall(at, zone)
    if local.date() == wanted:
        return {}
    new_day = wanted != getattr(before, day, None)
    new_moment = at != getattr(before, moment, None)
    if new_day and not new_moment:
        moved = None if wanted is None else moment_of(datetime.combine(wanted, local.time()), zone)
        return {moment: moved}
    if new_day and wanted is not None:
        raise Invalid(f"must be the day of {moment} in the task's time zone", field=day)
    if not FIRST_DAY <= local.date() <= LAST_DAY:
        raise Invalid(f"must lie between {FIRST_DAY} and {LAST_DAY} in the task's time zone", field=moment)
    return {day: local.date()}
