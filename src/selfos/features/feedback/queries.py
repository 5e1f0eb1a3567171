"""Finding feedback."""

from collections.abc import Sequence
from functools import partial
from typing import Final
from uuid import UUID

from selfos.features.feedback.records import Feedback
from selfos.features.suggestions import TaskSuggestion
from selfos.features.thoughts import Thought
from selfos.kernel.reading import fetch_records
from selfos.kernel.runtime import Runtime
from selfos.kernel.unit import Unit

_MOST: Final = 5000
"""What is learned from: the newest."""
_MOST_WAITING: Final = 500
_NEWEST: Final = """SELECT id FROM feedback WHERE space_id = $1 AND deleted_at IS NULL
    ORDER BY created_at DESC, id DESC LIMIT $2"""
_WAITING: Final = """SELECT id FROM task_suggestions WHERE space_id = $1 AND status = 'pending' AND deleted_at IS NULL
    ORDER BY created_at DESC LIMIT $2"""
_ABOUT: Final = "SELECT id FROM feedback WHERE space_id = $1 AND subject_id = ANY($2)"
_ALL: Final = "SELECT id FROM feedback WHERE space_id = $1"


async def standing(runtime: Runtime, space_id: UUID) -> list[Feedback]:
    """What counts, oldest first: of each thing what was said of it last."""
    async with runtime.database.space(space_id, read_only=True) as connection:
        rows = await connection.fetch(_NEWEST, space_id, _MOST)
        found = await fetch_records(connection, runtime.sealer, space_id, Feedback.spec, [row["id"] for row in rows])
    newest: dict[tuple[str, UUID], Feedback] = {}
    for record in sorted(found, key=lambda record: (record.created_at, record.id)):
        if isinstance(record, Feedback):
            newest.pop((record.subject, record.subject_id), None)
            newest[record.subject, record.subject_id] = record
    return list(newest.values())


async def waiting(runtime: Runtime, space_id: UUID) -> list[tuple[TaskSuggestion, Thought | None]]:
    """The newest suggestions that wait for a word, each with its thought if that still exists."""
    async with runtime.database.space(space_id, read_only=True) as connection:
        rows = await connection.fetch(_WAITING, space_id, _MOST_WAITING)
        read = partial(fetch_records, connection, runtime.sealer, space_id)
        found = await read(TaskSuggestion.spec, [row["id"] for row in rows])
        suggestions = [record for record in found if isinstance(record, TaskSuggestion)]
        thoughts = await read(Thought.spec, list({suggestion.thought_id for suggestion in suggestions}))
    by_id = {record.id: record for record in thoughts if isinstance(record, Thought)}
    return [(suggestion, by_id.get(suggestion.thought_id)) for suggestion in suggestions]


async def about(unit: Unit, ids: Sequence[UUID]) -> list[Feedback]:
    """All feedback about these records."""
    connection = await unit.connection()
    rows = await connection.fetch(_ABOUT, unit.space_id, ids)
    return await unit.get_many(Feedback, [row["id"] for row in rows], deleted=True)


async def everything(unit: Unit) -> list[Feedback]:
    """All feedback of a space, deleted included."""
    connection = await unit.connection()
    rows = await connection.fetch(_ALL, unit.space_id)
    return await unit.get_many(Feedback, [row["id"] for row in rows], deleted=True)
