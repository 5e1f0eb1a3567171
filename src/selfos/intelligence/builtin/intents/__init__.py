"""What a message in a conversation about one's own life wants, read without any language model."""

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
    "read_intent",
]
