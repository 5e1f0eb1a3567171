"""Puts a plan together: facts, template and progression become milestones, tasks and habits."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from selfos.intelligence.builtin.planning import clauses, progress, remarks, things
from selfos.intelligence.builtin.planning.choose import SEVERAL, choose
from selfos.intelligence.builtin.planning.facts import read_facts
from selfos.intelligence.builtin.planning.horizon import Horizon, horizon_of
from selfos.intelligence.builtin.planning.model import GoalBrief, Plan, PlannedHabit, PlannedMilestone, PlannedTask
from selfos.intelligence.builtin.planning.progress import Context, Progress
from selfos.intelligence.builtin.planning.rhythm import fit, habit_of, load_of, sized
from selfos.intelligence.builtin.planning.running import running
from selfos.intelligence.builtin.planning.schedule import LONGEST_SESSION, Placed
from selfos.intelligence.builtin.planning.stages import end_day, lay_out, stages_of
from selfos.intelligence.builtin.planning.templates import Rhythm, Stage, Template
from selfos.intelligence.builtin.planning.wording import fill, holds, vocabulary

if TYPE_CHECKING:
    from selfos.kernel.search.ports import Encoder

_PROGRESSIONS: Mapping[str, Callable[[Context], Progress]] = {
    "": lambda _: Progress(),
    "running": running,
    "saving": progress.saving,
    "writing": progress.writing,
    "counting": progress.counting,
    "weight": progress.weight,
    "endurance": progress.endurance,
    "fluency": progress.fluency,
}
_REVIEW = Rhythm(
    do="Ten-minute look back: what moved, what is next, what can go",
    why="A plan is kept by looking at it; a missed week is moved, not made up.",
    every="2 weeks",
    minutes=10,
    days="SU",
)


def plan(brief: GoalBrief, encoder: "Encoder | None" = None) -> Plan:
    """A proposal for the goal; the same brief always gives the same plan.

    Without an `encoder` the template is chosen by words alone. Nothing lies before `brief.today` or after the target
    date; where that date has passed or is missing the plan proposes one and says so.
    """
    facts = read_facts(brief.title, brief.vision)
    template = choose(brief, facts, encoder)
    told = remarks.situations_in(brief)
    words = vocabulary(brief, facts, template, told)
    situated = [situation for situation in told if template.name not in situation.skip]
    horizon, timing, about_time = horizon_of(
        brief, template, things.minutes(facts.things) if template.name == SEVERAL else 0
    )
    grown = _PROGRESSIONS[template.progression](Context(horizon, facts, template, f"{brief.title}. {brief.vision}"))

    listed = things.stages(facts.things, horizon) if template.name == SEVERAL else []
    extra = [
        *(step for situation in situated for step in situation.steps),
        *clauses.steps_for(brief.vision, facts, remarks.telling(told), counts=bool(template.progression)),
    ]
    stages = stages_of(brief, template, (*listed, *grown.stages), extra, words)
    longest = min((s.longest for s in situated if s.longest), default=LONGEST_SESSION)
    wanted = _wanted(template, grown, horizon, longest, words)
    room = horizon.budget * template.habit_share if grown.rhythms else _room_for_habits(stages, horizon, template)
    habits, about_habits = _habits(wanted, room, horizon, review=template.review)
    habit_load = load_of(habits, horizon)
    placed, about_tasks = lay_out(stages, horizon, habit_load, longest)
    return Plan(
        template=template.name,
        starts=horizon.starts,
        ends=horizon.ends,
        buffer_from=min(horizon.buffer_from, horizon.ends),
        minutes_per_week=horizon.budget,
        milestones=(*_milestones(stages, placed, horizon), _finish(brief, template, horizon, words)),
        tasks=tuple(_task(stages, place, horizon) for place in placed),
        habits=tuple(habits),
        notes=(
            *timing,
            *remarks.personal(brief, facts, situated),
            *(fill(n, words) for n in template.notes),
            *grown.notes,
        ),
        warnings=(*about_time, *grown.warnings, *about_habits, *about_tasks),
        load=tuple(_load(habit_load, placed)),
    )


#: Minutes that each week keeps for a single task, as far as there are twice as many.
_ONE_TASK = 40


def _room_for_habits(stages: Sequence[Stage], horizon: Horizon, template: Template) -> float:
    """Minutes a week: the template's share, less where the single tasks need more.

    Where habits carry the plan they keep most of their share; where they only accompany it they may have to go.
    """
    single = sum(step.minutes for stage in stages for step in stage.steps if not step.optional)
    left = horizon.budget - 1.2 * single / horizon.work_weeks
    most = min(horizon.budget * template.habit_share, horizon.budget - min(_ONE_TASK, horizon.budget / 2))
    least = 0.7 * template.habit_share * horizon.budget if template.habit_share >= 0.5 else 0.0
    return min(max(left, least), most)


def _wanted(
    template: Template, grown: Progress, horizon: Horizon, longest: int, words: Mapping[str, str]
) -> list[Rhythm]:
    """The habits wished for, in the person's words, no session above what they can sit through."""
    held = [sized(rhythm, horizon.budget) for rhythm in template.rhythms if holds(rhythm, words)]
    short = [replace(rhythm, minutes=min(rhythm.minutes, longest)) for rhythm in held]
    return [replace(r, do=fill(r.do, words), why=fill(r.why, words)) for r in (*grown.rhythms, *short)]


