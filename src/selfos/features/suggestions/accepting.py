"""Making a task of a suggestion."""

from collections.abc import Mapping
from typing import Any, Final

from selfos.features.suggestions.records import SuggestionStatus, TaskSuggestion
from selfos.features.tasks import Task
from selfos.kernel.unit import Unit

_COPIED: Final = ("title", "due", "due_at", "rrule", "duration_minutes", "people", "life_areas", "thought_id")


def task_values(suggestion: TaskSuggestion) -> dict[str, Any]:
    """The fields of the task that a suggestion proposes."""
    return {name: getattr(suggestion, name) for name in _COPIED}


def accept(unit: Unit, suggestion: TaskSuggestion, edits: Mapping[str, Any] | None = None) -> Task:
    """The task of a suggestion, with what the person changed about it."""
    proposed = task_values(suggestion)
    values = proposed | dict(edits or {})
    task = unit.create(Task, **values)
    edited = sorted(name for name, value in values.items() if proposed.get(name) != value)
    unit.update(suggestion, status=SuggestionStatus.ACCEPTED, task_id=task.id, edited=tuple(edited))
    return task
