"""Bringing a space to the embedding and the store that were chosen, while it is searched by those it has.

Vectors are made beside the old ones and carried to the store; only when all are there does the space come to stand by
them, and the old ones go. A job that is cut off goes on where it stopped: what was made is not made again.
"""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

import asyncpg

from selfos.features.embedding.encoders import wanted_encoder
from selfos.features.embedding.service import EXTRA, SETTLE, WITH_THEIR_ANALYSIS, embed_by, has_meaning
from selfos.kernel.indexing.standing import Standing, set_standing, standing_of
from selfos.kernel.indexing.stored_vectors import unpack
from selfos.kernel.jobs.queue import WHOLE_SPACE, JobKind
from selfos.kernel.reading import fetch_records, open_vector
from selfos.kernel.records import Kind, registry
from selfos.kernel.runtime import Runtime
from selfos.kernel.search import Encoder, VectorStore
from selfos.kernel.unit import Change, JobRequest

_BATCH: Final = 64
_CARRIED_AT_ONCE: Final = 500
_MANY_ATTEMPTS: Final = 1000
"""Whoever makes vectors may be away for weeks."""


async def settle(runtime: Runtime, space_id: UUID, _subjects: Iterable[UUID] = ()) -> None:
    """Bring a space to what was chosen; nothing is done where it stands by that."""
    encoder = await wanted_encoder(runtime, space_id)
    if encoder is None:
        return
    store: VectorStore | None = runtime.extras.get(EXTRA)
    builtin = runtime.encoder.model if runtime.encoder else ""
    async with runtime.database.space(space_id, read_only=True) as connection:
        standing = await standing_of(connection, space_id, builtin)
    if standing.model != encoder.model:
        for kind in filter(has_meaning, registry.all()):
            await _embed_all(runtime, space_id, kind, encoder)
    reached = standing
    if store is not None:
        follows = (standing.model, standing.store) == (encoder.model, store.name)
        reached = await _carry(runtime, space_id, store, encoder.model, standing.carried if follows else 0)
    elif standing.model != encoder.model or standing.store is not None:
        reached = Standing(encoder.model)
    if reached != standing:
        async with runtime.database.space(space_id) as connection:
            await set_standing(connection, space_id, reached)
    if reached.model != standing.model:
        await _forget_others(runtime, space_id, reached.model)


async def _embed_all(runtime: Runtime, space_id: UUID, kind: Kind, encoder: Encoder) -> None:
    query = f"""SELECT id FROM {kind.table} WHERE space_id = $1 AND deleted_at IS NULL AND id > $2
        ORDER BY id LIMIT {_BATCH}"""  # noqa: S608 - names of declarations and a number of ours
    last = UUID(int=0)
    while True:
        async with runtime.database.space(space_id, read_only=True) as connection:
            ids = [row["id"] for row in await connection.fetch(query, space_id, last)]
            records = await fetch_records(connection, runtime.sealer, space_id, kind, ids)
        if not ids:
            return
        await embed_by(runtime, space_id, records, encoder)
        last = ids[-1]


async def _carry(runtime: Runtime, space_id: UUID, store: VectorStore, model: str, since: int) -> Standing:
    """Bring what is newer than a version to the store; where it stands then."""
    async with runtime.database.space(space_id, read_only=True) as connection:
        version = await connection.fetchval("SELECT version FROM space_versions WHERE space_id = $1", space_id)
        query = "SELECT kind, record_id FROM changes WHERE space_id = $1 AND version > $2 AND op = 'erase'"
        erased = [(row["kind"], row["record_id"]) for row in await connection.fetch(query, space_id, since)]
    if erased:
        await store.remove(space_id, erased)
    while rows := await _vectors(runtime, space_id, model, since):
        opened = {(row["kind"], row["record_id"]): open_vector(runtime.sealer, space_id, row) for row in rows}
        await store.put(space_id, model, {ref: unpack(plain)[1] for ref, plain in opened.items()})
        since = rows[-1]["version"]
    return Standing(model, store.name, max(version, since))


async def _vectors(runtime: Runtime, space_id: UUID, model: str, since: int) -> list[asyncpg.Record]:
    """The next vectors in the order of versions, all of the last version."""
    query = """SELECT kind, record_id, model, version, sealed FROM vectors
        WHERE space_id = $1 AND model = $2 AND version > $3 ORDER BY version FETCH FIRST ($4) ROWS WITH TIES"""
    async with runtime.database.space(space_id, read_only=True) as connection:
        rows: list[asyncpg.Record] = await connection.fetch(query, space_id, model, since, _CARRIED_AT_ONCE)
    return rows


async def _forget_others(runtime: Runtime, space_id: UUID, model: str) -> None:
    """Drop the vectors that no longer answer, but for those that analysis compares by."""
    builtin = runtime.encoder.model if runtime.encoder else ""
    async with runtime.database.space(space_id) as connection:
        await connection.execute(
            "DELETE FROM vectors WHERE space_id = $1 AND model <> $2 AND NOT (model = $3 AND kind = ANY($4))",
            *(space_id, model, builtin, list(WITH_THEIR_ANALYSIS)),
        )
    if (store := runtime.extras.get(EXTRA)) is not None:
        await store.keep_only(space_id, model)


def wants_settling(change: Change) -> Iterable[JobRequest]:
    """What was erased must leave the store; another mode may allow other models."""
    mode_chosen = change.kind.name == "profile" and (change.op != "update" or "model_mode" in change.before)
    if change.op == "erase" or mode_chosen:
        yield JobRequest(SETTLE, WHOLE_SPACE)


jobs = (JobKind(SETTLE, settle, max_attempts=_MANY_ATTEMPTS),)
reactions = (wants_settling,)
