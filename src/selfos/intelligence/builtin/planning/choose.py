"""Which template fits a goal: by its words, and by its meaning when an encoder is at hand."""

import re
from collections.abc import Mapping

from selfos.intelligence.builtin.planning.facts import Facts
from selfos.intelligence.builtin.planning.model import GoalBrief
from selfos.intelligence.builtin.planning.templates import Template, library
from selfos.kernel.search.ports import Encoder

GENERIC, SEVERAL = "generic", "several_things"
_ENOUGH = 3.0
#: Below this cosine between goal and summary MiniLM's nearest template is no better than the generic one.
_NEAR = 0.42


def choose(brief: GoalBrief, facts: Facts, encoder: Encoder | None = None) -> Template:
    """By words; several named acts under an unclear title make a list of things; else by meaning, else generic."""
    templates = library()
    best, score = max(_scores(brief, templates).items(), key=lambda item: item[1])
    if score >= _ENOUGH:
        return templates[best]
    if len(facts.things) >= 2:
        return templates[SEVERAL]
    if encoder is not None:
        return templates[_by_meaning(brief, templates, encoder) or (best if score else GENERIC)]
    return templates[best if score >= 1 else GENERIC]


def _scores(brief: GoalBrief, templates: Mapping[str, Template]) -> dict[str, float]:
    """A phrase of n words found in the title counts 3n, in the vision n; a hint in the title half of a word."""
    return {
        name: sum(
            (1 + phrase.count(" ")) * (3 * _holds(phrase, brief.title) + _holds(phrase, brief.vision))
            for phrase in template.words
        )
        + 1.5 * any(_holds(hint, brief.title) for hint in template.hints)
        for name, template in templates.items()
    }


def _holds(phrase: str, text: str) -> bool:
    """Phrases match whole words; a trailing * lets the last word go on ("smok*")."""
    pattern = re.escape(phrase).replace(r"\*", r"\w*")
    return re.search(rf"\b{pattern}(?!\w)", text, re.IGNORECASE) is not None


def _by_meaning(brief: GoalBrief, templates: Mapping[str, Template], encoder: Encoder) -> str | None:
    names = [name for name in templates if name not in (GENERIC, SEVERAL)]
    vectors = encoder.encode([f"{brief.title}. {brief.vision}", *(templates[name].summary for name in names)])
    cosines = vectors[1:] @ vectors[0]
    nearest = int(cosines.argmax())
    return names[nearest] if cosines[nearest] >= _NEAR else None
