"""Adding a task by one line of words."""

from datetime import date, datetime
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import Field, JsonValue

from selfos.features.profile import profile_of
from selfos.features.projects import project_named
from selfos.features.quick_add.reading import ReadLine
from selfos.features.tasks import PlannedMoment, Task
from selfos.kernel import clock
from selfos.kernel.actions import ActionSet, Input, Output
from selfos.kernel.context import Context
from selfos.kernel.fields import Line
from selfos.kernel.vocabulary import LifeArea
from selfos.kernel.zones import Zone

actions = ActionSet("quick_add")
_EXAMPLE: Final = {"text": "call mum every other sunday at 6pm #family !high ~30m", "timezone": "Europe/Berlin"}


class QuickAddLine(Input):
    """A line to read: `#tag @person /project !high ~30m ^area`, and words of time."""

    text: Line
    timezone: Zone | None = Field(None, description="Where its times are meant; your profile's zone where absent")
    now: PlannedMoment | None = Field(None, description="What `tomorrow` counts from; the present where absent")


class QuickAddTask(QuickAddLine):
    """A line to make a task of."""

    id: UUID | None = Field(None, description="A UUID chosen by the client for the task")


class QuickAddSpan(Output):
    """The characters from `start` to `end` of the line, and the field they became."""

    field: str
    start: int
    end: int
    text: str
    value: JsonValue


class QuickAddPreview(Output):
    """The task that the line makes; moments are on the clock of `timezone`, `confidence` is that of its times."""

    text: str
    title: str
    start: date | None
    start_at: datetime | None
    due: date | None
    due_at: datetime | None
    timezone: str | None
    duration_minutes: int | None
    rrule: str | None
    repeat_after: str | None
    priority: int | None
    tags: tuple[str, ...]
    people: tuple[str, ...]
    life_areas: tuple[LifeArea, ...]
    project: str | None
    confidence: float
    spans: tuple[QuickAddSpan, ...]


@actions.reads(
    "preview",
    method="POST",
    path="/quick-add/preview",
    input=QuickAddLine,
    output=QuickAddPreview,
    scope="tasks:read",
    example=_EXAMPLE,
)
async def preview(context: Context, given: QuickAddLine) -> QuickAddPreview:
    """Show what a line would become, without keeping anything."""
    line = await _read(context, given)
    said = line.said
    return QuickAddPreview(
        text=line.text,
        project=said.project,
        confidence=round(said.when.confidence, 3),
        spans=tuple(QuickAddSpan(**_span(part)) for part in said.parts),
        **line.task_values(),
    )


@actions.writes(
    "add", path="/quick-add", input=QuickAddTask, output=Task.spec, status=201, scope="tasks:write", example=_EXAMPLE
)
async def add(context: Context, given: QuickAddTask) -> Task:
    """Make a task of a line, with its words as notes; a project that does not exist yet is made along with it."""
    line = await _read(context, given)
    project = await project_named(context.unit, line.said.project) if line.said.project else None
    chosen = {"id": given.id} if given.id else {}
    return context.unit.create(
        Task, **line.task_values(), **chosen, notes=line.notes, project_id=project.id if project else None
    )


async def _read(context: Context, given: QuickAddLine) -> ReadLine:
    if given.timezone:
        zone = ZoneInfo(given.timezone)
    else:
        zone = (await profile_of(context.runtime, context.space_id, context.principal.account_id)).zone
    return ReadLine.of(given.text, given.now or clock.now(), zone)


def _span(part: Any) -> dict[str, Any]:
    value = part.value
    told = value.isoformat() if isinstance(value, date) else value
    return {"field": part.field, "start": part.start, "end": part.end, "text": part.text, "value": told}
