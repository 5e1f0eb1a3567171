"""Vectors in Qdrant: a collection for each model, a point for each passage, spaces kept apart by a filter."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from hashlib import sha256
from typing import Any, Final
from uuid import UUID, uuid5

import httpx
import numpy as np
from qdrant_client import AsyncQdrantClient, models
from qdrant_client.http.exceptions import ApiException

from selfos.kernel.indexing.stored_vectors import FloatArray
from selfos.kernel.search import MeaningUnavailable
from selfos.kernel.search.documents import Ref

_SECONDS: Final = 10
_PASSAGES: Final = 64
_NAMES: Final = UUID("6f2c1d8e-3b7a-4e55-9c1f-0a4d5b6e7f80")
_AWAY: Final = "search by meaning needs Qdrant, which does not answer; found by words alone"


def connect(url: str, key: str | None) -> "QdrantStore":
    """The store at an address, over HTTP."""
    client = AsyncQdrantClient(url=url, api_key=key, timeout=_SECONDS, check_compatibility=False)
    return QdrantStore(client, f"qdrant {url}")


class QdrantStore:
    """What a client of Qdrant reaches: a server, or its local mode in one process."""

    def __init__(self, client: AsyncQdrantClient, name: str) -> None:
        self._client, self.name = client, name
        self._made: set[str] = set()

    async def put(self, space_id: UUID, model: str, vectors: Mapping[Ref, FloatArray]) -> None:
        if not vectors:
            return
        points = [
            models.PointStruct(
                id=str(uuid5(_NAMES, f"{space_id}/{kind}/{record_id}/{number}")),
                vector=row.tolist(),
                payload={"space": str(space_id), "kind": kind, "record": str(record_id), "number": number},
            )
            for (kind, record_id), passages in vectors.items()
            for number, row in enumerate(passages)
        ]
        async with _reaching():
            await self._make(model, next(iter(vectors.values())).shape[1])
            await self._delete(_collection(model), space_id, vectors)
            await self._client.upsert(_collection(model), points, wait=True)

    async def remove(self, space_id: UUID, refs: Iterable[Ref]) -> None:
        told = list(refs)
        async with _reaching():
            for collection in await self._collections():
                await self._delete(collection, space_id, told)

    async def keep_only(self, space_id: UUID, model: str) -> None:
        async with _reaching():
            for collection in await self._collections():
                if collection != _collection(model):
                    await self._client.delete(collection, models.FilterSelector(filter=_where(space_id)), wait=True)

    async def nearest(self, space_id: UUID, model: str, query: FloatArray, limit: int) -> Sequence[tuple[Ref, float]]:
        async with _reaching():
            if not await self._client.collection_exists(_collection(model)):
                return []
            found = await self._client.query_points(
                _collection(model), query=query.tolist(), query_filter=_where(space_id), limit=limit, with_payload=True
            )
        best: dict[Ref, float] = {}
        for point in found.points:
            best.setdefault(_ref(point.payload), max(point.score, 0.0))
        return list(best.items())

    async def get(self, space_id: UUID, model: str, ref: Ref) -> FloatArray:
        async with _reaching():
            if not await self._client.collection_exists(_collection(model)):
                return np.empty((0, 0), np.float32)
            points, _ = await self._client.scroll(
                _collection(model), _where(space_id, ref), limit=_PASSAGES, with_payload=True, with_vectors=True
            )
        ordered = sorted(points, key=lambda point: (point.payload or {})["number"])
        return np.array([point.vector for point in ordered], np.float32) if ordered else np.empty((0, 0), np.float32)

    async def close(self) -> None:
        await self._client.close()

    async def _make(self, model: str, dimensions: int) -> None:
        collection = _collection(model)
        if collection in self._made:
            return
        if not await self._client.collection_exists(collection):
            shape = models.VectorParams(size=dimensions, distance=models.Distance.COSINE)
            await self._client.create_collection(collection, shape)
            tenant = models.KeywordIndexParams(type=models.KeywordIndexType.KEYWORD, is_tenant=True)
            await self._client.create_payload_index(collection, "space", tenant, wait=True)
        self._made.add(collection)

    async def _collections(self) -> list[str]:
        found = (await self._client.get_collections()).collections
        return [collection.name for collection in found if collection.name.startswith("selfos-")]

    async def _delete(self, collection: str, space_id: UUID, refs: Iterable[Ref]) -> None:
        for ref in refs:
            await self._client.delete(collection, models.FilterSelector(filter=_where(space_id, ref)), wait=True)


@asynccontextmanager
async def _reaching() -> AsyncIterator[None]:
    try:
        yield
    except (ApiException, httpx.HTTPError, OSError) as error:
        raise MeaningUnavailable(_AWAY) from error


def _collection(model: str) -> str:
    return f"selfos-{sha256(model.encode()).hexdigest()[:16]}"


def _where(space_id: UUID, ref: Ref | None = None) -> models.Filter:
    told = {"space": str(space_id)} | ({} if ref is None else {"kind": ref[0], "record": str(ref[1])})
    return models.Filter(
        must=[models.FieldCondition(key=key, match=models.MatchValue(value=value)) for key, value in told.items()]
    )


def _ref(payload: dict[str, Any] | None) -> Ref:
    told = payload or {}
    return told["kind"], UUID(told["record"])
