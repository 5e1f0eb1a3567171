"""Finding tasks by their clear columns."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, Self
from uuid import UUID

from selfos.features.tasks.records import OPEN, Task, TaskStatus
from selfos.kernel.context import Context
from selfos.kernel.reading import fetch_records
from selfos.kernel.unit import Unit


@dataclass(frozen=True, slots=True)
class Work:
    """What a task counts for, read from its clear columns alone."""

    id: UUID
    goal_id: UUID | None
    milestone_id: UUID | None
    follows_id: UUID | None
    status: TaskStatus
    duration_minutes: int | None

    @classmethod
    def of(cls, task: Task) -> Self:
        """That of a task."""
        return cls(*(getattr(task, name) for name in _WORK_FIELDS))


LinkField = Literal["parent_id", "goal_id", "milestone_id", "follows_id"]
MAX_VIEW: Final = 500
_OPEN: Final = sorted(OPEN)
_WORK_FIELDS: Final = ("id", "goal_id", "milestone_id", "follows_id", "status", "duration_minutes")

_LINKED: Final = "SELECT id FROM tasks WHERE space_id = $1 AND deleted_at IS NULL AND "
_WORK: Final = """SELECT id, goal_id, milestone_id, follows_id, status, duration_minutes FROM tasks
    WHERE space_id = $1 AND deleted_at IS NULL AND goal_id = ANY($2)"""
_NOW: Final = """SELECT id FROM tasks WHERE space_id = $1 AND deleted_at IS NULL AND status = ANY($2)
    AND (due <= $3 OR due_at < $4 OR start <= $3 OR start_at < $4 OR status = 'in_progress')
    ORDER BY due NULLS LAST, id LIMIT $5"""
_READY: Final = """SELECT id FROM tasks WHERE space_id = $1 AND deleted_at IS NULL AND status = 'todo'
    AND due IS NULL AND start IS NULL ORDER BY priority NULLS LAST, rank, id LIMIT $2"""
_BETWEEN: Final = """SELECT id FROM tasks WHERE space_id = $1 AND deleted_at IS NULL AND status = ANY($2)
    AND (due BETWEEN $3 AND $4 OR (due IS NULL AND start BETWEEN $3 AND $4)) ORDER BY due, start, id LIMIT $5"""
_BESIDE: Final = {
    True: """SELECT id FROM tasks WHERE space_id = $1 AND deleted_at IS NULL AND id <> $4
        AND (rank, id) > ($2, $3) ORDER BY rank, id LIMIT $5""",
    False: """SELECT id FROM tasks WHERE space_id = $1 AND deleted_at IS NULL AND id <> $4
        AND (rank, id) < ($2, $3) ORDER BY rank DESC, id DESC LIMIT $5""",
}


async def linked(unit: Unit, field: LinkField, ids: Collection[UUID]) -> list[Task]:
    """The tasks whose link names one of these, in manual order, as the unit sees them."""
    connection = await unit.connection()
    rows = await connection.fetch(f"{_LINKED}{field} = ANY($2)", unit.space_id, list(ids))
    mine = [c.record.id for c in unit.changes if isinstance(c.record, Task)]
    found = await unit.get_many(Task, dict.fromkeys([*(row["id"] for row in rows), *mine]))
    return sorted((t for t in found if getattr(t, field) in ids), key=lambda task: (task.rank, task.id))


async def work_of(unit: Unit, goal_ids: Collection[UUID]) -> list[Work]:
    """The work of these goals, as the unit sees it."""
    connection = await unit.connection()
    rows = await connection.fetch(_WORK, unit.space_id, list(goal_ids))
    changed = {change.record.id: change.record for change in unit.changes if isinstance(change.record, Task)}
    stored = [Work(**(dict(row) | {"status": TaskStatus(row["status"])})) for row in rows]
    mine = [Work.of(task) for task in changed.values() if task.goal_id in goal_ids and task.deleted_at is None]
    return [work for work in stored if work.id not in changed] + mine


async def beside(unit: Unit, task: Task, *, after: bool, but: UUID, limit: int) -> list[Task]:
    """The tasks next to one in manual order, nearest first, leaving one out."""
    connection = await unit.connection()
    rows = await connection.fetch(_BESIDE[after], unit.space_id, task.rank, task.id, but, limit)
    return await unit.get_many(Task, [row["id"] for row in rows])


async def read_linked(context: Context, field: LinkField, target: UUID) -> list[Task]:
    """The same for one target, as stored, without a unit."""
    found = await _fetched(context, f"{_LINKED}{field} = $2", target)
    return sorted(found, key=lambda task: (task.rank, task.id))


async def current(context: Context, today: date, day_end: datetime) -> list[Task]:
    """Open tasks that are due or begun: by their day, or by their moment before `day_end`."""
    return await _fetched(context, _NOW, _OPEN, today, day_end, MAX_VIEW)


async def undated(context: Context, limit: int) -> list[Task]:
    """Tasks without any date, the most important first."""
    return await _fetched(context, _READY, limit)


async def between(context: Context, first: date, last: date) -> list[Task]:
    """Open tasks that are due, or begin, on these days."""
    return await _fetched(context, _BETWEEN, _OPEN, first, last, MAX_VIEW)


async def waiting_for(context: Context, tasks: Collection[Task]) -> dict[UUID, list[UUID]]:
    """Which open tasks each of these depends on."""
    wanted = {i for task in tasks for i in task.depends_on}
    query = "SELECT id FROM tasks WHERE space_id = $1 AND deleted_at IS NULL AND status = ANY($2) AND id = ANY($3)"
    async with context.runtime.database.space(context.space_id, read_only=True) as connection:
        rows = await connection.fetch(query, context.space_id, _OPEN, list(wanted)) if wanted else []
    still_open = {row["id"] for row in rows}
    return {task.id: [i for i in task.depends_on if i in still_open] for task in tasks}


async def _fetched(context: Context, query: str, *arguments: object) -> list[Task]:
    runtime, space = context.runtime, context.space_id
    async with runtime.database.space(space, read_only=True) as connection:
        rows = await connection.fetch(query, space, *arguments)
        ids = [row["id"] for row in rows]
        records = await fetch_records(connection, runtime.sealer, space, Task.spec, ids)
    found = {record.id: record for record in records if isinstance(record, Task)}
    return [found[i] for i in ids]
