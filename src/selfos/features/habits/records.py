"""What is stored of a habit."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from selfos.features.tasks import LifeAreas, PlannedDay
from selfos.kernel.fields import Line, Minutes, Prose, Tags
from selfos.kernel.records import Indexed, Private, Record, SearchSpec
from selfos.kernel.recurrence import Repeats


class HabitStatus(StrEnum):
    """Where a habit stands."""

    ACTIVE = "active"
    PAUSED = "paused"
    ARCHIVED = "archived"


class Phase(BaseModel):
    """A stretch of a habit whose load grows: what is done each time from `starts` to `until`, both included."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    starts: PlannedDay
    until: PlannedDay
    what: Line
    duration_minutes: Minutes


Phases = Annotated[tuple[Phase, ...], Field(max_length=600)]


class Habit(
    Record,
    kind="habit",
    plural="habits",
    search=SearchSpec(title="title", text=("why",), keys=("tags", "life_areas", "status", "goal_id")),
):
    """Something done again and again: by `rrule` (RFC 5545, no DTSTART) from `starts` to `until`, both included."""

    title: Private[Line]
    why: Private[Prose] = ""
    rrule: Private[Repeats]
    duration_minutes: Indexed[Minutes | None] = Field(None, description="The longest session")
    starts: Indexed[PlannedDay | None] = None
    until: Indexed[PlannedDay | None] = None
    goal_id: Indexed[UUID | None] = None
    status: Indexed[HabitStatus] = HabitStatus.ACTIVE
    phases: Private[Phases] = ()
    life_areas: Private[LifeAreas] = ()
    tags: Private[Tags] = ()
