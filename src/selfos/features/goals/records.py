"""What is stored of a goal and its milestones."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from selfos.features.tasks import Attachments, LifeAreas, PlannedDay
from selfos.kernel.fields import Instant, Line, Prose, Share, Tags
from selfos.kernel.records import Derived, Indexed, Managed, Private, Record, SearchSpec


class GoalStatus(StrEnum):
    """Where a goal stands."""

    DRAFT = "draft"
    ACTIVE = "active"
    COMPLETED = "completed"
    ARCHIVED = "archived"


class MilestoneStatus(StrEnum):
    """Where a milestone stands."""

    OPEN = "open"
    DONE = "done"


Figure = Annotated[float, Field(ge=-1e15, le=1e15)]


class Metric(BaseModel):
    """A figure that tells success: where it began, where it shall be, where it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Line
    unit: Line | None = None
    start: Figure = 0.0
    target: Figure
    current: Figure | None = None


class Goal(
    Record,
    kind="goal",
    plural="goals",
    search=SearchSpec(title="title", text=("vision", "description"), keys=("tags", "life_areas", "status")),
):
    """Something to reach. `progress` follows its tasks and milestones."""

    title: Private[Line]
    vision: Private[Prose] = Field("", description="Why it matters")
    description: Private[Prose] = ""
    life_areas: Private[LifeAreas] = ()
    tags: Private[Tags] = ()
    status: Indexed[GoalStatus] = GoalStatus.DRAFT
    target_date: Indexed[PlannedDay | None] = None
    success_metrics: Private[Annotated[tuple[Metric, ...], Field(max_length=20)]] = ()
    media: Private[Attachments] = Field((), description="What inspires it")
    minutes_per_week: Private[Annotated[int, Field(ge=1, le=10_080)] | None] = None
    progress: Private[Derived[Share]] = 0.0
    completed_at: Indexed[Managed[Instant | None]] = None
    plans: Private[Managed[tuple[UUID, ...]]] = Field((), description="The previews that were applied")


class Milestone(
    Record,
    kind="milestone",
    plural="milestones",
    search=SearchSpec(title="title", text=("notes",), keys=("status", "goal_id")),
):
    """A point on the way to a goal."""

    goal_id: Indexed[UUID]
    title: Private[Line]
    notes: Private[Prose] = ""
    due: Indexed[PlannedDay | None] = None
    status: Indexed[MilestoneStatus] = MilestoneStatus.OPEN
    position: Indexed[Annotated[int, Field(ge=0, le=10_000)]] = 0
    completed_at: Indexed[Managed[Instant | None]] = None
