"""What is stored of a task."""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Final
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from selfos.kernel import clock
from selfos.kernel.fields import Day, Instant, Level, Line, Minutes, Prose, Tags, WallTime
from selfos.kernel.records import Indexed, Managed, Private, Record, SearchSpec
from selfos.kernel.recurrence import RepeatAfter, Repeats
from selfos.kernel.vocabulary import LifeArea
from selfos.kernel.zones import Zone

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2399, 12, 31)
_ONE: Final = timedelta(days=1)


class TaskStatus(StrEnum):
    """Where a task stands."""

    TODO = "todo"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        """Whether it still waits to be done."""
        return self in OPEN


OPEN: Final = frozenset({TaskStatus.TODO, TaskStatus.IN_PROGRESS})


def _planned_day(day: date) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"must lie between {FIRST_DAY} and {LAST_DAY}")
    return day


def _planned_moment(moment: datetime) -> datetime:
    # a day more on either side, for what is already or still another day in some zone
    if not FIRST_DAY - _ONE <= moment.astimezone(UTC).date() <= LAST_DAY + _ONE:
        raise ValueError(f"must lie between {FIRST_DAY} and {LAST_DAY}")
    return moment


def _unique(ids: tuple[UUID, ...]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(ids))


PlannedDay = Annotated[Day, AfterValidator(_planned_day)]
"""A local day that plans may name."""
PlannedMoment = Annotated[Instant, AfterValidator(_planned_moment)]

Link = Annotated[str, Field(max_length=2000, pattern=r"^https?://[^\s/]\S*$", examples=["https://example.org/plan"])]
"""A web address."""


class Attachment(BaseModel):
    """Something that belongs to a record: a stored item by its id, or a web address."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: UUID | None = None
    url: Link | None = None
    title: Line | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> "Attachment":
        if (self.id is None) == (self.url is None):
            raise ValueError("must have an id or a url, and not both")
        return self


Attachments = Annotated[tuple[Attachment, ...], Field(max_length=50)]
People = Annotated[tuple[Line, ...], Field(max_length=50)]
LifeAreas = Annotated[tuple[LifeArea, ...], Field(max_length=len(LifeArea))]
TaskIds = Annotated[tuple[UUID, ...], AfterValidator(_unique), Field(max_length=100)]


class Task(
    Record,
    kind="task",
    plural="tasks",
    search=SearchSpec(
        title="title",
        text=("notes",),
        keys=(
            *("tags", "life_areas", "people", "status", "priority", "energy"),
            *("project_id", "goal_id", "milestone_id", "parent_id", "assignee_id"),
        ),
    ),
):
    """Something to do.

    `due` and `start` are days of `timezone` (UTC where there is none); `due_at` and `start_at` are set only where a
    clock time was given, and then fall on those days. `rrule` repeats by the calendar, `repeat_after` from completion.
    """

    title: Private[Line]
    notes: Private[Prose] = ""
    status: Indexed[TaskStatus] = TaskStatus.TODO
    priority: Indexed[Level | None] = Field(None, description="1 to 5, 1 the highest")
    energy: Indexed[Level | None] = Field(None, description="1 to 5, what it takes out of one")
    duration_minutes: Indexed[Minutes | None] = None
    due: Indexed[PlannedDay | None] = None
    due_at: Indexed[PlannedMoment | None] = None
    start: Indexed[PlannedDay | None] = None
    start_at: Indexed[PlannedMoment | None] = None
    timezone: Private[Zone | None] = None
    rrule: Private[Repeats | None] = None
    repeat_after: Private[RepeatAfter | None] = None
    parent_id: Indexed[UUID | None] = Field(None, description="The task it is a part of")
    depends_on: Private[TaskIds] = Field((), description="Tasks that must be done before")
    project_id: Indexed[UUID | None] = None
    goal_id: Indexed[UUID | None] = None
    milestone_id: Indexed[UUID | None] = None
    assignee_id: Indexed[UUID | None] = Field(None, description="The member of the space who does it")
    thought_id: Indexed[UUID | None] = Field(None, description="The thought it came from")
    suggestion_id: Indexed[UUID | None] = Field(None, description="The suggestion it came from")
    life_areas: Private[LifeAreas] = ()
    tags: Private[Tags] = ()
    people: Private[People] = ()
    attachments: Private[Attachments] = ()
    completed_at: Indexed[Managed[Instant | None]] = None
    rank: Indexed[Managed[float]] = Field(
        default_factory=lambda: clock.now().timestamp(), description="Manual order, ascending"
    )
    follows_id: Indexed[Managed[UUID | None]] = Field(None, description="The occurrence it is the next of")
    occurrence: Private[Managed[WallTime | None]] = Field(
        None, description="The wall time this occurrence of the series was meant for, postponed or not"
    )
