"""Making a task of a suggestion."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from selfos.features.suggestions.records import SuggestionStatus, TaskSuggestion
from selfos.features.tasks import Task
from selfos.features.thoughts import Thought
from selfos.kernel.recurrence import moment_of, wall
from selfos.kernel.unit import Unit

_COPIED: Final = ("title", "due", "due_at", "timezone", "rrule", "duration_minutes", "people", "life_areas")


async def accept(
    unit: Unit, suggestion: TaskSuggestion, edits: Mapping[str, Any] | None = None, *, task_id: UUID | None = None
) -> Task:
    """The task of a suggestion, with what the person changed about it. It names its thought, if that still exists."""
    proposed = {name: getattr(suggestion, name) for name in _COPIED}
    values = proposed | dict(edits or {})
    edited = sorted(name for name, value in values.items() if proposed.get(name) != value)
    thoughts = await unit.get_many(Thought, [suggestion.thought_id])
    origin = {"suggestion_id": suggestion.id, "thought_id": thoughts[0].id if thoughts else None}
    if task_id is not None:
        origin["id"] = task_id
    task = unit.create(Task, **(values | _moved(suggestion, edits or {}) | origin))
    unit.update(suggestion, status=SuggestionStatus.ACCEPTED, task_id=task.id, edited=tuple(edited))
    return task


def _moved(suggestion: TaskSuggestion, edits: Mapping[str, Any]) -> dict[str, Any]:
    """An edited day takes the proposed time of day along, an edited moment brings its own day."""
    if "due_at" in edits:
        return {"due": edits.get("due")}
    if "due" not in edits or suggestion.due_at is None:
        return {}
    zone = ZoneInfo(edits.get("timezone") or suggestion.timezone or "UTC")
    clock = wall(suggestion.due_at, zone).time()
    return {"due_at": moment_of(datetime.combine(edits["due"], clock), zone) if edits["due"] else None}
