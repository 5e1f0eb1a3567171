"""Reading what an index must learn: the records and vectors of a space that are newer than a version."""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final
from uuid import UUID

import asyncpg
import orjson

from selfos.kernel.indexing.stored_vectors import unpack
from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.reading import open_row
from selfos.kernel.records import Kind, registry
from selfos.kernel.search import Doc, SpaceIndex

BATCH: Final = 1000
Rows = Sequence[Mapping[str, Any]]
Apply = Callable[[SpaceIndex, Sealer, UUID, Rows], None]


def searchable() -> list[Kind]:
    """The kinds that can be found by words or keys."""
    return [k for k in registry.all() if k.search.title or k.search.text or k.search.keys]


async def changed_rows(connection: asyncpg.Connection, space_id: UUID, since: int) -> AsyncIterator[tuple[Apply, Rows]]:
    """What is newer than `since`, in batches, each with how an index learns it."""
    changed, erased = await _changed(connection, space_id, since)
    for kind in changed:
        columns = ", ".join(("id", "created_at", "updated_at", "version", "deleted_at", *kind.indexed, "sealed"))
        alive = "" if since else "AND deleted_at IS NULL"
        query = f"SELECT {columns} FROM {kind.table} WHERE space_id = $1 AND version > $2 {alive}"  # noqa: S608
        async for rows in _batches(connection, query, space_id, since):
            yield partial(_put_records, kind), rows
    if erased:
        query = "SELECT kind, record_id FROM changes WHERE space_id = $1 AND version > $2 AND op = 'erase'"
        async for rows in _batches(connection, query, space_id, since):
            yield _erase, rows
    query = "SELECT kind, record_id, model, sealed FROM vectors WHERE space_id = $1 AND version > $2"
    async for rows in _batches(connection, query, space_id, since):
        yield _put_vectors, rows


async def _changed(connection: asyncpg.Connection, space_id: UUID, since: int) -> tuple[list[Kind], bool]:
    """The kinds of what is newer, and whether anything was erased."""
    if not since:
        return searchable(), False
    query = "SELECT DISTINCT kind, op = 'erase' AS erased FROM changes WHERE space_id = $1 AND version > $2"
    rows = await connection.fetch(query, space_id, since)
    changed = {row["kind"] for row in rows}
    return [kind for kind in searchable() if kind.name in changed], any(row["erased"] for row in rows)


async def _batches(connection: asyncpg.Connection, query: str, space_id: UUID, since: int) -> AsyncIterator[Rows]:
    rows: list[Mapping[str, Any]] = []
    async for row in connection.cursor(query, space_id, since, prefetch=BATCH):  # one round trip for a few rows
        rows.append(row)
        if len(rows) == BATCH:
            yield rows
            rows = []
    if rows:
        yield rows


def _put_records(kind: Kind, index: SpaceIndex, sealer: Sealer, space_id: UUID, rows: Rows) -> None:
    for row in rows:
        if row["deleted_at"] is not None:
            index.remove(kind.name, row["id"])
        else:
            index.put(document(kind, row, open_row(sealer, space_id, kind, row)))


def _erase(index: SpaceIndex, _sealer: Sealer, _space_id: UUID, rows: Rows) -> None:
    for row in rows:
        index.erase(row["kind"], row["record_id"])


def _put_vectors(index: SpaceIndex, sealer: Sealer, space_id: UUID, rows: Rows) -> None:
    """Vectors of another model than the index's are passed over, and all where a store holds them."""
    for row in rows if index.holds_vectors else ():
        if row["model"] == index.model and row["kind"] in registry:
            name = f"{row['kind']}\0{row['model']}\0".encode() + row["record_id"].bytes
            _, vectors = unpack(sealer.open(space_id, "vectors", name, row["sealed"]))
            index.put_vectors(row["kind"], row["record_id"], vectors)


def document(kind: Kind, row: Mapping[str, Any], private: bytes) -> Doc:
    """A record as the index knows it."""
    values = {**row, **orjson.loads(private)}
    spec = kind.search
    return Doc(
        kind=kind.name,
        id=row["id"],
        at=row[spec.at] or row["created_at"],
        title=values.get(spec.title) or "" if spec.title else "",
        text="\n".join(text for name in spec.text if (text := values.get(name))),
        keys={name: tuple(_key_values(values.get(name))) for name in spec.keys},
        thread=str(values[spec.thread]) if spec.thread and values.get(spec.thread) else None,
        speaker=values.get(spec.speaker) if spec.speaker else None,
    )


def _key_values(value: Any) -> Iterator[str]:
    if value is None or value == "":
        return
    if isinstance(value, (list, tuple)):
        yield from (str(item) for item in value)
    else:
        yield str(value)
