"""Which template fits a goal: by its words, and by its meaning when an encoder is at hand."""

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from selfos.intelligence.builtin.planning.facts import Facts
from selfos.intelligence.builtin.planning.model import GoalBrief
from selfos.intelligence.builtin.planning.templates import Template, library

if TYPE_CHECKING:
    from selfos.kernel.search.ports import Encoder

GENERIC, SEVERAL = "generic", "several_things"
#: What a goal is stands at the head of its title; what follows these words is about when, why and with whom.
_TAIL = re.compile(
    r"\s+(?:before|after|until|till|for|at|with|by|because|so|while|without|when|in time|despite|instead)\b.*",
    re.IGNORECASE,
)
_HEAD, _TITLE, _VISION, _HINT = 3.0, 1.0, 0.5, 1.5
_ENOUGH = 3.0
#: What likeness of meaning counts beside words, and below which it says nothing (MiniLM, measured on goals by hand).
_MEANING, _NEAR = 6.0, 0.33


def choose(brief: GoalBrief, facts: Facts, encoder: "Encoder | None" = None) -> Template:
    """By words and meaning together; several named acts under an unclear title make a list of things; else generic."""
    templates = library()
    scores = {name: _score(brief, name) for name in templates}
    likeness = _likeness(brief, templates, encoder) if encoder is not None else dict.fromkeys(templates, 0.0)
    best = max(templates, key=lambda name: scores[name] + _MEANING * likeness[name])
    if scores[best] >= _ENOUGH:
        return templates[best]
    if len(facts.things) >= 2:
        return templates[SEVERAL]
    return templates[best if scores[best] >= 1 or likeness[best] >= _NEAR else GENERIC]


def _score(brief: GoalBrief, name: str) -> float:
    """Each phrase counts by its length in words and by where it stands."""
    head = _TAIL.sub("", brief.title)
    words, hints = _patterns(name)
    found = sum(size * _weight(pattern, head, brief) for size, pattern in words)
    return found + _HINT * any(pattern.search(head) for pattern in hints)


def _weight(pattern: re.Pattern[str], head: str, brief: GoalBrief) -> float:
    if pattern.search(head):
        return _HEAD
    return _TITLE if pattern.search(brief.title) else _VISION if pattern.search(brief.vision) else 0.0


@cache
def _patterns(name: str) -> tuple[tuple[tuple[int, re.Pattern[str]], ...], tuple[re.Pattern[str], ...]]:
    """The phrases of a template as patterns of whole words, with their length in words, and its hints."""
    template = library()[name]
    words = tuple((1 + phrase.count(" "), _whole_words(phrase)) for phrase in template.words)
    return words, tuple(_whole_words(hint) for hint in template.hints)


def _whole_words(phrase: str) -> re.Pattern[str]:
    """A star lets the word go on: "smok*" also finds "smoking"."""
    ending = re.escape(phrase).replace(r"\*", r"\w*")
    return re.compile(rf"\b{ending}(?!\w)", re.IGNORECASE)


def _likeness(brief: GoalBrief, templates: Mapping[str, Template], encoder: "Encoder") -> dict[str, float]:
    """Cosine of the goal with the summary of each template: of the title alone and with the vision, half each."""
    names = [name for name in templates if name not in {GENERIC, SEVERAL}]
    texts = [brief.title, f"{brief.title}. {brief.vision}", *(templates[name].summary for name in names)]
    vectors = encoder.encode(texts)
    cosines = (vectors[2:] @ (vectors[0] + vectors[1]) / 2).tolist()
    return dict(zip(names, cosines, strict=True)) | {GENERIC: 0.0, SEVERAL: 0.0}
