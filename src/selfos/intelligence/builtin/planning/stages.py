"""The stages of one plan, and their tasks laid into the weeks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import median_low

from selfos.intelligence.builtin.planning.horizon import Horizon
from selfos.intelligence.builtin.planning.model import GoalBrief
from selfos.intelligence.builtin.planning.schedule import Piece, Placed, place, select, split
from selfos.intelligence.builtin.planning.templates import Stage, Step, Template
from selfos.intelligence.builtin.planning.wording import fitted, holds

_SHORT = 45


def stages_of(
    brief: GoalBrief, template: Template, added: Sequence[Stage], extra: Sequence[Step], words: Mapping[str, str]
) -> list[Stage]:
    """In order of their time, without those the person has already.

    `added` are the stages of progression and things listed; `extra` steps, which the person's situation asks for,
    follow the first step of all.
    """
    stages = [fitted(stage, words) for stage in (*added, *template.stages) if holds(stage, words)]
    stages = [stage for stage in stages if not _exists(stage.title, brief.milestones)] or stages[:1]
    stages.sort(key=lambda stage: stage.at)
    first, *rest = stages
    kept = fitted(replace(first, steps=tuple(extra)), words).steps
    begin = [replace(step, note=_with_words(step.note, brief.vision)) for step in first.steps[:1]]
    return [replace(first, steps=(*begin, *kept, *first.steps[1:])), *rest]


def _with_words(note: str, vision: str) -> str:
    """What the person wrote stands at the first step too, to be kept in mind from there on."""
    said = vision.strip()
    return note if not said or said.rstrip(".") in note else f"{note} In your words: “{said}”".strip()


def lay_out(
    stages: Sequence[Stage], horizon: Horizon, habit_load: Sequence[int], longest: int
) -> tuple[list[Placed], list[str]]:
    """The tasks on their days, in sessions of at most `longest` minutes, and what to say about those without room."""
    room = [max(horizon.budget - used, 0) for used in habit_load[: horizon.work_weeks]]
    usual = median_low(room) or max(room)
    wanted = list(_wanted(stages, horizon, usual))
    chosen, left = select(wanted, round(sum(room) * 0.9))
    pieces = [part for piece in chosen for part in split(piece, _session(piece, room, longest))]
    placed, lost = place(pieces, room, horizon.work_days)
    for earlier in (0.8, 0.6, 0.4, 0.0):
        if not lost:
            break
        hurried = [replace(piece, wanted=round(piece.wanted * earlier)) for piece in pieces]
        placed, lost = place(hurried, room, horizon.work_days)
    return placed, _left_out(stages, wanted, [*left, *lost], room)


def _session(piece: Piece, room: Sequence[int], longest: int) -> int:
    """What a usual week has room for; what is short anyway stays in one piece if one week in four has room for it."""
    roomy = sorted(room)[-(len(room) // 4 + 1)]
    if piece.minutes <= min(_SHORT, roomy, longest):
        return piece.minutes
    return min(longest, median_low(room) or max(room))


def end_day(stage: Stage, horizon: Horizon) -> int:
    """The day, counted from the start, on which a stage is meant to end."""
    day = horizon.day(stage.at)
    return day if stage.within is None else min(day, stage.within)


def _wanted(stages: Sequence[Stage], horizon: Horizon, most: int) -> Iterator[Piece]:
    """Each stage's tasks spread from the end of the stage before to its own end; the very first comes at once.

    What is done in one go is given at most the `most` minutes that a usual week leaves.
    """
    begin = before = 0
    for index, stage in enumerate(stages):
        end = max(end_day(stage, horizon), begin)
        count = len(stage.steps)
        for rank, step in enumerate(stage.steps):
            day = begin + round((end - begin) * (rank + 1) / count) if index or rank else min(1, horizon.work_days - 1)
            day = day if step.within is None else max(min(day, step.within), begin if index else 0)
            day = min(day, horizon.work_days - 1)
            minutes = min(step.minutes, most) if step.whole else step.minutes
            yield Piece(index, rank, min(before, day), day, minutes, step.optional, step.whole, step.priority)
            before = day
        begin = end


def _left_out(
    stages: Sequence[Stage], wanted: Sequence[Piece], left: Sequence[Piece], room: Sequence[int]
) -> list[str]:
    if not left:
        return []
    names = dict.fromkeys(stages[piece.stage].steps[piece.rank].do for piece in left)
    need = sum(piece.minutes for piece in wanted)
    warning = (
        f"The single tasks of this plan need about {_hours(need)}; beside the habits you have {_hours(sum(room))}. "
        f"Left out for now: {'; '.join(names)}. More minutes a week or a later date would bring them back."
    )
    return [warning]


def _hours(minutes: int) -> str:
    return f"{minutes} minutes" if minutes < 90 else f"{minutes / 60:.0f} hours"


def _exists(title: str, known: Sequence[str]) -> bool:
    """Whether the person already has a milestone that says the same in more or less the same words."""
    asked = set(title.lower().split())
    return any(len(asked & set(have.lower().split())) >= 0.6 * len(asked) for have in known)
