"""What a message in a conversation about one's own life wants, read without any language model."""

from selfos.intelligence.builtin.intents.evidence import tells
from selfos.intelligence.builtin.intents.model import (
    Group,
    Intent,
    Mentioned,
    Outside,
    Period,
    Question,
    Reference,
    Slots,
    Topic,
    Want,
    group_of,
)
from selfos.intelligence.builtin.intents.read import read_intent
from selfos.intelligence.builtin.intents.times import kept_day

__all__ = [
    "Group",
    "Intent",
    "Mentioned",
    "Outside",
    "Period",
    "Question",
    "Reference",
    "Slots",
    "Topic",
    "Want",
    "group_of",
    "kept_day",
    "read_intent",
    "tells",
]
