"""Models over HTTP: what is shown, what is counted, what is kept, what is never shown."""

from uuid import UUID

import httpx
import pytest

from selfos.features.models import models_of
from selfos.intelligence.models import Ask, Asker, ModelsUnavailable, Turn
from selfos.kernel.ids import new_id
from tests.fixtures.house import House
from tests.fixtures.providers import KEY, Providers, Say


async def asker_of(person: httpx.AsyncClient) -> Asker:
    me = (await person.get("/auth/me")).json()
    return Asker(UUID(me["space_id"]), UUID(me["id"]))


def owner_of(house: House) -> httpx.AsyncClient:
    """The owner of the installation, signed in by the file on this machine."""
    return house.client((house.runtime.settings.data / "local.token").read_text().strip())


def question(text: str = "Hello") -> Ask:
    return Ask((Turn("user", text),), prompt="chat@1")


async def test_what_was_asked_is_kept_with_its_cost_and_forgotten_when_asked(
    modelled: House, providers: Providers
) -> None:
    async with await modelled.register() as person:
        asker = await asker_of(person)
        providers.will(Say("Good morning"))
        reply = await models_of(modelled.runtime).reply(asker, "chat", question())
        assert (reply.text, reply.provider, reply.model, reply.cached) == ("Good morning", "compatible", "light", False)
        usage = (await person.get("/models/usage")).json()
        assert usage["total"] == {"calls": 1, "input_tokens": 1, "output_tokens": 3, "cost_micros": 0}
        assert [(one["name"], one["calls"]) for one in usage["by_model"]] == [("compatible/light", 1)]
        assert [one["name"] for one in usage["by_purpose"]] == ["chat"]
        (kept,) = (await person.get("/models/calls")).json()["items"]
        assert (kept["prompt"], kept["end"]) == ("chat@1", "answered")
        assert "text" not in kept
        assert (await person.get(f"/models/calls/{kept['id']}")).json()["text"] == "Good morning"
        assert (await person.delete("/models/calls")).json() == {"calls": 1}
        assert (await person.get(f"/models/calls/{kept['id']}")).json()["text"] == ""


async def test_the_same_question_costs_once(modelled: House, providers: Providers) -> None:
    async with await modelled.register() as person, await modelled.register() as other:
        models, asker = models_of(modelled.runtime), await asker_of(person)
        first, again = [await models.reply(asker, "title", question()) for _ in range(2)]
        assert (again.text, again.cached, again.usage.input_tokens) == (first.text, True, 0)
        assert len(providers.seen) == 1
        await models.reply(await asker_of(other), "title", question())
        assert len(providers.seen) == 2, "an answer is never another person's"


async def test_a_space_without_people_asks_nobody(modelled: House, providers: Providers) -> None:
    assert not await models_of(modelled.runtime).available(Asker(new_id()))
    with pytest.raises(ModelsUnavailable):
        await models_of(modelled.runtime).reply(Asker(new_id()), "chat", question())
    assert not providers.seen


async def test_health_asks_for_real(modelled: House, providers: Providers) -> None:
    async with owner_of(modelled) as owner, await modelled.register() as other:
        builtin, compatible = (await owner.get("/ai/health")).json()["providers"]
        assert builtin["provider"] == "builtin"
        assert (compatible["answers"], compatible["structured"], compatible["streaming"]) == (True, "native", True)
        assert [one["provider"] for one in (await other.get("/ai/health")).json()["providers"]] == ["builtin"]
        assert {seen.model for seen in providers.seen} == {"light"}


async def test_a_key_of_ones_own_goes_in_and_never_out(modelled: House) -> None:
    async with await modelled.register() as other:
        given = {"name": "mine", "kind": "openai", "url": "https://8.8.8.8/v1", "models": ["m"], "key": KEY}
        added = await other.post("/models/providers", json=given)
        assert added.status_code == 201, added.text
        assert added.json()["key_ends"] == KEY[-4:]
        shown = await other.get("/models")
        assert KEY not in added.text + shown.text
        assert [one["name"] for one in shown.json()["providers"]] == ["mine", "compatible"]
        assert (await other.post("/models/providers", json=given)).status_code == 409
        assert (await other.delete(f"/models/providers/{added.json()['id']}")).status_code == 200
        assert [one["name"] for one in (await other.get("/models")).json()["providers"]] == ["compatible"]
