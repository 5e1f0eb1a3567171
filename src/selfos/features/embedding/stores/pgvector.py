"""Vectors in PostgreSQL by pgvector, compared by an exact scan of one space; under row-level security, in clear."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Final
from uuid import UUID

import asyncpg
import numpy as np

from selfos.kernel.database import Database
from selfos.kernel.errors import Unavailable
from selfos.kernel.indexing.stored_vectors import FloatArray
from selfos.kernel.search import MeaningUnavailable
from selfos.kernel.search.documents import Ref

_AWAY: Final = "search by meaning needs pgvector, which does not answer; found by words alone"
_NEAREST: Final = """SELECT kind, record_id, max(likeness) AS likeness FROM (
        SELECT kind, record_id, 1 - (vector <=> $3::text::halfvec) AS likeness FROM clear_vectors
        WHERE space_id = $1 AND model = $2 ORDER BY vector <=> $3::text::halfvec LIMIT $4
    ) AS passages GROUP BY kind, record_id ORDER BY likeness DESC, record_id"""


class PgVectorStore:
    """The table `clear_vectors` of the database that the product runs on."""

    name = "pgvector"

    def __init__(self, database: Database) -> None:
        self.database = database

    async def put(self, space_id: UUID, model: str, vectors: Mapping[Ref, FloatArray]) -> None:
        rows = [
            (space_id, model, kind, record_id, number, _text(row))
            for (kind, record_id), passages in vectors.items()
            for number, row in enumerate(passages)
        ]
        async with self._space(space_id) as connection:
            await self._delete(connection, space_id, vectors, model)
            await connection.executemany(
                """INSERT INTO clear_vectors (space_id, model, kind, record_id, number, vector)
                VALUES ($1, $2, $3, $4, $5, $6::text::halfvec)""",
                rows,
            )

    async def remove(self, space_id: UUID, refs: Iterable[Ref]) -> None:
        async with self._space(space_id) as connection:
            await self._delete(connection, space_id, refs)

    async def keep_only(self, space_id: UUID, model: str) -> None:
        async with self._space(space_id) as connection:
            await connection.execute("DELETE FROM clear_vectors WHERE space_id = $1 AND model <> $2", space_id, model)

    async def nearest(self, space_id: UUID, model: str, query: FloatArray, limit: int) -> Sequence[tuple[Ref, float]]:
        async with self._space(space_id) as connection:
            rows = await connection.fetch(_NEAREST, space_id, model, _text(query), limit)
        return [((row["kind"], row["record_id"]), max(row["likeness"], 0.0)) for row in rows]

    async def get(self, space_id: UUID, model: str, ref: Ref) -> FloatArray:
        query = """SELECT vector::text FROM clear_vectors
            WHERE space_id = $1 AND model = $2 AND kind = $3 AND record_id = $4 ORDER BY number"""
        async with self._space(space_id) as connection:
            rows = await connection.fetch(query, space_id, model, *ref)
        found = [np.fromstring(row["vector"].strip("[]"), np.float32, sep=",") for row in rows]
        return np.stack(found) if found else np.empty((0, 0), np.float32)

    async def close(self) -> None:
        """The database closes itself."""

    @asynccontextmanager
    async def _space(self, space_id: UUID) -> AsyncIterator[asyncpg.Connection]:
        try:
            async with self.database.space(space_id) as connection:
                yield connection
        except (Unavailable, asyncpg.UndefinedTableError, asyncpg.UndefinedObjectError) as error:
            raise MeaningUnavailable(_AWAY) from error

    async def _delete(
        self, connection: asyncpg.Connection, space_id: UUID, refs: Iterable[Ref], model: str | None = None
    ) -> None:
        told = list(refs)
        await connection.execute(
            """DELETE FROM clear_vectors USING unnest($2::text[], $3::uuid[]) AS gone(kind, id)
            WHERE space_id = $1 AND clear_vectors.kind = gone.kind AND record_id = gone.id
            AND ($4::text IS NULL OR model = $4)""",
            *(space_id, [kind for kind, _ in told], [record_id for _, record_id in told], model),
        )


def _text(row: FloatArray) -> str:
    """A vector as pgvector reads it."""
    return "[" + ",".join(f"{number:.6g}" for number in row.tolist()) + "]"
