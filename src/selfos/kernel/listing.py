"""A page of a list: by PostgreSQL where clear columns suffice, by the space's search index where words are needed."""

import base64
import binascii
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

import orjson

from selfos.kernel.columns import plain_type
from selfos.kernel.context import Context
from selfos.kernel.errors import BadRequest, Invalid
from selfos.kernel.filters import ListQuery, filters_of
from selfos.kernel.reading import Listing, list_plain
from selfos.kernel.records import Kind, to_json
from selfos.kernel.search import Filter as IndexFilter

_ALL: Final = 1_000_000


async def list_page(
    context: Context, kind: Kind, query: ListQuery, *, within: Sequence[UUID] | None = None
) -> dict[str, Any]:
    """`{items, next, version}`; `next` is the cursor of the following page, null on the last one.

    `within` leaves only these records, where a feature has conditions of its own.
    """
    conditions = _clear_conditions(kind, query)
    if within is not None:
        conditions.append(("id", "ANY", within))
    if any(f.by_index and getattr(query, f.parameter) is not None for f in filters_of(kind)) or query.q is not None:
        if query.deleted:
            raise Invalid("deleted records cannot be found by words or tags; list them without", field="deleted")
        conditions.append(("id", "ANY", await _found_by_index(context, kind, query)))
    sort: str = query.sort  # type: ignore[attr-defined] # each kind's query model adds it
    after = _decode(query.cursor, kind, sort) if query.cursor else None
    listing = Listing(tuple(conditions), sort, query.order == "desc", after, query.limit + 1, query.deleted)
    runtime, space = context.runtime, context.space_id
    async with runtime.database.space(space, read_only=True) as connection:
        version = await connection.fetchval("SELECT version FROM space_versions WHERE space_id = $1", space)
        items = await list_plain(connection, runtime.sealer, space, kind, listing)
    more = len(items) > query.limit
    items = items[: query.limit]
    return {"items": items, "next": _encode(items[-1][sort], items[-1]["id"]) if more else None, "version": version}


def _clear_conditions(kind: Kind, query: ListQuery) -> list[tuple[str, str, Any]]:
    conditions: list[tuple[str, str, Any]] = [
        (f.field, f.operator, value)
        for f in filters_of(kind)
        if f.operator is not None and (value := getattr(query, f.parameter)) is not None
    ]
    times = ((">=", query.since), ("<", query.until))
    return conditions + [(kind.search.at, operator, value) for operator, value in times if value]


async def _found_by_index(context: Context, kind: Kind, query: ListQuery) -> list[UUID]:
    """The records that carry the wanted words and private keys; order and pages are PostgreSQL's work."""
    keys = {f.field: v for f in filters_of(kind) if f.by_index and (v := getattr(query, f.parameter)) is not None}
    wanted = IndexFilter(kind.name, keys=keys, words=query.q, since=query.since, until=query.until, limit=_ALL)
    async with context.runtime.indexes.opened(context.space_id) as index:
        return list(index.filter(wanted))


def _encode(value: Any, record_id: UUID) -> str:
    return base64.urlsafe_b64encode(to_json([value, record_id])).decode().rstrip("=")


def _decode(cursor: str, kind: Kind, sort: str) -> tuple[Any, UUID]:
    """Raises BadRequest for a cursor that this list did not give."""
    try:
        value, record_id = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return _typed(value, plain_type(kind.model.model_fields[sort].annotation)), UUID(record_id)
    except (ValueError, TypeError, KeyError, binascii.Error) as error:
        raise BadRequest("this cursor belongs to another list", field="cursor") from error


def _typed(value: Any, kind: type) -> Any:
    if value is None:
        return None
    if kind is datetime:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError("a moment without a zone")
        return moment
    if kind is date:
        return date.fromisoformat(value)
    if not isinstance(value, kind):
        raise TypeError(kind.__name__)
    return value
