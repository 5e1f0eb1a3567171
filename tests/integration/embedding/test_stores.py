"""One contract for every place where vectors may lie: what is found through it, and what is forgotten."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

import asyncpg
import numpy as np
import pytest

from selfos.features.embedding.stores.pgvector import PgVectorStore
from selfos.features.embedding.stores.preparing import prepare_store, statements
from selfos.kernel.config.settings import load_settings
from selfos.kernel.config.startup import StartupError
from selfos.kernel.database import Database
from selfos.kernel.embedded import APP
from selfos.kernel.ids import new_id
from selfos.kernel.indexing.standing import Distant
from selfos.kernel.indexing.stored_vectors import FloatArray
from selfos.kernel.search import Doc, Hit, MeaningUnavailable, Query, SpaceIndex, VectorStore
from selfos.kernel.search.documents import Ref
from tests.fixtures import postgres as fixtures
from tests.unit.search.making import doc

MODEL = "random"
DIMENSIONS = 24
pytestmark = pytest.mark.filterwarnings("ignore:Api key is used", "ignore:Payload indexes have no effect")
STORES = ("builtin", "pgvector", "qdrant_local", "qdrant_http")


@dataclass(slots=True)
class Directions:
    """An encoder that gives each text a direction of its own, always the same."""

    model: str = MODEL
    dimensions: int = DIMENSIONS

    def encode(self, texts: Sequence[str]) -> FloatArray:
        rows = [np.random.default_rng(list(f"{self.model}:{text}".encode())).normal(size=DIMENSIONS) for text in texts]
        found = np.array(rows, np.float32)
        even: FloatArray = found / np.linalg.norm(found, axis=1, keepdims=True)
        return even


@dataclass(slots=True)
class Place:
    """A store with the index of one space over it; without a store, the index holds the vectors itself."""

    store: VectorStore | None
    encoder: Directions = field(default_factory=Directions)
    space: UUID = field(default_factory=new_id)
    index: SpaceIndex = field(init=False)

    def __post_init__(self) -> None:
        loop = asyncio.get_running_loop()
        near = Distant(self.store, self.space, self.encoder.model, loop) if self.store else None
        self.index = SpaceIndex(self.encoder.model, near)

    async def put(self, told: Doc, *passages: str) -> None:
        self.index.put(told)
        await self.put_vectors(told.ref, *(passages or (told.text,)))

    async def put_vectors(self, ref: Ref, *passages: str) -> None:
        rows = self.encoder.encode(passages)
        if self.store is None:
            self.index.put_vectors(*ref, rows)
        else:
            await self.store.put(self.space, self.encoder.model, {ref: rows})

    async def erase(self, ref: Ref) -> None:
        self.index.erase(*ref)
        if self.store is not None:
            await self.store.remove(self.space, [ref])

    async def search(self, text: str) -> tuple[Hit, ...]:
        query = Query(text, mode="meaning")
        return (await asyncio.to_thread(self.index.search, query, self.encoder)).hits

    async def found(self, text: str) -> list[int]:
        return [hit.id.int for hit in await self.search(text)]


@pytest.fixture(scope="session")
def own_database(make_database: Callable[[], fixtures.Database]) -> fixtures.Database:
    """One that no test shares which looks at every table."""
    return make_database()


@pytest.fixture
async def pgvector(own_database: fixtures.Database) -> AsyncIterator[PgVectorStore]:
    owner = await asyncpg.connect(own_database.owner_dsn)
    there = await owner.fetchval("SELECT 1 FROM pg_available_extensions WHERE name = 'vector'")
    await owner.close()
    if not there:
        pytest.skip("this PostgreSQL has no pgvector")
    await prepare_store(
        load_settings({"vector_store": "pgvector"}), own_database.owner_dsn, APP
    )  # again changes nothing
    connected = await Database.connect(own_database.app_dsn, size=4)
    yield PgVectorStore(connected)
    await connected.close()


@pytest.fixture
async def qdrant_local() -> AsyncIterator[VectorStore]:
    qdrant_client = pytest.importorskip("qdrant_client", reason="the extra qdrant is not installed")
    from selfos.features.embedding.stores.qdrant import QdrantStore  # noqa: PLC0415 - comes with an extra

    local = QdrantStore(qdrant_client.AsyncQdrantClient(":memory:"), "local")
    yield local
    await local.close()


@pytest.fixture
async def qdrant_http() -> AsyncIterator[VectorStore]:
    pytest.importorskip("qdrant_client", reason="the extra qdrant is not installed")
    from selfos.features.embedding.stores.qdrant import connect  # noqa: PLC0415 - comes with an extra
    from tests.fixtures import qdrant_server  # noqa: PLC0415

    async with qdrant_server.running() as url:
        distant = connect(url, qdrant_server.KEY)
        yield distant
        await distant.close()


@pytest.fixture
def builtin() -> None:
    """No store: the index holds the vectors."""


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, own_database: fixtures.Database) -> VectorStore | None:
    assert own_database  # made before the event loop runs
    found: VectorStore | None = request.getfixturevalue(request.param)
    return found


@pytest.fixture
async def place(store: VectorStore | None) -> Place:
    return Place(store)


async def test_the_nearest_is_found_with_its_likeness(place: Place) -> None:
    for number, text in enumerate(["figs", "olives", "rent", "running"], start=1):
        await place.put(doc(number, text))
    (best, *_) = await place.search("olives")
    assert best.id.int == 2
    assert best.likeness == pytest.approx(1, abs=0.02)


async def test_a_record_counts_by_the_best_of_its_passages(place: Place) -> None:
    await place.put(doc(1, "a long text"), "the beginning", "the middle", "the end")
    await place.put(doc(2, "another"))
    (best, *_) = await place.search("the middle")
    assert best.id.int == 1
    assert best.likeness == pytest.approx(1, abs=0.02)


async def test_new_words_take_the_place_of_the_old(place: Place) -> None:
    told = doc(1, "x")
    await place.put(told, "the former", "in two passages")
    await place.put_vectors(told.ref, "the later")
    assert await place.found("the later") == [1]
    assert await place.found("in two passages") == []


async def test_what_was_erased_is_found_no_more(place: Place) -> None:
    await place.put(doc(1, "figs"))
    await place.erase(doc(1).ref)
    place.index.put(doc(1, "figs"))
    assert await place.found("figs") == []


async def test_vectors_wait_for_a_record_that_comes_back(place: Place) -> None:
    await place.put(doc(1, "figs"))
    place.index.remove(*doc(1).ref)
    assert await place.found("figs") == []
    place.index.put(doc(1, "figs"))
    assert await place.found("figs") == [1]


async def test_related_records_are_those_nearest_to_one(place: Place) -> None:
    await place.put(doc(1, "one"), "alike")
    await place.put(doc(2, "two"), "alike")
    await place.put(doc(3, "three"), "something else")
    related = await asyncio.to_thread(place.index.related, *doc(1).ref)
    assert [hit.id.int for hit in related] == [2]


async def test_spaces_and_models_never_meet(store: VectorStore | None) -> None:
    mine, yours = Place(store), Place(store)
    other = Place(store, Directions("another model"), mine.space)
    for one, number in ((mine, 1), (yours, 2), (other, 3)):
        await one.put(doc(number, "figs"))
        for place in (mine, yours, other):
            place.index.put(doc(number, "figs"))
    assert [await place.found("figs") for place in (mine, yours, other)] == [[1], [2], [3]]


async def test_the_other_models_are_forgotten_in_one_space_alone(store: VectorStore | None) -> None:
    if store is None:
        pytest.skip("an index holds the vectors of one model")
    former, kept = Place(store), Place(store)
    later = Place(store, Directions("another model"), former.space)
    for place in (former, kept, later):
        await place.put(doc(1, "figs"))
    await store.keep_only(former.space, later.encoder.model)
    assert [await place.found("figs") for place in (former, kept, later)] == [[], [1], [1]]


async def test_every_store_gives_the_order_of_an_exact_scan(store: VectorStore | None) -> None:
    place, exact = Place(store), Place(None)
    for number in range(1, 60):
        for one in (place, exact):
            await one.put(doc(number, f"text {number}"), f"passage a {number}", f"passage b {number}")
    for text in ("passage a 7", "passage b 31", "nothing of it"):
        here, there = await place.search(text), await exact.search(text)
        assert [(hit.id, round(hit.likeness, 1)) for hit in here[:5]] == [
            (hit.id, round(hit.likeness, 1)) for hit in there[:5]
        ]


async def test_an_empty_store_finds_nothing(place: Place) -> None:
    place.index.put(doc(1, "figs"))
    assert await place.found("figs") == []


async def test_a_store_that_is_away_leaves_the_words() -> None:
    pytest.importorskip("qdrant_client", reason="the extra qdrant is not installed")
    from selfos.features.embedding.stores.qdrant import connect  # noqa: PLC0415 - comes with an extra

    away = Place(connect("http://127.0.0.1:9", None))
    away.index.put(doc(1, "figs and olives"))
    results = await asyncio.to_thread(away.index.search, Query("olives"), away.encoder)
    assert [hit.id.int for hit in results.hits] == [1]
    assert "Qdrant" in (results.degraded or "")
    with pytest.raises(MeaningUnavailable):
        await away.put_vectors(doc(1).ref, "figs")


async def test_a_database_without_the_table_leaves_the_words(database: fixtures.Database) -> None:
    connected = await Database.connect(database.app_dsn, size=1)
    with pytest.raises(MeaningUnavailable, match="pgvector"):
        await PgVectorStore(connected).nearest(new_id(), MODEL, np.ones(3, np.float32), 5)
    await connected.close()


async def test_rows_of_pgvector_stand_under_row_level_security(pgvector: PgVectorStore) -> None:
    mine, yours = Place(pgvector), Place(pgvector)
    await mine.put(doc(1, "figs"))
    async with pgvector.database.space(yours.space) as connection:
        assert await connection.fetchval("SELECT count(*) FROM clear_vectors") == 0
    async with pgvector.database.space(mine.space) as connection:
        assert await connection.fetchval("SELECT count(*) FROM clear_vectors") == 1


async def test_a_database_that_lets_us_not_have_the_extension_says_what_to_do(database: fixtures.Database) -> None:
    with pytest.raises(StartupError, match="does not let us have the extension"):
        await prepare_store(load_settings({"vector_store": "pgvector"}), database.app_dsn, APP)
    assert "clear_vectors" in " ".join(statements(APP))
