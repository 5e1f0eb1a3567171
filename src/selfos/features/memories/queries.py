"""Reading memories by when they held and when they were believed, and the records they stand on."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import asyncpg

from selfos.features.memories.records import Evidence, Learning, Memory, learning_id
from selfos.kernel.context import Context
from selfos.kernel.errors import NotFound
from selfos.kernel.reading import fetch_records
from selfos.kernel.records import registry

_HELD = """SELECT id FROM memories
    WHERE space_id = $1 AND deleted_at IS NULL
    AND ($3::timestamptz IS NULL OR learned_at <= $3)
    AND ($2::date IS NULL OR valid_from IS NULL OR valid_from <= $2)
    AND ($2::date IS NULL OR valid_until IS NULL OR valid_until > $2 OR closed_at > $3)"""


async def held(context: Context, day: date | None, believed_at: datetime | None) -> list[UUID]:
    """Memories that held on a day, as far as was known at a moment; None is any day, and what is known now."""
    async with context.runtime.database.space(context.space_id, read_only=True) as connection:
        rows = await connection.fetch(_HELD, context.space_id, day, believed_at)
    return [row["id"] for row in rows]


async def memory(context: Context, memory_id: UUID) -> Memory:
    """One memory. Raises NotFound, also where it was forgotten."""
    runtime, space = context.runtime, context.space_id
    async with runtime.database.space(space, read_only=True) as connection:
        found = await fetch_records(connection, runtime.sealer, space, Memory.spec, [memory_id])
    for record in found:
        if isinstance(record, Memory) and record.deleted_at is None:
            return record
    raise NotFound(f"there is no memory with the id {memory_id}")


async def texts(context: Context, evidence: Sequence[Evidence]) -> dict[UUID, str]:
    """What the records say that are still there, by id."""
    runtime, space = context.runtime, context.space_id
    found: dict[UUID, str] = {}
    async with runtime.database.space(space, read_only=True) as connection:
        for kind in {one.kind for one in evidence if one.kind in registry}:
            ids = [one.id for one in evidence if one.kind == kind]
            for record in await fetch_records(connection, runtime.sealer, space, registry[kind], ids):
                if record.deleted_at is None:
                    parts = [getattr(record, name) for name in record.spec.search.text]
                    found[record.id] = "\n".join(part for part in parts if part)
    return found


async def refused(
    connection: asyncpg.Connection, context: Context, sources: Sequence[UUID]
) -> dict[UUID, frozenset[str]]:
    """Which words of these records are not to be recalled, by `quote_hash`."""
    names = [learning_id(source) for source in sources]
    rows = await fetch_records(connection, context.runtime.sealer, context.space_id, Learning.spec, names)
    return {row.source_id: frozenset(row.refused) for row in rows if isinstance(row, Learning) and row.refused}
