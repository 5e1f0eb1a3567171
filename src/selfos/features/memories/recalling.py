"""Recalling what fits a question: memories, and the records that the person wrote, said or was given."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from selfos.features.memories.records import Memory, MemoryKind
from selfos.features.profile import profile_of
from selfos.intelligence.builtin.date_hints import date_hints
from selfos.intelligence.builtin.remembering import Recalled, Recollection
from selfos.kernel import clock
from selfos.kernel.context import Context
from selfos.kernel.reading import fetch_records
from selfos.kernel.records import Record, registry
from selfos.kernel.search import Hit, Query

RECALLED: Final = ("memory", "thought", "message", "task", "goal", "milestone", "habit", "project", "source")
"""Kinds that tell of a life. What the engine itself said of it (an insight, a suggestion) is no evidence."""


async def recall(
    context: Context,
    question: str,
    *,
    limit: int = 8,
    kinds: Sequence[str] | None = None,
    what: Sequence[MemoryKind] | None = None,
    at: datetime | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> Recalled:
    """What fits a question, best first.

    `kinds` are kinds of records (RECALLED where none is named), `what` kinds of memories; `at` is an aware time as of
    which it was known; `since` (included) and `until` (excluded) limit when it was said.
    """
    wanted = tuple(kind for kind in kinds or RECALLED if kind in registry)
    zone = (await profile_of(context.runtime, context.space_id)).zone
    hints = date_hints(question, (at or clock.now()).astimezone(zone))
    query = Query(question, kinds=wanted, since=since, until=until, date_hints=hints, limit=3 * limit)
    async with context.runtime.indexes.opened(context.space_id) as index:
        results = await asyncio.to_thread(index.search, query, context.runtime.encoder)
    records = await _records(context, results.hits)
    found = [r for r in _recollections(results.hits, records) if _admitted(r, what, at)]
    return Recalled(tuple(found[:limit]), results.degraded)


def _admitted(found: Recollection, what: Sequence[MemoryKind] | None, at: datetime | None) -> bool:
    if at is not None and found.at > at:
        return False
    return what is None or found.memory is None or found.memory.what in what


async def _records(context: Context, hits: Sequence[Hit]) -> dict[tuple[str, UUID], Record]:
    runtime, space = context.runtime, context.space_id
    found: dict[tuple[str, UUID], Record] = {}
    async with runtime.database.space(space, read_only=True) as connection:
        for kind in sorted({hit.kind for hit in hits}):
            ids = [hit.id for hit in hits if hit.kind == kind]
            rows = await fetch_records(connection, runtime.sealer, space, registry[kind], ids)
            found |= {(kind, row.id): row for row in rows if row.deleted_at is None}
    return found


def _recollections(hits: Sequence[Hit], records: Mapping[tuple[str, UUID], Record]) -> Iterator[Recollection]:
    for hit in hits:
        record = records.get((hit.kind, hit.id))
        if record is not None:  # else deleted between the index and the table
            yield _recollection(hit, record)


def _recollection(hit: Hit, record: Record) -> Recollection:
    spec = record.spec.search
    parts = [getattr(record, name) for name in (spec.title, *spec.text) if name]
    return Recollection(
        kind=hit.kind,
        id=hit.id,
        text="\n".join(part for part in parts if part),
        at=getattr(record, spec.at) or record.created_at,
        score=hit.score,
        said_by=_said_by(record),
        memory=record if isinstance(record, Memory) else None,
        likeness=hit.likeness,
    )


def _said_by(record: Record) -> str:
    if record.spec.search.speaker:
        speaker: Any = getattr(record, record.spec.search.speaker)
        return "me" if speaker in {None, "user"} else str(speaker)
    return "source" if record.spec.name == "source" else "me"
