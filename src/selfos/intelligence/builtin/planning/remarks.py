"""What the plan says to the person about what they said: limits, fears, people, tendencies."""

import re
from collections.abc import Iterator, Sequence

from selfos.intelligence.builtin.planning.facts import Facts
from selfos.intelligence.builtin.planning.model import GoalBrief
from selfos.intelligence.builtin.planning.templates import Situation, situations


def situations_in(brief: GoalBrief) -> list[Situation]:
    """The situations this goal tells of."""
    text = f"{brief.title}. {brief.vision}"
    return [situation for situation in situations() if situation.match.search(text)]


def personal(brief: GoalBrief, facts: Facts, situated: Sequence[Situation]) -> tuple[str, ...]:
    """A line for each thing said that a plan has to respect, in their words."""
    return tuple(dict.fromkeys(_remarks(brief, facts, situated)))


def _remarks(brief: GoalBrief, facts: Facts, situated: Sequence[Situation]) -> Iterator[str]:
    for situation in situated:
        if situation.note:
            said = situation.match.search(f"{brief.title}. {brief.vision}")
            yield f"“{said[0]}”: {situation.note}" if said and said[0] else situation.note
    known = telling(situated)
    for limit in facts.limits:
        if not _covered(limit, known):
            yield f"“{limit}”: every step has to work with that; change or drop any that does not."
    for fear in facts.fears:
        yield f"“{fear}” is what you fear, so it comes in small steps, the mildest first, and never all at once."
    for tendency in facts.tendencies:
        if not _covered(tendency, known):
            yield f"“{tendency}”: when you notice it, write it on a list for later and go back to the one next step."
    for refusal in facts.refusals:
        yield f"“{refusal}” counts as part of the goal: look at it at each milestone."
    for companion in facts.companions:
        yield f"With {companion}: agree the dates together, and show each other how it goes."


def telling(situated: Sequence[Situation]) -> list[re.Pattern[str]]:
    """What the situations were known by, but for the one that always holds."""
    return [situation.match for situation in situated if situation.match.pattern != "."]


def _covered(phrase: str, known: Sequence[re.Pattern[str]]) -> bool:
    return any(pattern.search(phrase) for pattern in known)