def _habits(
    wanted: Sequence[Rhythm], room: float, horizon: Horizon, *, review: bool
) -> tuple[list[PlannedHabit], list[str]]:
    kept, dropped = fit(wanted, room, horizon.weeks)
    if review and horizon.weeks >= 4 and horizon.budget >= 90:
        kept, _ = fit([*kept, _REVIEW], room + _REVIEW.minutes, horizon.weeks)
    left_out = ", ".join(f"“{rhythm.do}”" for rhythm in dropped)
    said = [f"No room for {left_out} within {horizon.budget} minutes a week."] if left_out else []
    return [habit_of(rhythm, horizon) for rhythm in kept], said


def _milestones(stages: Sequence[Stage], placed: Sequence[Placed], horizon: Horizon) -> Iterator[PlannedMilestone]:
    """A stage ends on its day, or with its last task if that comes later."""
    day = 0
    for index, stage in enumerate(stages):
        last = max((place.day for place in placed if place.piece.stage == index), default=0)
        day = max(day, end_day(stage, horizon), last)
        yield PlannedMilestone(stage.title, horizon.date(day), stage.why)


def _finish(brief: GoalBrief, template: Template, horizon: Horizon, words: Mapping[str, str]) -> PlannedMilestone:
    wish = f"You wrote: “{brief.vision.strip()}”" if brief.vision.strip() else "Look back: is it what you wanted?"
    return PlannedMilestone(
        fill(template.finish, words), horizon.ends, f"{fill(template.finish_why, words)} {wish}".strip()
    )


def _task(stages: Sequence[Stage], place: Placed, horizon: Horizon) -> PlannedTask:
    piece = place.piece
    step = stages[piece.stage].steps[piece.rank]
    session = f" (session {piece.part} of {piece.parts})" if piece.parts > 1 else ""
    more = f"It may take {step.minutes} minutes in one go: borrow from a week with less." if piece.whole else ""
    return PlannedTask(
        title=step.do + session,
        notes=f"{step.note} {more}".strip() if piece.minutes < step.minutes else step.note,
        due=horizon.date(place.day),
        duration_minutes=piece.minutes,
        milestone=piece.stage,
        priority=step.priority,
        energy=step.energy,
    )


def _load(habit_load: Sequence[int], placed: Sequence[Placed]) -> list[int]:
    load = list(habit_load)
    for place in placed:
        load[place.day // 7] += place.piece.minutes
    return load
