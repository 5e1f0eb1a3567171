"""By which embedding a space is searched, and where its vectors lie."""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar
from uuid import UUID

import asyncpg

from selfos.kernel.indexing.stored_vectors import FloatArray
from selfos.kernel.search import MeaningUnavailable, VectorStore
from selfos.kernel.search.documents import Ref

T = TypeVar("T")

_SECONDS: Final = 10
_NEAREST: Final = 400
"""Records that a store is asked for: those below count as unlike."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The model whose vectors answer in a space; the store they were carried to, up to which version of the space."""

    model: str
    store: str | None = None
    carried: int = 0


async def standing_of(connection: asyncpg.Connection, space_id: UUID, default: str) -> Standing:
    """Where a space stands; `default` is the model of one in which nothing was ever changed."""
    query = "SELECT model, store, carried FROM space_embeddings WHERE space_id = $1"
    row = await connection.fetchrow(query, space_id)
    return Standing(default) if row is None else Standing(row["model"], row["store"], row["carried"])


async def set_standing(connection: asyncpg.Connection, space_id: UUID, standing: Standing) -> None:
    """Note where a space stands now."""
    await connection.execute(
        """INSERT INTO space_embeddings (space_id, model, store, carried) VALUES ($1, $2, $3, $4)
        ON CONFLICT (space_id) DO UPDATE SET model = $2, store = $3, carried = $4""",
        *(space_id, standing.model, standing.store, standing.carried),
    )


def from_thread(asked: Coroutine[Any, Any, T], loop: asyncio.AbstractEventLoop, seconds: float = _SECONDS) -> T:
    """Wait, in a thread, for what `loop` does. Raises MeaningUnavailable where it takes too long."""
    future = asyncio.run_coroutine_threadsafe(asked, loop)
    try:
        return future.result(seconds)
    except TimeoutError as error:
        future.cancel()
        raise MeaningUnavailable("search by meaning takes too long just now; found by words alone") from error


@dataclass(frozen=True, slots=True)
class Distant:
    """The vectors of one space in a store, for the thread of a search; `loop` is that of the process."""

    store: VectorStore
    space_id: UUID
    model: str
    loop: asyncio.AbstractEventLoop

    def nearest(self, query: FloatArray) -> Sequence[tuple[Ref, float]]:
        """The records nearest to a query. Raises MeaningUnavailable."""
        return from_thread(self.store.nearest(self.space_id, self.model, query, _NEAREST), self.loop)

    def get(self, ref: Ref) -> FloatArray:
        """A record's vectors. Raises MeaningUnavailable."""
        return from_thread(self.store.get(self.space_id, self.model, ref), self.loop)
