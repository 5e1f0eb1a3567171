"""A plan at the edge: previewed, perhaps edited by the person, and handed back to be applied."""

from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import BaseModel, Field

from selfos.features.habits import Phase, Phases
from selfos.features.tasks import PlannedDay
from selfos.intelligence.builtin import planning
from selfos.kernel.actions import Input
from selfos.kernel.errors import Invalid
from selfos.kernel.fields import Level, Line, Minutes, Prose
from selfos.kernel.ids import new_id
from selfos.kernel.recurrence import Repeats

_MAX_LINE: Final = 500

Remarks = Annotated[tuple[Prose, ...], Field(max_length=100)]
Load = Annotated[tuple[Annotated[int, Field(ge=0)], ...], Field(max_length=3000)]


class PlanMilestone(Input):
    """A point on the way, with the day it shall be reached."""

    title: Line
    due: PlannedDay | None = None
    why: Prose = ""


class PlanTask(Input):
    """A step. `milestone` is the place of its milestone in the plan's list, counted from 0."""

    title: Line
    notes: Prose = ""
    due: PlannedDay | None = None
    duration_minutes: Minutes | None = None
    milestone: Annotated[int, Field(ge=0)] | None = None
    priority: Level | None = None
    energy: Level | None = None


class PlanHabit(Input):
    """Something done again and again on the way."""

    title: Line
    why: Prose = ""
    rrule: Repeats
    duration_minutes: Minutes | None = None
    starts: PlannedDay | None = None
    until: PlannedDay | None = None
    phases: Phases = ()


class Plan(Input):
    """Milestones, tasks and habits on the calendar.

    `load[k]` is the minutes of the seven days from `starts` + 7k; the days from `buffer_from` on are kept free of
    tasks. `id` makes sure that a plan is applied once. `found_by` names the language model that made it, null for the
    built-in engine.
    """

    id: UUID
    template: Line | None = None
    found_by: Line | None = None
    starts: PlannedDay | None = None
    ends: PlannedDay | None = None
    buffer_from: PlannedDay | None = None
    minutes_per_week: Annotated[int, Field(ge=0, le=10_080)] | None = None
    milestones: Annotated[tuple[PlanMilestone, ...], Field(max_length=100)] = ()
    tasks: Annotated[tuple[PlanTask, ...], Field(max_length=500)] = ()
    habits: Annotated[tuple[PlanHabit, ...], Field(max_length=50)] = ()
    notes: Remarks = ()
    warnings: Remarks = ()
    load: Load = ()

    def check(self) -> None:
        """Raises Invalid where a task names a milestone that is not in the plan."""
        for place, task in enumerate(self.tasks):
            if task.milestone is not None and task.milestone >= len(self.milestones):
                raise Invalid("the plan has no such milestone", field=f"plan.tasks.{place}.milestone")


def preview(made: planning.Plan, found_by: str | None = None) -> Plan:
    """A plan as it is shown."""
    return Plan(
        id=new_id(),
        template=made.template or None,
        found_by=found_by,
        starts=made.starts,
        ends=made.ends,
        buffer_from=made.buffer_from,
        minutes_per_week=made.minutes_per_week,
        milestones=tuple(PlanMilestone(title=_line(m.title), due=m.date, why=m.why) for m in made.milestones),
        tasks=tuple(PlanTask(**_fields(task, PlanTask)) for task in made.tasks),
        habits=tuple(PlanHabit(**_habit(habit)) for habit in made.habits),
        notes=made.notes,
        warnings=made.warnings,
        load=made.load,
    )


def _habit(habit: planning.PlannedHabit) -> dict[str, Any]:
    phases = tuple(Phase(**_fields(phase, Phase)) for phase in habit.phases)
    return _fields(habit, PlanHabit) | {"phases": phases}


def _fields(made: object, model: type[BaseModel]) -> dict[str, Any]:
    values = {name: getattr(made, name) for name in model.model_fields}
    return values | {name: _line(values[name]) for name in ("title", "what") if name in values}


def _line(text: str) -> str:
    """One line of a plan: a goal's own long title may stand in it."""
    line = " ".join(text.split())
    return line if len(line) <= _MAX_LINE else line[: _MAX_LINE - 1].rstrip() + "…"
