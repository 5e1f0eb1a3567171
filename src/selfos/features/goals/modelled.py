"""A plan by a language model: milestones and steps are its own, the habits and the limits are the built-in plan's."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import Annotated, Any, Final, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from selfos.features.models import asker_of, models_of
from selfos.intelligence.builtin.planning import GoalBrief, Plan, PlannedMilestone, PlannedTask
from selfos.intelligence.models import Ask, ModelsUnavailable, Turn
from selfos.intelligence.prompts import prompt
from selfos.kernel.context import Context
from selfos.kernel.fields import Level, Line
from selfos.kernel.records import to_json

_SECONDS: Final = 40.0
_MOST_TOKENS: Final = 6000
_WEEK: Final = timedelta(days=7)

Words = Annotated[str, Field(max_length=1000)]


class Stage(BaseModel):
    """A milestone."""

    title: Line
    why: Words
    due: date


class Step(BaseModel):
    """A task; `milestone` is the place of its milestone, counted from 0. Priority 1 is the highest."""

    title: Line
    notes: Words
    due: date
    duration_minutes: Annotated[int, Field(ge=5, le=600)]
    milestone: Annotated[int, Field(ge=0)]
    priority: Level
    energy: Level


class BetterPlan(BaseModel):
    """What a model is asked for; the draft it belongs to says what it must keep to."""

    model_config = ConfigDict(extra="forbid")

    milestones: Annotated[tuple[Stage, ...], Field(min_length=1, max_length=12)]
    tasks: Annotated[tuple[Step, ...], Field(min_length=1, max_length=80)]


async def better_plan(context: Context, brief: GoalBrief, draft: Plan) -> tuple[Plan, str | None]:
    """The plan of a model and the model's name; the draft and None where none could be asked or none had a good one."""
    asker, models = asker_of(context), models_of(context.runtime)
    if not await models.available(asker):
        return draft, None
    words = prompt("decompose")
    system = words.render(
        starts=draft.starts.isoformat(), ends=_last_day(draft).isoformat(), minutes=str(draft.minutes_per_week)
    )
    given = to_json({"goal": asdict(brief), "draft": asdict(draft)}).decode()
    ask = Ask(
        (Turn("system", system), Turn("user", given)),
        answer=_form(draft),
        max_tokens=_MOST_TOKENS,
        deadline_seconds=_SECONDS,
        prompt=words.label,
    )
    try:
        reply = await models.reply(asker, "decompose", ask)
    except ModelsUnavailable:
        return draft, None
    return _planned(draft, reply.answer), f"{reply.provider}/{reply.model}"


def _form(draft: Plan) -> type[BetterPlan]:
    """The form with this draft's limits, so that a plan beyond them is told why and asked for once more."""

    class Fitting(BetterPlan):
        @model_validator(mode="after")
        def _fits(self) -> Self:
            _check(draft, self)
            return self

    Fitting.__name__ = BetterPlan.__name__
    return Fitting


def _check(draft: Plan, made: BetterPlan) -> None:
    for task in made.tasks:
        if task.milestone >= len(made.milestones):
            raise ValueError(f"there is no milestone {task.milestone}")
        if task.due > made.milestones[task.milestone].due:
            raise ValueError(f"a step is due on {task.due}, after its milestone")
    last = _last_day(draft)
    for day in (*(m.due for m in made.milestones), *(t.due for t in made.tasks)):
        if not draft.starts <= day <= last:
            raise ValueError(f"{day} is not from {draft.starts} to {last}")
    for week, minutes in enumerate(_load(draft, made.tasks)):
        if minutes > max(draft.minutes_per_week, draft.load[week] if week < len(draft.load) else 0):
            begins = draft.starts + week * _WEEK
            raise ValueError(f"the week from {begins} has {minutes} minutes, at most {draft.minutes_per_week} fit")


def _planned(draft: Plan, made: Any) -> Plan:
    return replace(
        draft,
        milestones=tuple(PlannedMilestone(title=m.title, date=m.due, why=m.why) for m in made.milestones),
        tasks=tuple(PlannedTask(**task.model_dump()) for task in made.tasks),
        load=_load(draft, made.tasks),
    )


def _load(draft: Plan, tasks: Iterable[Step]) -> tuple[int, ...]:
    """Minutes of each week: the habits of the draft and these tasks."""
    habits = Counter(dict(enumerate(draft.load)))
    habits.subtract(_by_week(draft, draft.tasks))
    taken = _by_week(draft, tasks)
    return tuple(max(0, habits[week]) + taken[week] for week in range(len(draft.load)))


def _by_week(draft: Plan, tasks: Iterable[Step | PlannedTask]) -> Counter[int]:
    minutes: Counter[int] = Counter()
    for task in tasks:
        minutes[(task.due - draft.starts) // _WEEK] += task.duration_minutes
    return minutes


def _last_day(draft: Plan) -> date:
    """The days of the buffer stay free."""
    return max(draft.starts, draft.buffer_from - timedelta(days=1))
