"""Vectors of what is said: written when the words are new, and only then."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

import httpx
import numpy as np
import numpy.typing as npt
import pytest

from selfos.features.embedding.service import embed_changed
from selfos.kernel.indexing.stored_vectors import unpack
from selfos.kernel.reading import open_vector
from selfos.kernel.runtime import Runtime
from tests.fixtures.house import House


@dataclass
class Lengths:
    """An encoder that remembers what it was asked to encode."""

    model: str = "lengths"
    dimensions: int = 4
    texts: list[str] = field(default_factory=list)

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        self.texts += texts
        return np.array([[len(text), 1, 0, 0] for text in texts], np.float32)


@pytest.fixture
def encoder() -> Lengths:
    return Lengths()


@pytest.fixture
def runtime(house: House, encoder: Lengths) -> Runtime:
    return replace(house.runtime, encoder=encoder)


async def space_of(person: httpx.AsyncClient) -> UUID:
    return UUID((await person.get("/auth/me")).json()["space_id"])


async def stored(runtime: Runtime, space_id: UUID) -> dict[tuple[str, UUID], int]:
    """How many rows there are for each record."""
    query = "SELECT kind, record_id, model, sealed FROM vectors WHERE space_id = $1 AND model = 'lengths'"
    async with runtime.database.space(space_id, read_only=True) as connection:
        rows = await connection.fetch(query, space_id)
    vectors = {(r["kind"], r["record_id"]): unpack(open_vector(runtime.sealer, space_id, r))[1] for r in rows}
    return {ref: len(rows) for ref, rows in vectors.items()}


async def test_records_of_any_kind_are_embedded_by_title_and_text(
    runtime: Runtime, encoder: Lengths, person: httpx.AsyncClient
) -> None:
    space_id = await space_of(person)
    task = UUID((await person.post("/tasks", json={"title": "paint", "notes": "the fence"})).json()["id"])
    goal = UUID((await person.post("/goals", json={"title": "a tidy garden"})).json()["id"])
    await embed_changed(runtime, space_id, [task, goal])
    assert sorted(encoder.texts) == ["a tidy garden", "paint\nthe fence"]
    assert await stored(runtime, space_id) == {("task", task): 1, ("goal", goal): 1}


async def test_the_same_words_are_not_embedded_again(
    runtime: Runtime, encoder: Lengths, person: httpx.AsyncClient
) -> None:
    space_id = await space_of(person)
    task = UUID((await person.post("/tasks", json={"title": "paint"})).json()["id"])
    for _ in range(2):
        await embed_changed(runtime, space_id, [task])
    assert encoder.texts == ["paint"]
    await person.patch(f"/tasks/{task}", json={"title": "paint it"})
    await embed_changed(runtime, space_id, [task])
    assert encoder.texts == ["paint", "paint it"]


async def test_a_long_text_has_a_row_for_each_passage(
    runtime: Runtime, encoder: Lengths, person: httpx.AsyncClient
) -> None:
    space_id = await space_of(person)
    notes = "A sentence of some length. " * 100
    task = UUID((await person.post("/tasks", json={"title": "read", "notes": notes})).json()["id"])
    await embed_changed(runtime, space_id, [task])
    assert len(encoder.texts) > 2
    assert await stored(runtime, space_id) == {("task", task): len(encoder.texts)}


async def test_what_was_deleted_is_passed_over(runtime: Runtime, encoder: Lengths, person: httpx.AsyncClient) -> None:
    space_id = await space_of(person)
    task = UUID((await person.post("/tasks", json={"title": "paint"})).json()["id"])
    await person.delete(f"/tasks/{task}")
    await embed_changed(runtime, space_id, [task])
    assert encoder.texts == []


async def test_without_a_model_there_are_no_vectors(house: House, person: httpx.AsyncClient) -> None:
    space_id = await space_of(person)
    task = UUID((await person.post("/tasks", json={"title": "paint"})).json()["id"])
    bare = replace(house.runtime, encoder=None)
    await embed_changed(bare, space_id, [task])
    assert await stored(bare, space_id) == {}
