"""What a device has missed, and all that a new one needs."""

from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

import asyncpg

from selfos.kernel import clock
from selfos.kernel.context import Context
from selfos.kernel.errors import BadRequest
from selfos.kernel.principal import Principal
from selfos.kernel.reading import fetch_plain
from selfos.kernel.records import Kind
from selfos.kernel.runtime import Runtime
from selfos.surfaces.sync.cursors import Cursor, Mark, Place, follows, missed_since, standing
from selfos.surfaces.sync.messages import Ask, Page, SpacePage
from selfos.surfaces.sync.seats import readable, seats_of

Rows = Sequence[asyncpg.Record]

_TAIL: Final = """SELECT version, unit_id, kind, record_id FROM changes
    WHERE space_id = $1 AND version > $2 AND kind = ANY($3) ORDER BY version FETCH FIRST ($4) ROWS WITH TIES"""


async def pull(context: Context, given: Ask) -> Page:
    """Every record touched by the next units of each space, as it is now.

    A record that was touched again later comes again with that later unit: a page is read in one snapshot and holds
    whole units, so it is never older than what it announces.
    """
    runtime = context.runtime
    cursor = Cursor.parse(given.cursor) if given.cursor else Cursor()
    if cursor.left is not None:
        raise BadRequest("this bootstrap is not finished", field="cursor")
    seats = await seats_of(runtime, context.principal)
    marks = {space: mark for space, mark in cursor.marks.items() if space in seats}
    room, pages = given.limit, list[SpacePage]()
    for space, seat in seats.items():
        if room <= 0:
            break
        async with runtime.database.space(space, read_only=True) as connection:
            mark = marks.get(space, Mark())
            if await _too_far_off(runtime, connection, space, mark):
                return Page(reset=True)
            rows = await connection.fetch(_TAIL, space, mark.version, list(readable(seat)), room)
            marks[space] = await standing(connection, space) if len(rows) < room else _at(rows)
            pages += await _page(runtime, connection, seat, rows)
        room -= len(rows)
    dropped = [space for space in cursor.marks if space not in seats]
    return Page(spaces=pages, dropped=dropped, more=room <= 0, cursor=Cursor(marks=marks).text())


async def bootstrap(context: Context, given: Ask) -> Page:
    """All living records of each space, those changed last first.

    The marks are taken before the first page; what changes while the pages are read has a higher version, and comes
    with the pulls that follow.
    """
    runtime = context.runtime
    seats = await seats_of(runtime, context.principal)
    cursor = Cursor.parse(given.cursor) if given.cursor else await _beginning(runtime, seats)
    if cursor.left is None:
        raise BadRequest("this bootstrap is finished; pull from here", field="cursor")
    room, pages, left = given.limit, list[SpacePage](), cursor.left
    for space, mark in sorted(cursor.marks.items()):
        if space not in seats or space < left.space:
            continue
        below = left.below if space == left.space else mark.version + 1
        if room <= 0:
            return _unfinished(pages, cursor.marks, Place(space, below))
        async with runtime.database.space(space, read_only=True) as connection:
            rows = await connection.fetch(_newest(tuple(readable(seats[space]).values())), space, below, room)
            pages += await _page(runtime, connection, seats[space], rows)
        if len(rows) >= room:
            return _unfinished(pages, cursor.marks, Place(space, rows[-1]["version"]))
        room -= len(rows)
    return Page(spaces=pages, filled=1, cursor=Cursor(marks=cursor.marks).text())


def _unfinished(pages: list[SpacePage], marks: dict[UUID, Mark], left: Place) -> Page:
    done = sum(mark.version for space, mark in marks.items() if space < left.space)
    filled = (done + marks[left.space].version + 1 - left.below) / max(1, sum(mark.version for mark in marks.values()))
    return Page(spaces=pages, more=True, filled=filled, cursor=Cursor(marks=marks, left=left).text())


async def _beginning(runtime: Runtime, seats: dict[UUID, Principal]) -> Cursor:
    marks = {}
    for space in seats:
        async with runtime.database.space(space, read_only=True) as connection:
            marks[space] = await standing(connection, space)
    first = min(marks)
    return Cursor(marks=marks, left=Place(first, marks[first].version + 1))


async def _too_far_off(runtime: Runtime, connection: asyncpg.Connection, space: UUID, mark: Mark) -> bool:
    """Whether the log does not go on from there, or holds deletions that may be forgotten by now."""
    if not mark.version:
        return False
    if not await follows(connection, space, mark):
        return True
    missed = await missed_since(connection, space, mark)
    return missed is not None and missed < clock.now() - timedelta(days=runtime.settings.tombstone_days)


def _at(rows: Rows) -> Mark:
    return Mark(rows[-1]["version"], rows[-1]["unit_id"])


async def _page(runtime: Runtime, connection: asyncpg.Connection, seat: Principal, rows: Rows) -> list[SpacePage]:
    """The records that the rows name, each once; nothing where there are none."""
    wanted: dict[str, dict[UUID, None]] = {}
    for row in rows:
        wanted.setdefault(row["kind"], {})[row["record_id"]] = None
    records: dict[str, list[dict[str, Any]]] = {}
    erased: dict[str, list[UUID]] = {}
    for name, kind in readable(seat).items():
        if ids := list(wanted.get(name, ())):
            found = await fetch_plain(connection, runtime.sealer, seat.space_id, kind, ids)
            there = {record["id"] for record in found}
            records |= {name: found} if found else {}
            erased |= {name: gone} if (gone := [i for i in ids if i not in there]) else {}
    return [SpacePage(space=seat.space_id, records=records, erased=erased)] if wanted else []


@lru_cache(maxsize=64)
def _newest(kinds: tuple[Kind, ...]) -> str:
    """Names come from declarations alone. Each kind gives its newest by its index, so that no page reads them all."""
    if not kinds:
        return "SELECT 0 AS version WHERE $1::uuid IS NULL AND $2::bigint IS NULL AND $3::bigint IS NULL"
    newest = "ORDER BY version DESC FETCH FIRST ($3) ROWS WITH TIES"
    each = " UNION ALL ".join(
        f"(SELECT '{kind.name}' AS kind, id AS record_id, version FROM {kind.table} "  # noqa: S608
        f"WHERE space_id = $1 AND version < $2 AND deleted_at IS NULL {newest})"
        for kind in kinds
    )
    return f"SELECT kind, record_id, version FROM ({each}) AS of_each_kind {newest}"  # noqa: S608
