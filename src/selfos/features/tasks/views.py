"""Views: what to do today, and what is coming up."""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import Field

from selfos.features.profile import profile_of
from selfos.features.tasks import queries
from selfos.features.tasks.records import Task, TaskStatus
from selfos.features.tasks.service import actions
from selfos.kernel import clock
from selfos.kernel.actions import Input, Output
from selfos.kernel.context import Context
from selfos.kernel.recurrence import moment_of, wall
from selfos.kernel.zones import Zone

_NO_CLOCK: Final = datetime.max.replace(tzinfo=UTC)
_NO_PRIORITY: Final = 6
_READY: Final = 10
"""How many undated tasks are offered."""


class Reason(StrEnum):
    """Why a task is in the view of today, in the order of the view."""

    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    STARTED = "started"
    READY = "ready"


class TodayQuery(Input):
    """Whose today."""

    timezone: Zone | None = Field(None, description="Your profile's zone where absent")


class TodayItem(Output):
    """A task, and why it is here."""

    reason: Reason
    task: Task
    blocked_by: list[UUID] = Field(description="Ids of open tasks it depends on")


class Today(Output):
    """What is overdue, due today, begun, and ready to be taken up, in this order."""

    day: date
    timezone: str
    items: list[TodayItem]


class UpcomingQuery(TodayQuery):
    """How far to look."""

    days: int = Field(7, ge=1, le=366)


class UpcomingDay(Output):
    """The tasks of one day."""

    day: date
    tasks: list[Task]


class Upcoming(Output):
    """The days to come that have tasks, from today on."""

    first: date
    last: date
    timezone: str
    days: list[UpcomingDay]


@actions.reads("today", path="/tasks/views/today", input=TodayQuery, output=Today)
async def today(context: Context, given: TodayQuery) -> Today:
    """What to do today: overdue, due, begun, and the most important of what has no date."""
    zone = await _zone(context, given)
    now = clock.now()
    day = wall(now, zone).date()
    day_end = moment_of(datetime.combine(day + timedelta(days=1), time()), zone)
    found = [
        (reason, task)
        for task in await queries.current(context, day, day_end)
        if (reason := _reason(task, now, day, day_end))
    ]
    found += [(Reason.READY, task) for task in await queries.undated(context, 3 * _READY)]
    waiting = await queries.waiting_for(context, [task for _, task in found])
    ready = [task.id for reason, task in found if reason is Reason.READY and not waiting[task.id]][:_READY]
    shown = [(reason, task) for reason, task in found if reason is not Reason.READY or task.id in ready]
    shown.sort(key=lambda pair: _place(*pair))
    items = [TodayItem(reason=r, task=t, blocked_by=waiting[t.id]) for r, t in shown]
    return Today(day=day, timezone=zone.key, items=items)


@actions.reads("upcoming", path="/tasks/views/upcoming", input=UpcomingQuery, output=Upcoming)
async def upcoming(context: Context, given: UpcomingQuery) -> Upcoming:
    """What is due, or begins, on the days to come."""
    zone = await _zone(context, given)
    first = wall(clock.now(), zone).date()
    last = first + timedelta(days=given.days - 1)
    days: dict[date, list[Task]] = {}
    # a moment may fall on the day before or after in another zone than the task's own
    for task in await queries.between(context, first - timedelta(days=1), last + timedelta(days=1)):
        day = _day(task, zone)
        if day is not None and first <= day <= last:
            days.setdefault(day, []).append(task)
    listed = [UpcomingDay(day=day, tasks=sorted(days[day], key=_within_day)) for day in sorted(days)]
    return Upcoming(first=first, last=last, timezone=zone.key, days=listed)


async def _zone(context: Context, given: TodayQuery) -> ZoneInfo:
    if given.timezone:
        return ZoneInfo(given.timezone)
    profile = await profile_of(context.runtime, context.space_id, context.principal.account_id)
    return profile.zone


def _reason(task: Task, now: datetime, day: date, day_end: datetime) -> Reason | None:
    if task.due_at and task.due_at < day_end:
        return Reason.OVERDUE if task.due_at < now else Reason.DUE_TODAY
    if task.due and not task.due_at and task.due <= day:
        return Reason.OVERDUE if task.due < day else Reason.DUE_TODAY
    begun = task.start_at <= now if task.start_at else task.start is not None and task.start <= day
    return Reason.STARTED if begun or task.status is TaskStatus.IN_PROGRESS else None


def _place(reason: Reason, task: Task) -> tuple[int, date, datetime, int, float]:
    """By reason; what is overdue longest comes first."""
    day = task.due if reason is Reason.OVERDUE and task.due else date.min
    return (list(Reason).index(reason), day, *_within_day(task))


def _within_day(task: Task) -> tuple[datetime, int, float]:
    """By clock time, then what has none by priority, then in manual order."""
    return (task.due_at or task.start_at or _NO_CLOCK, task.priority or _NO_PRIORITY, task.rank)


def _day(task: Task, zone: ZoneInfo) -> date | None:
    """Its day as seen from a zone."""
    at = task.due_at if task.due else task.start_at
    return wall(at, zone).date() if at else task.due or task.start
