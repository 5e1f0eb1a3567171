"""Short quotations with their place in the text."""

import re
from collections.abc import Sequence

from selfos.intelligence.builtin.patterns.model import Evidence, EvidenceKind, GoalView, TaskView, ThoughtView

_LONGEST = 90
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")


def of_thought(thought: ThoughtView, place: int = 0) -> Evidence:
    """The sentence of a thought around the character `place`, cut at a word where it is long."""
    found = next((m for m in _SENTENCE.finditer(thought.content) if m.end() > place and m[0].strip()), None)
    start, end = (found.start(), found.end()) if found else (0, len(thought.content))
    if end - start > _LONGEST:
        start = max(start, min(place - _LONGEST // 2, end - _LONGEST))
        end = start + _LONGEST
        start, end = _at_words(thought.content, start, end)
    return _evidence("thought", thought, thought.content, start, end)


def of_task(task: TaskView) -> Evidence:
    return _evidence("task", task, task.title, 0, min(len(task.title), _LONGEST))


def of_goal(goal: GoalView) -> Evidence:
    return _evidence("goal", goal, goal.title, 0, min(len(goal.title), _LONGEST))


def latest(thoughts: Sequence[ThoughtView], places: Sequence[int] | None = None, most: int = 6) -> tuple[Evidence, ...]:
    """The most recent ones, oldest first."""
    pairs = sorted(zip(thoughts, places or [0] * len(thoughts), strict=True), key=lambda pair: pair[0].captured_at)
    return tuple(of_thought(thought, place) for thought, place in pairs[-most:])


def _at_words(text: str, start: int, end: int) -> tuple[int, int]:
    if start > 0 and not text[start - 1].isspace():
        start = text.find(" ", start, end) + 1 or start
    if end < len(text) and not text[end].isspace():
        cut = text.rfind(" ", start, end)
        end = cut if cut > start else end
    return start, end


def _evidence(kind: EvidenceKind, item: ThoughtView | TaskView | GoalView, text: str, start: int, end: int) -> Evidence:
    quote = text[start:end]
    lead = len(quote) - len(quote.lstrip())
    quote = quote.strip()
    return Evidence(kind, item.id, quote, start + lead, start + lead + len(quote))
