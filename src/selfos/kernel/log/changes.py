"""Reading the change log: what happened in a space, the history of a record, and undo."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg
import orjson

from selfos.kernel.keys.sealing import Sealer

_COLUMNS = "version, seq, unit_id, at, actor_kind, actor_id, act, undoes, kind, record_id, op, sealed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One record changed by one unit. `before` holds the changed fields as they were."""

    change_id: UUID
    version: int
    at: datetime
    actor_kind: str
    actor_id: UUID | None
    act: str
    undoes: UUID | None
    kind: str
    record_id: UUID
    op: str
    before: Mapping[str, Any]


async def of_change(connection: asyncpg.Connection, sealer: Sealer, space_id: UUID, change_id: UUID) -> list[Entry]:
    """The entries of one unit, in the order they were written."""
    query = f"SELECT {_COLUMNS} FROM changes WHERE space_id = $1 AND unit_id = $2 ORDER BY seq"  # noqa: S608
    return _opened(sealer, space_id, await connection.fetch(query, space_id, change_id))


async def of_records(
    connection: asyncpg.Connection,
    sealer: Sealer,
    space_id: UUID,
    record_ids: Sequence[UUID],
    *,
    kind: str | None = None,
    since: int = 0,
) -> list[Entry]:
    """Every entry about these records after the version `since`, oldest first; of every kind, or of `kind` only."""
    query = f"""SELECT {_COLUMNS} FROM changes
        WHERE space_id = $1 AND record_id = ANY($2) AND version > $3 AND ($4::text IS NULL OR kind = $4)
        ORDER BY version, seq"""  # noqa: S608
    return _opened(sealer, space_id, await connection.fetch(query, space_id, record_ids, since, kind))


async def latest(
    connection: asyncpg.Connection, sealer: Sealer, space_id: UUID, *, before: int | None, limit: int
) -> list[Entry]:
    """The newest entries before a version, newest first, never cutting a unit in two."""
    query = f"""SELECT {_COLUMNS} FROM changes WHERE space_id = $1 AND version IN (
            SELECT DISTINCT version FROM changes WHERE space_id = $1 AND version < $2 ORDER BY version DESC LIMIT $3
        ) ORDER BY version DESC, seq"""  # noqa: S608
    ceiling = before if before is not None else 2**62
    return _opened(sealer, space_id, await connection.fetch(query, space_id, ceiling, limit))


async def last_undoable(connection: asyncpg.Connection, space_id: UUID, actor_id: UUID | None) -> UUID | None:
    """The caller's newest change that is neither an undo nor undone, and of which nothing was erased.

    What the engine did meanwhile is passed over.
    """
    query = """SELECT unit_id FROM changes AS c
        WHERE space_id = $1 AND actor_id = $2 AND undoes IS NULL
        AND NOT EXISTS (
            SELECT FROM changes AS u WHERE u.space_id = $1 AND u.undoes = c.unit_id
            AND NOT EXISTS (SELECT FROM changes AS redo WHERE redo.space_id = $1 AND redo.undoes = u.unit_id)
        )
        AND NOT EXISTS (
            SELECT FROM changes AS part JOIN changes AS gone USING (space_id, record_id, kind)
            WHERE part.space_id = $1 AND part.unit_id = c.unit_id AND gone.op = 'erase'
        )
        ORDER BY version DESC LIMIT 1"""
    found: UUID | None = await connection.fetchval(query, space_id, actor_id)
    return found


def _opened(sealer: Sealer, space_id: UUID, rows: Sequence[Mapping[str, Any]]) -> list[Entry]:
    return [_entry(sealer, space_id, row) for row in rows]


def _entry(sealer: Sealer, space_id: UUID, row: Mapping[str, Any]) -> Entry:
    before: Mapping[str, Any] = {}
    if row["sealed"] is not None:
        name = b"%s%s" % (row["unit_id"].bytes, row["record_id"].bytes)
        before = orjson.loads(sealer.open(space_id, "changes", name, row["sealed"]))
    return Entry(
        change_id=row["unit_id"],
        before=before,
        **{n: row[n] for n in ("version", "at", "actor_kind", "actor_id", "act", "undoes", "kind", "record_id", "op")},
    )
