"""Embedding records in the background, whenever what they say has changed."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

import numpy as np

from selfos.features.embedding.encoders import encoder_of, wanted_encoder
from selfos.kernel.indexing.standing import standing_of
from selfos.kernel.indexing.stored_vectors import FloatArray, pack, text_hash, unpack
from selfos.kernel.jobs.queue import WHOLE_SPACE, JobKind
from selfos.kernel.principal import ENGINE
from selfos.kernel.reading import fetch_records, open_vector
from selfos.kernel.records import Kind, Record, registry
from selfos.kernel.runtime import Runtime
from selfos.kernel.search.documents import Doc
from selfos.kernel.search.passages import passages
from selfos.kernel.search.ports import Encoder, MeaningUnavailable
from selfos.kernel.unit import Change, JobRequest, Unit

EXTRA: Final = "vector_store"
"""Where the runtime's extras hold the VectorStore, if vectors are carried to one."""
EMBED: Final = "search.embed"
SETTLE: Final = "search.settle"
WITH_THEIR_ANALYSIS: Final = frozenset({"thought"})
"""Kinds that are embedded with their analysis, which compares them by the built-in engine's vectors."""


def has_meaning(kind: Kind) -> bool:
    """Whether records of this kind are found by meaning."""
    return kind.search.meaning and bool(kind.search.title or kind.search.text)


def wants_embedding(change: Change) -> Iterable[JobRequest]:
    """New words want a new vector; a thought gets its own when it is analysed."""
    kind = change.kind
    if not has_meaning(kind) or kind.name in WITH_THEIR_ANALYSIS:
        return
    if change.op == "create" or not change.before.keys().isdisjoint((kind.search.title, *kind.search.text)):
        yield JobRequest(EMBED, change.record.id)


async def embed_changed(runtime: Runtime, space_id: UUID, ids: Sequence[UUID]) -> None:
    """Embed these records, whatever their kind."""
    query = "SELECT DISTINCT kind, record_id FROM changes WHERE space_id = $1 AND record_id = ANY($2)"
    async with runtime.database.space(space_id, read_only=True) as connection:
        rows = await connection.fetch(query, space_id, list(ids))
        records: list[Record] = []
        for name in sorted({row["kind"] for row in rows}):
            wanted = [row["record_id"] for row in rows if row["kind"] == name]
            records += await fetch_records(connection, runtime.sealer, space_id, registry[name], wanted)
    await _embed(runtime, space_id, records, runtime.encoder)


async def embed(runtime: Runtime, space_id: UUID, records: Sequence[Record], encoder: Encoder | None) -> None:
    """Keep the vectors of these records, but for those that say what they said when they were embedded.

    Beside the one by which the space is searched, the model that is to follow it makes them too, and `encoder`, the
    built-in one, where they are compared by it. Where there is no model there are none, and search goes by words alone;
    where one cannot be asked now, a job asks it later.
    """
    try:
        await _embed(runtime, space_id, records, encoder)
    except MeaningUnavailable:
        async with runtime.unit(space_id, ENGINE, EMBED) as unit:
            for record in records:
                unit.enqueue(EMBED, record.id)


async def _embed(runtime: Runtime, space_id: UUID, records: Sequence[Record], encoder: Encoder | None) -> None:
    """The same. Raises MeaningUnavailable."""
    async with runtime.database.space(space_id, read_only=True) as connection:
        standing = await standing_of(connection, space_id, encoder.model if encoder else "")
    wanted = await wanted_encoder(runtime, space_id)
    compared = encoder if any(record.spec.name in WITH_THEIR_ANALYSIS for record in records) else None
    encoders = {e.model: e for e in (compared, encoder_of(runtime, space_id, standing.model), wanted) if e is not None}
    for one in encoders.values():
        await embed_by(runtime, space_id, records, one)
    if encoders and (EXTRA in runtime.extras or (wanted and wanted.model != standing.model)):
        async with runtime.unit(space_id, ENGINE, SETTLE) as unit:
            unit.enqueue(SETTLE, WHOLE_SPACE)


async def embed_by(runtime: Runtime, space_id: UUID, records: Sequence[Record], encoder: Encoder) -> None:
    """The same by one model."""
    kept = await _kept(runtime, space_id, encoder.model, [record.id for record in records])
    docs = [_said(record) for record in records if record.deleted_at is None]
    fresh = [doc for doc in docs if doc.words.strip() and kept.get(doc.id) != text_hash(doc.words)]
    if not fresh:
        return
    vectors = await asyncio.to_thread(_encode, encoder, fresh)
    async with runtime.unit(space_id, ENGINE, EMBED) as unit:
        there = await _still_there(unit, fresh)
        for doc, rows in zip(fresh, vectors, strict=True):
            if doc.id in there:
                unit.put_vector(doc.kind, doc.id, encoder.model, pack(text_hash(doc.words), rows))


async def _still_there(unit: Unit, docs: Sequence[Doc]) -> set[UUID]:
    """Those that were not erased while they were read; nothing of what was erased may be kept."""
    kinds = {doc.kind for doc in docs}
    found = [await unit.get_many(registry[k].model, [d.id for d in docs if d.kind == k], deleted=True) for k in kinds]
    return {record.id for records in found for record in records}


def _said(record: Record) -> Doc:
    """What a record says: its title and its text."""
    search = record.spec.search
    title = getattr(record, search.title) if search.title else None
    text = "\n".join(filter(None, (getattr(record, name) for name in search.text)))
    return Doc(kind=record.spec.name, id=record.id, at=record.created_at, title=title or "", text=text)


async def _kept(runtime: Runtime, space_id: UUID, model: str, ids: Sequence[UUID]) -> dict[UUID, bytes]:
    """The hash of the words by which each of these records was embedded."""
    query = """SELECT kind, record_id, model, sealed FROM vectors
        WHERE space_id = $1 AND model = $2 AND record_id = ANY($3)"""
    async with runtime.database.space(space_id, read_only=True) as connection:
        rows = await connection.fetch(query, space_id, model, list(ids))
    return {row["record_id"]: unpack(open_vector(runtime.sealer, space_id, row))[0] for row in rows}


def _encode(encoder: Encoder, docs: Sequence[Doc]) -> list[FloatArray]:
    """A row for each passage of each record."""
    cut = [passages(doc) for doc in docs]
    rows = encoder.encode([passage for parts in cut for passage in parts])
    ends = np.cumsum([len(parts) for parts in cut])
    return np.split(rows, ends[:-1])


jobs = (JobKind(EMBED, embed_changed, batch=64),)
reactions = (wants_embedding,)
