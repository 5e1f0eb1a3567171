"""Fills the {placeholders} of a template with the person's own words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from selfos.intelligence.builtin.planning.facts import Facts, to_you
from selfos.intelligence.builtin.planning.model import GoalBrief
from selfos.intelligence.builtin.planning.templates import Rhythm, Situation, Stage, Step, Template

_PLACEHOLDER = re.compile(r"\{(\w+)(?:\|([^}]*))?\}")


def vocabulary(brief: GoalBrief, facts: Facts, template: Template, situated: Sequence[Situation]) -> Mapping[str, str]:
    """Every placeholder that has something to say, and the names of the situations; what is absent fails its `if`."""
    quantity = facts.quantity()
    found = {
        "goal": brief.title.strip().rstrip("."),
        "quote": brief.vision.strip().rstrip("."),
        "subject": _subject(brief, template) or template.default_subject,
        "person": _first(facts.people),
        "people": " and ".join(facts.people),
        "companion": _first(facts.companions),
        "fear": _first(facts.fears),
        "tendency": _first(facts.tendencies),
        "limit": _first(facts.limits),
        "refusal": _first(facts.refusals),
        "count": f"{quantity.number:g}" if quantity else "",
        "unit": quantity.unit if quantity else "",
        "quantity": to_you(quantity.text) if quantity else "",
        "amount": facts.money[0].text if facts.money else "",
        "things": ", ".join(facts.things),
        **{situation.name: situation.name for situation in situated},
    }
    return {name: text for name, text in found.items() if text}


def fill(text: str, words: Mapping[str, str]) -> str:
    """`{person|someone}` stands for the person named, or for "someone"; the first letter of the line is a capital."""
    filled = _PLACEHOLDER.sub(lambda found: words.get(found[1], found[2] or ""), text)
    filled = re.sub(r"\s{2,}", " ", filled).strip()
    return filled[:1].upper() + filled[1:]


def holds(line: Stage | Step | Rhythm, words: Mapping[str, str]) -> bool:
    """Whether a line with its two conditions belongs into this plan."""
    return (not line.only_if or line.only_if in words) and (not line.unless or line.unless not in words)


def fitted(stage: Stage, words: Mapping[str, str]) -> Stage:
    """The stage in the person's words, with the steps that hold for them."""
    steps = [
        replace(step, do=fill(step.do, words), note=fill(step.note, words))
        for step in stage.steps
        if holds(step, words)
    ]
    return replace(stage, title=fill(stage.title, words), why=fill(stage.why, words), steps=tuple(steps))


def _subject(brief: GoalBrief, template: Template) -> str:
    if not template.subject:
        return ""
    found = re.search(template.subject, f"{brief.title}. {brief.vision}", re.IGNORECASE)
    return to_you(found["subject"]) if found and found["subject"] else ""


def _first(texts: tuple[str, ...]) -> str:
    return texts[0] if texts else ""
