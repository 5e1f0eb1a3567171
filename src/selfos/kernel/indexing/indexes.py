"""The search indexes of the spaces in use: opened from a sealed snapshot, folded up to now before each answer.

Every process folds its own copy. Before it answers it compares the space's version and folds the tail, so that a person
finds what they have just saved. The least recently used indexes leave memory.
"""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

import asyncpg
import structlog

from selfos.kernel import clock
from selfos.kernel.database import Database
from selfos.kernel.errors import NotFound
from selfos.kernel.indexing import folding
from selfos.kernel.indexing.standing import Distant
from selfos.kernel.keys.sealing import SealBroken, Sealer
from selfos.kernel.search import Encoder, Near, SpaceIndex, VectorStore
from selfos.kernel.telemetry import OPEN_INDEXES

MAX_OPEN: Final = 64
MAX_BYTES: Final = 512 * 1024 * 1024
SNAPSHOT_AFTER: Final = 1000
"""Versions by which a stored snapshot may lag behind before a new one is written."""
_IN_PLACE: Final = 100
"""Rows folded without leaving the event loop: about 10 ms of work."""

_STANDING: Final = """SELECT version, model, store FROM space_versions LEFT JOIN space_embeddings USING (space_id)
    WHERE space_id = $1"""
_log = structlog.get_logger("search")

Encoders = Callable[[UUID, str], Encoder | None]


@dataclass(slots=True)
class _Open:
    """An index in memory, and the version of the snapshot that stands behind it."""

    index: SpaceIndex | None = None
    stored: int = 0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class SpaceIndexes:
    """The open indexes of this process.

    `model` names the vectors that count where a space has not come to stand by others; `store` is where vectors lie
    that were carried to it, `encoders` gives the encoder of a space by its model.
    """

    def __init__(
        self,
        database: Database,
        sealer: Sealer,
        model: str | None,
        store: VectorStore | None = None,
        encoders: Encoders | None = None,
    ) -> None:
        self._database, self._sealer, self._model = database, sealer, model or ""
        self._store, self._encoders = store, encoders
        self._open: OrderedDict[UUID, _Open] = OrderedDict()
        self._writing: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def opened(self, space_id: UUID) -> AsyncIterator[SpaceIndex]:
        """The space's index as of now, held still for the length of the block.

        Raises NotFound where there is no such space.
        """
        entry = self._open.setdefault(space_id, _Open())
        self._open.move_to_end(space_id)
        async with entry.lock:
            index = await self._current(space_id, entry)
            yield index
        self._evict()

    async def close(self) -> None:
        """Wait for snapshots being written."""
        await asyncio.gather(*self._writing, return_exceptions=True)

    async def _current(self, space_id: UUID, entry: _Open) -> SpaceIndex:
        async with self._database.space(space_id, read_only=True) as connection:
            row = await connection.fetchrow(_STANDING, space_id)
            if row is None:
                raise NotFound("this space does not exist here")
            version, model = row["version"], row["model"] or self._model
            near = self._near(space_id, model, row["store"])
            if entry.index is None or entry.index.model != model or entry.index.holds_vectors is not (near is None):
                entry.index = await self._loaded(connection, space_id, entry, model, near)
            index = entry.index
            if version != index.version:
                async for apply, rows in folding.changed_rows(connection, space_id, index.version):
                    if len(rows) <= _IN_PLACE:
                        apply(index, self._sealer, space_id, rows)
                    else:
                        await asyncio.to_thread(apply, index, self._sealer, space_id, rows)
                index.version = version
        if index.version - entry.stored >= SNAPSHOT_AFTER:
            await self._snapshot(space_id, entry, index)
        return index

    def _near(self, space_id: UUID, model: str, store: str | None) -> Near | None:
        """The vectors of a space where they were carried to the store that is in use."""
        if self._store is None or self._store.name != store:
            return None
        return Distant(self._store, space_id, model, asyncio.get_running_loop())

    async def _loaded(
        self, connection: asyncpg.Connection, space_id: UUID, entry: _Open, model: str, near: Near | None
    ) -> SpaceIndex:
        """The index of the snapshot, an empty one where there is none of this model."""
        index = await self._unsealed(connection, space_id, near)
        if index is None or index.model != model:
            index = SpaceIndex(model, near)
        entry.stored = index.version
        index.encoder = self._encoders(space_id, model) if self._encoders and model != self._model else None
        return index

    async def _unsealed(self, connection: asyncpg.Connection, space_id: UUID, near: Near | None) -> SpaceIndex | None:
        row = await connection.fetchrow("SELECT version, sealed FROM index_snapshots WHERE space_id = $1", space_id)
        if row is None:
            return None
        try:
            plain = self._sealer.open(space_id, "search", _name(row["version"]), row["sealed"])
            return await asyncio.to_thread(SpaceIndex.from_bytes, plain, near)
        except (SealBroken, ValueError) as error:
            _log.warning("snapshot unreadable, rebuilding", error=type(error).__name__)
            return None

    async def _snapshot(self, space_id: UUID, entry: _Open, index: SpaceIndex) -> None:
        """Serialise now, while the index is held still; store in the background, one process at a time."""
        plain = await asyncio.to_thread(index.to_bytes)
        entry.stored = index.version
        task = asyncio.create_task(self._keep(space_id, index.version, plain))
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)

    async def _keep(self, space_id: UUID, version: int, plain: bytes) -> None:
        sealed = self._sealer.seal(space_id, "search", _name(version), plain)
        async with self._database.space(space_id) as connection:
            if not await connection.fetchval("SELECT pg_try_advisory_xact_lock($1)", space_id.int % 2**63):
                return
            await connection.execute(
                """INSERT INTO index_snapshots (space_id, version, made_at, sealed) VALUES ($1, $2, $3, $4)
                ON CONFLICT (space_id) DO UPDATE SET version = $2, made_at = $3, sealed = $4
                WHERE index_snapshots.version <= $2""",
                *(space_id, version, clock.now(), sealed),
            )

    def _evict(self) -> None:
        total = sum(entry.index.memory for entry in self._open.values() if entry.index is not None)
        for space_id, entry in list(self._open.items()):
            if len(self._open) <= 1 or (len(self._open) <= MAX_OPEN and total <= MAX_BYTES):
                break
            if not entry.lock.locked():
                total -= entry.index.memory if entry.index is not None else 0
                del self._open[space_id]
        OPEN_INDEXES.set(len(self._open))


def _name(version: int) -> bytes:
    return version.to_bytes(8, "big")
