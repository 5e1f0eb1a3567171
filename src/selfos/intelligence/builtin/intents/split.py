"""Cuts a message into the wishes it may hold; what reads them decides whether they stand alone."""

import re

from selfos.intelligence.builtin.intents.patterns import pattern
from selfos.intelligence.builtin.understand.clauses import split as clauses_of
from selfos.intelligence.builtin.understand.verbs import opens_with_act

#: More sentences than these are a text to keep, not a row of commands.
MOST = 6
_JOINT = pattern("split", "joint")
_OPENER = re.compile(r"^(?:and|then|also|plus|but)\s+", re.IGNORECASE)


def wishes_of(text: str) -> list[str]:
    """The parts of the message where it can be cut, in their order; the whole where it cannot or is too long."""
    parts = [_OPENER.sub("", part.strip(" ,;")) for part in _JOINT.split(text)]
    parts = [part for part in parts if any(letter.isalnum() for letter in part)]
    return parts if 1 < len(parts) <= MOST else [text]


def acts_of(text: str) -> list[str]:
    """The acts of a line that names several: "buy paint and fix the fence"; the line itself where it names one."""
    clauses = clauses_of(text)
    if 1 < len(clauses) <= MOST and all(opens_with_act(clause.text) for clause in clauses):
        return [clause.text for clause in clauses]
    return [text]
