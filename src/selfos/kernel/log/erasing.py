"""Erasure: what was erased is in no row, no vector and no image of the change log, and no undo brings it back."""

from collections.abc import Iterable
from uuid import UUID

import asyncpg

from selfos.kernel.records import Kind, Record


async def erase_rows(connection: asyncpg.Connection, space_id: UUID, records: Iterable[Record]) -> None:
    """Remove the rows and vectors of these records, and strip what the change log remembers of them."""
    by_kind: dict[Kind, list[UUID]] = {}
    for record in records:
        by_kind.setdefault(record.spec, []).append(record.id)
    for kind, ids in by_kind.items():
        await connection.execute(f"DELETE FROM {kind.table} WHERE space_id = $1 AND id = ANY($2)", space_id, ids)  # noqa: S608
        await connection.execute(
            "DELETE FROM vectors WHERE space_id = $1 AND kind = $2 AND record_id = ANY($3)", space_id, kind.name, ids
        )
        await connection.execute(
            "UPDATE changes SET sealed = NULL WHERE space_id = $1 AND kind = $2 AND record_id = ANY($3)",
            *(space_id, kind.name, ids),
        )
