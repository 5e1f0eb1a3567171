"""Finds what repeats in a person's recent life and says so only when it is no coincidence; silence is usual."""

from selfos.intelligence.builtin.patterns.detect import find_patterns
from selfos.intelligence.builtin.patterns.model import (
    Evidence,
    Finding,
    GoalView,
    Kind,
    Suggestion,
    TaskView,
    ThoughtView,
    Told,
)
from selfos.intelligence.builtin.patterns.news import news, told

__all__ = [
    "Evidence",
    "Finding",
    "GoalView",
    "Kind",
    "Suggestion",
    "TaskView",
    "ThoughtView",
    "Told",
    "find_patterns",
    "news",
    "told",
]
