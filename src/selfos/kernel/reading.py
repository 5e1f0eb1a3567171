"""Reading records: by id, and in lists sorted and filtered by their clear columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

import asyncpg

from selfos.kernel.columns import is_nullable
from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.records import BASE_FIELDS, Kind, Record

MAX_PAGE = 200


@dataclass(frozen=True, slots=True)
class Listing:
    """Which records, in which order: conditions on clear columns, keyset after a sort value and id."""

    conditions: tuple[tuple[str, str, Any], ...] = ()
    order: str = "created_at"
    descending: bool = True
    after: tuple[Any, UUID] | None = None
    limit: int = 50
    deleted: bool = False

    def shape(self) -> "Shape":
        """All that the text of its SQL depends on."""
        conditions = tuple((column, operator) for column, operator, _ in self.conditions)
        after = None if self.after is None else "null" if self.after[0] is None else "value"
        return Shape(conditions, self.order, self.descending, after, self.deleted)


@dataclass(frozen=True, slots=True)
class Shape:
    """A listing without its values."""

    conditions: tuple[tuple[str, str], ...]
    order: str
    descending: bool
    after: str | None
    deleted: bool


async def fetch_records(
    connection: asyncpg.Connection, sealer: Sealer, space_id: UUID, kind: Kind, ids: Sequence[UUID]
) -> list[Record]:
    """The records with these ids that exist, deleted ones included, in no particular order."""
    rows = await connection.fetch(_by_ids(kind), space_id, ids)
    return [kind.load(row, open_row(sealer, space_id, kind, row)) for row in rows]


async def fetch_plain(
    connection: asyncpg.Connection, sealer: Sealer, space_id: UUID, kind: Kind, ids: Sequence[UUID]
) -> list[dict[str, Any]]:
    """The same as JSON-ready values, in the order of `ids`."""
    rows = await connection.fetch(_by_ids(kind), space_id, ids)
    found = {row["id"]: kind.plain(row, open_row(sealer, space_id, kind, row)) for row in rows}
    return [found[i] for i in ids if i in found]


async def list_plain(
    connection: asyncpg.Connection, sealer: Sealer, space_id: UUID, kind: Kind, listing: Listing
) -> list[dict[str, Any]]:
    """A page of records as JSON-ready values."""
    arguments: list[Any] = [space_id, listing.limit, *(value for _, _, value in listing.conditions)]
    if listing.after:
        arguments += [value for value in listing.after if value is not None]
    rows = await connection.fetch(_list_sql(kind, listing.shape()), *arguments)
    return [kind.plain(row, open_row(sealer, space_id, kind, row)) for row in rows]


def open_row(sealer: Sealer, space_id: UUID, kind: Kind, row: Mapping[str, Any]) -> bytes:
    """The opened envelope of a stored row."""
    return sealer.open(space_id, "records", kind.name.encode() + row["id"].bytes, row["sealed"])


def open_vector(sealer: Sealer, space_id: UUID, row: Mapping[str, Any]) -> bytes:
    """The opened vector of a stored row with its `kind`, `record_id`, `model` and `sealed`."""
    name = f"{row['kind']}\0{row['model']}\0".encode() + row["record_id"].bytes
    return sealer.open(space_id, "vectors", name, row["sealed"])


def _columns(kind: Kind) -> str:
    return ", ".join((*BASE_FIELDS, *kind.indexed, "sealed"))


@lru_cache(maxsize=256)
def _by_ids(kind: Kind) -> str:
    return f"SELECT {_columns(kind)} FROM {kind.table} WHERE space_id = $1 AND id = ANY($2::uuid[])"  # noqa: S608


@lru_cache(maxsize=1024)
def _list_sql(kind: Kind, shape: Shape) -> str:
    """Names and operators come from declarations and from the product's own code, never from a request."""
    where = ["space_id = $1", "deleted_at IS NOT NULL" if shape.deleted else "deleted_at IS NULL"]
    for number, (column, operator) in enumerate(shape.conditions, start=3):
        where.append(f"{column} = ANY(${number})" if operator == "ANY" else f"{column} {operator} ${number}")
    order, sign = shape.order, "<" if shape.descending else ">"
    nullable = is_nullable(kind.model.model_fields[order].annotation)
    after = 3 + len(shape.conditions)
    if shape.after == "value":
        beyond = f"({order}, id) {sign} (${after}, ${after + 1})"
        where.append(f"({beyond} OR {order} IS NULL)" if nullable else beyond)
    elif shape.after == "null":
        where.append(f"{order} IS NULL AND id {sign} ${after}")
    direction = "DESC" if shape.descending else "ASC"
    nulls = " NULLS LAST" if nullable else ""
    return (
        f"SELECT {_columns(kind)} FROM {kind.table} WHERE {' AND '.join(where)} "  # noqa: S608
        f"ORDER BY {order} {direction}{nulls}, id {direction} LIMIT $2"
    )
