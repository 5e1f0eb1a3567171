"""SQL of sources: waiting files, what is known already, the parts of a source."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

import asyncpg

from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.principal import Actor, ActorKind

_PIECE: Final = 1024 * 1024
_PURPOSE: Final = "source files"


async def keep_file(
    connection: asyncpg.Connection, sealer: Sealer, space_id: UUID, import_id: UUID, content: bytes
) -> None:
    """Lay an uploaded file down, sealed in pieces."""
    pieces = [content[start : start + _PIECE] for start in range(0, len(content), _PIECE)]
    rows = [
        (space_id, import_id, number, sealer.seal(space_id, _PURPOSE, _name(import_id, number), piece))
        for number, piece in enumerate(pieces)
    ]
    query = "INSERT INTO source_files (space_id, import_id, number, sealed) VALUES ($1, $2, $3, $4)"
    await connection.executemany(query, rows)


async def waiting_file(connection: asyncpg.Connection, sealer: Sealer, space_id: UUID, import_id: UUID) -> bytes:
    """The file as it was uploaded; empty where there is none."""
    query = "SELECT number, sealed FROM source_files WHERE space_id = $1 AND import_id = $2 ORDER BY number"
    rows = await connection.fetch(query, space_id, import_id)
    return b"".join(sealer.open(space_id, _PURPOSE, _name(import_id, r["number"]), r["sealed"]) for r in rows)


async def drop_file(connection: asyncpg.Connection, space_id: UUID, import_id: UUID) -> None:
    """Forget an uploaded file."""
    await connection.execute("DELETE FROM source_files WHERE space_id = $1 AND import_id = $2", space_id, import_id)


async def known_keys(connection: asyncpg.Connection, space_id: UUID, keys: Sequence[UUID]) -> list[asyncpg.Record]:
    """The living sources with one of these keys: `id`, `origin_key`, `text_key`."""
    query = """SELECT id, origin_key, text_key FROM sources
        WHERE space_id = $1 AND deleted_at IS NULL AND (origin_key = ANY($2) OR text_key = ANY($2)) ORDER BY id"""
    rows: list[asyncpg.Record] = await connection.fetch(query, space_id, list(keys))
    return rows


async def part_ids(connection: asyncpg.Connection, space_id: UUID, source_ids: Sequence[UUID]) -> list[UUID]:
    """All parts of these sources, of every edition, deleted ones included."""
    query = "SELECT id FROM source_parts WHERE space_id = $1 AND source_id = ANY($2)"
    return [row["id"] for row in await connection.fetch(query, space_id, list(source_ids))]


async def living_parts(connection: asyncpg.Connection, space_id: UUID, source_id: UUID, most: int) -> list[UUID]:
    """The first parts of a source."""
    query = """SELECT id FROM source_parts WHERE space_id = $1 AND source_id = $2 AND deleted_at IS NULL
        ORDER BY number LIMIT $3"""
    return [row["id"] for row in await connection.fetch(query, space_id, source_id, most)]


async def who_began(connection: asyncpg.Connection, space_id: UUID, import_id: UUID) -> Actor:
    """Who asked for an import: what it brings in is their change."""
    query = """SELECT actor_kind, actor_id FROM changes
        WHERE space_id = $1 AND record_id = $2 AND kind = 'source_import' ORDER BY version LIMIT 1"""
    row = await connection.fetchrow(query, space_id, import_id)
    return Actor(ActorKind(row["actor_kind"]), row["actor_id"])


def _name(import_id: UUID, number: int) -> bytes:
    return import_id.bytes + number.to_bytes(4, "big")
