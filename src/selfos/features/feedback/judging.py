"""Which findings a verdict speaks of, and whether they were right."""

from collections.abc import Iterable
from typing import Any, Final
from zoneinfo import ZoneInfo

from selfos.features.analysis import Analysis
from selfos.features.feedback.records import Judged, Subject, Verdict
from selfos.features.memories import Memory
from selfos.features.suggestions import TaskSuggestion
from selfos.features.thoughts import Thought
from selfos.kernel.records import Record
from selfos.kernel.recurrence import wall

FIELDS: Final = {
    "type": "type",
    "is_actionable": "is_actionable",
    "sentiment": "sentiment",
    "life_areas": "life_area",
    "people": "person",
    "tags": "tag",
}
"""The fields of a thought that say what was found, and the kind of finding each shows."""

_RIGHT: Final = {
    Verdict.GOOD: True,
    Verdict.ACCEPTED: True,
    Verdict.BAD: False,
    Verdict.DISMISSED: False,
    Verdict.CORRECTED: False,
}


def findings_of(thought: Thought, analysis: Analysis) -> tuple[Judged, ...]:
    """Every finding that the thought's fields show, right where the person left it standing.

    Whoever corrects one of them has looked at the others.
    """
    shown = {what: _values(getattr(thought, name)) for name, what in FIELDS.items()}
    return tuple(
        Judged(what=found.what, confidence=found.confidence, right=found.value in shown[found.what])
        for found in analysis.findings
        if found.what in shown
    )


def verdict_on(record: Record, verdict: Verdict) -> tuple[Judged, ...]:
    """What a verdict says of the confidence of a record, where it has one."""
    what = _WHAT.get(record.spec.name)
    confidence = getattr(record, "confidence", None)
    if what is None or confidence is None or verdict not in _RIGHT:
        return ()
    if isinstance(record, Memory) and record.by_person:
        return ()
    return (Judged(what=what, confidence=confidence, right=_RIGHT[verdict]),)


def traits_of(suggestion: TaskSuggestion, thought: Thought | None, zone: ZoneInfo) -> tuple[str, ...]:
    """What a suggestion may be welcome for: where it came from, of what life, at what part of the day."""
    areas = (f"area: {area}" for area in suggestion.life_areas)
    if thought is None:
        return tuple(areas)
    hour = wall(thought.captured_at, zone).hour
    part = "morning" if 5 <= hour < 12 else "afternoon" if 12 <= hour < 18 else "evening" if hour >= 18 else "night"
    told: Iterable[str | None] = (
        f"type: {thought.type}" if thought.type else None,
        f"source: {thought.source}"[:500] if thought.source else None,
        f"captured: {part}",
    )
    return (*areas, *filter(None, told))


def _values(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, tuple) else (value,)


_WHAT: Final = {"task_suggestion": "task", "memory": "memory"}
"""The kind of finding each is. An insight is none: who turns it down does not say that it was a coincidence."""
SUBJECTS: Final = {
    Subject.FINDING: "thought",
    Subject.SUGGESTION: "task_suggestion",
    Subject.PLAN: "goal",
    Subject.INSIGHT: "insight",
    Subject.REPLY: "message",
    Subject.MEMORY: "memory",
}
"""The kind of record that feedback of each subject is about."""
