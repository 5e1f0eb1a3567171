"""The parts of a vision that no list of situations knows, each taken up as what it is.

An obstacle ("I eat when I'm stressed") gets an if-then plan, which helps more than a good intention (Gollwitzer 1999);
something about another person is talked over with them; what is there already is where to begin; an open question is
answered first; a figure is a frame to check by. What fits none of these is repeated at the first step and at the end.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from selfos.intelligence.builtin.planning.facts import Facts, to_you
from selfos.intelligence.builtin.planning.templates import Step

#: More than these would bury the plan under its preface.
_MOST = 4
_SPLIT = re.compile(r"[.;!?\n]+\s*|,\s*(?:and|but|so)?\s+|\s+but\s+")
#: A wish, an age or how long something has been so: told by the goal itself, or nothing to act on.
_NOTHING_TO_DO = re.compile(
    r"^(?:I\s+(?:want|wish|hope|would|need|plan|love|like)|I'd|want|to|so that|something|just)\b"
    r"|\b(?:is|am|are|'m|'s|turns|turned)\s+\d+\b|\bsince\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:no idea|don'?t know|not sure|unsure|never (?:done|used|been|had|grown|tried)|neither of us|nobody)\b",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:he|she|they|husband|wife|partner|son|daughter|kids?|children|mum|mom|dad|mother|father|parents|sister|brother"
    r"|boss|manager|landlord|friends?|flatmates?|family|boyfriend|girlfriend)"
)
_OTHERS = re.compile(
    rf"\b{_PEOPLE}\b.*\b(?:is|are|isn'?t|aren'?t|has|have|says?|won'?t|don'?t|doesn'?t|keeps?|loves?|hates?|eats?|wants?"
    r"|thinks?|can'?t|asked|allergic|picky|worried|against|needs?|likes?|only)\b|^(?:he|she|they)\b"
    rf"|^(?:my|our)\s+(?:\w+\s+)?{_PEOPLE}(?:-in-law)?\s+\w+",
    re.IGNORECASE,
)
_TROUBLE = (
    r"(?:too (?:much|many|tired|little)|when(?:ever)?|after|always|every time|never|\w+n't|not|forget\w*|hate[sd]?"
    r"|los(?:e|ing)|quit|give up|fall asleep|skip\w*|shout\w*|snack\w*|mumbl\w*|avoid\w*|delay\w*|wast\w*|struggl\w*"
    r"|overthink\w*|panic\w*|cry|worr\w+|stress\w*|distract\w*|bored|fidget\w*|impulsive\w*|messy|chaos|last minute"
    r"|in bed|any ?more|keeps?|conflict)"
)
_OBSTACLE = re.compile(rf"^(?!\d).*\b{_TROUBLE}\b", re.IGNORECASE)
_HAVE = re.compile(
    r"\b(?:I|we)(?:'ve)?\s+(?!'|am\b|was\b|were\b|work\b|live\b|both\b|no\b|have (?:no|to|never|not)\b)\w+"
    r"|^have\b|\balready\b|\b(?:is|are) (?:free|in|ready|there|done)\b|\bgot (?:a|an|the|some|\d)",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"[£$€]\s?\d|\b(?:budget|deposit)\b.*\d|^(?:\d[\d,.]*|two|three|four|five|six|seven|eight|ten|twelve)\s+\w+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Kind:
    pattern: re.Pattern[str]
    make: Callable[[str], Step]


def _about_others(said: str) -> Step:
    return Step(
        do=f"Talk it over: “{said}”. What do they need, what could be agreed, what is left to them?",
        minutes=20,
        whole=True,
        within=14,
        energy=3,
    )


def _if_then(said: str) -> Step:
    return Step(
        do=f"Write one if-then line for “{said}”: when it comes, what do you do instead, and who or what helps?",
        minutes=10,
        within=7,
        energy=2,
    )


def _find_out(said: str) -> Step:
    return Step(
        do=f"Clear up “{said}”: ask someone who knows, or try it for a quarter of an hour",
        minutes=20,
        within=10,
        energy=2,
    )


def _begin_there(said: str) -> Step:
    return Step(
        do=f"Begin with what there is: “{said}”. Look it over and note what it spares you", minutes=20, within=7
    )


def _frame(said: str) -> Step:
    return Step(
        do=f"Set the frame by your own figure, “{said}”: divide it up, keep a reserve, and check each step by it",
        minutes=20,
        within=14,
        energy=2,
    )


_KINDS = (
    _Kind(_UNKNOWN, _find_out),
    _Kind(_OTHERS, _about_others),
    _Kind(_OBSTACLE, _if_then),
    _Kind(_HAVE, _begin_there),
    _Kind(_FIGURE, _frame),
)


def steps_for(vision: str, facts: Facts, covered: Sequence[re.Pattern[str]], *, counts: bool) -> list[Step]:
    """A step for each telling clause that `covered` and the facts do not deal with already.

    `counts` says that a progression reckons with the figures of the goal, which then need no step.
    """
    kinds = _KINDS[:-1] if counts else _KINDS
    return [kind.make(said) for said, kind in _found(vision, facts, covered, kinds)][:_MOST]


def _found(
    vision: str, facts: Facts, covered: Sequence[re.Pattern[str]], kinds: Sequence[_Kind]
) -> Iterator[tuple[str, _Kind]]:
    known = [*facts.fears, *facts.tendencies, *facts.limits, *facts.things]
    for clause in (part.strip() for part in _SPLIT.split(vision)):
        said = to_you(clause)
        dealt_with = any(fact in said for fact in known) or any(pattern.search(clause) for pattern in covered)
        if len(clause.split()) < 2 or _NOTHING_TO_DO.search(clause) or dealt_with:
            continue
        kind = next((kind for kind in kinds if kind.pattern.search(clause)), None)
        if kind is not None:
            yield said, kind
