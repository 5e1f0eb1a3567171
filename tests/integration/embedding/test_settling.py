"""Changing the embedding or the store of a space that is in use."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from selfos.features.embedding import EXTRA, SETTLE
from selfos.features.embedding.stores.preparing import prepare_store
from selfos.kernel.embedded import APP
from selfos.kernel.ids import new_id
from selfos.kernel.jobs.queue import WHOLE_SPACE
from tests.fixtures import postgres as fixtures
from tests.fixtures.house import PASSWORD, House, house_settings, opened_house
from tests.fixtures.providers import KEY, Fail, Providers, Seen

REMOTE = "openai/embedder"


@pytest.fixture(scope="module")
def installation(
    make_database: Callable[[], fixtures.Database], tmp_path_factory: pytest.TempPathFactory
) -> tuple[fixtures.Database, Path]:
    """A database that no test shares which looks at every table, and the folder of its keys."""
    return make_database(), tmp_path_factory.mktemp("settling")


@dataclass(slots=True)
class Life:
    """A person in one house after the other, on the same database."""

    database: fixtures.Database
    folder: Path
    providers: Providers
    email: str

    @asynccontextmanager
    async def house(self, **chosen: Any) -> AsyncIterator[tuple[House, httpx.AsyncClient]]:
        """The house with these settings, and the person signed in."""
        provider = {"openai_url": self.providers.address("openai"), "openai_api_key": KEY}
        async with opened_house(house_settings(self.database, self.folder, **provider, **chosen)) as house:
            async with house.client() as anonymous:
                given = {"email": self.email, "password": PASSWORD}
                answer = await anonymous.post("/auth/login", json=given)
                if answer.status_code != 200:
                    answer = await anonymous.post("/auth/register", json=given)
            async with house.client(answer.json()["access_token"]) as person:
                yield house, person


@pytest.fixture
def life(installation: tuple[fixtures.Database, Path], providers: Providers) -> Life:
    return Life(*installation, providers, f"{new_id().hex}@example.org")


async def settle(house: House) -> None:
    """What the worker asks for when it starts, and all that follows."""
    await house.runtime.queue.everywhere(SETTLE, WHOLE_SPACE)
    await house.drain()


async def state(person: httpx.AsyncClient) -> dict[str, Any]:
    found: dict[str, Any] = (await person.get("/search/embedding")).json()
    return found


async def meant(person: httpx.AsyncClient, words: str) -> tuple[list[str], str | None]:
    """Titles found by meaning, and what was not searched."""
    found = (await person.get("/search", params={"q": words, "mode": "meaning", "kinds": "task"})).json()
    return [item["title"] for item in found["items"]], found["degraded"]


async def models_kept(house: House, person: httpx.AsyncClient, kind: str = "task") -> set[str]:
    space = UUID((await person.get("/auth/me")).json()["space_id"])
    async with house.runtime.database.space(space, read_only=True) as connection:
        rows = await connection.fetch(
            "SELECT DISTINCT model FROM vectors WHERE space_id = $1 AND kind = $2", space, kind
        )
    return {row["model"] for row in rows}


async def test_a_space_moves_to_another_model_and_back(life: Life) -> None:
    async with life.house() as (house, person):
        await person.post("/tasks", json={"title": "feed the cat"})
        await house.drain()
        builtin = (await state(person))["model"]
        assert await meant(person, "kitten") == (["feed the cat"], None)
    async with life.house(embedding=REMOTE) as (house, person):
        before = await state(person)
        assert (before["model"], before["wanted"], before["done"], before["total"]) == (builtin, REMOTE, 0, 1)
        assert await meant(person, "kitten") == (["feed the cat"], None), "the former model answers meanwhile"
        await settle(house)
        after = await state(person)
        assert (after["model"], after["done"], after["total"]) == (REMOTE, 1, 1)
        assert await meant(person, "the cat") == (["feed the cat"], None)
        assert await meant(person, "kitten") == ([], None), "the simulated model knows words alone"
        assert await models_kept(house, person) == {REMOTE}
        await person.post("/tasks", json={"title": "paint the fence"})
        await house.drain()
        assert await meant(person, "fence") == (["paint the fence"], None)
    async with life.house() as (house, person):
        await settle(house)
        assert await meant(person, "kitten") == (["feed the cat"], None)
        assert await models_kept(house, person) == {builtin}


async def test_what_is_written_meanwhile_is_found_by_the_former_model(life: Life) -> None:
    async with life.house() as (house, person):
        await person.post("/tasks", json={"title": "feed the cat"})
        await house.drain()
    async with life.house(embedding=REMOTE) as (house, person):
        life.providers.answers_by(lambda _seen: Fail(400))
        await settle(house)
        await person.post("/tasks", json={"title": "call the dentist"})
        await house.drain()
        assert (await state(person))["wanted"] == REMOTE
        assert (await state(person))["model"] != REMOTE
        assert await meant(person, "toothache") == (["call the dentist"], None)


async def test_a_provider_that_is_away_leaves_the_words(life: Life) -> None:
    async with life.house(embedding=REMOTE) as (house, person):
        await person.post("/tasks", json={"title": "feed the cat"})
        await settle(house)
        assert (await state(person))["model"] == REMOTE

        def away(_seen: Seen) -> Fail:
            return Fail(400)

        life.providers.answers_by(away)
        found = (await person.get("/search", params={"q": "feed the dog"})).json()
        assert [item["title"] for item in found["items"]] == ["feed the cat"]
        assert REMOTE in found["degraded"]


@pytest.mark.parametrize("mode", ["privacy", "offline"])
async def test_nothing_leaves_a_space_whose_words_stay_at_home(
    life: Life, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with life.house(embedding=REMOTE) as (house, person):
        await person.post("/tasks", json={"title": "feed the cat"})
        await settle(house)
        assert (await state(person))["model"] == REMOTE
        monkeypatch.setattr("selfos.intelligence.models.specs.on_this_machine", lambda _host: False)
        await person.patch("/profile", json={"model_mode": mode})
        heard = len(life.providers.seen)
        assert (await meant(person, "kitten"))[0] == []
        await house.drain()  # the choice of the mode asked for it
        assert (await state(person))["model"] != REMOTE
        await person.post("/tasks", json={"title": "paint the fence"})
        await house.drain()
        assert await meant(person, "kitten") == (["feed the cat"], None)
        assert len(life.providers.seen) == heard


async def test_thoughts_keep_the_vectors_that_analysis_compares_by(life: Life) -> None:
    async with life.house(embedding=REMOTE) as (house, person):
        await person.post("/thoughts", json={"content": "The cat is hungry again."})
        await settle(house)
        assert house.runtime.encoder is not None
        assert await models_kept(house, person, "thought") == {REMOTE, house.runtime.encoder.model}


async def test_vectors_are_carried_to_a_store_and_erased_there(life: Life) -> None:
    async with life.house() as (house, person):
        await person.post("/tasks", json={"title": "feed the cat"})
        await house.drain()
        assert (await state(person))["store"] == "builtin"
    async with life.house(vector_store="pgvector") as (house, person):
        await prepare_store(house.runtime.settings, life.database.owner_dsn, APP)
        assert await meant(person, "kitten") == (["feed the cat"], None), "memory answers until all are carried"
        await settle(house)
        assert (await state(person))["store"] == "pgvector"
        assert await meant(person, "kitten") == (["feed the cat"], None)
        task = (await person.post("/tasks", json={"title": "walk the dog"})).json()
        await house.drain()
        assert (await meant(person, "puppy"))[0][0] == "walk the dog"
        await person.post(f"/tasks/{task['id']}/erase")
        await house.drain()
        store = house.runtime.extras[EXTRA]
        space = UUID((await person.get("/auth/me")).json()["space_id"])
        assert house.runtime.encoder is not None
        model = house.runtime.encoder.model
        assert len(await store.get(space, model, ("task", UUID(task["id"])))) == 0
    async with life.house() as (house, person):
        assert await meant(person, "kitten") == (["feed the cat"], None), "memory answers again at once"


async def test_a_thought_is_analysed_while_the_provider_is_away(life: Life) -> None:
    async with life.house(embedding=REMOTE) as (house, person):
        life.providers.answers_by(lambda _seen: Fail(400))
        thought = (await person.post("/thoughts", json={"content": "Call the dentist tomorrow."})).json()
        await house.drain()
        assert (await person.get(f"/thoughts/{thought['id']}")).json()["analysis_state"] == "done"
        assert house.runtime.encoder is not None
        assert await models_kept(house, person, "thought") == {house.runtime.encoder.model}
