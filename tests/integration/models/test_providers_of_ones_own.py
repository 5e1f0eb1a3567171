"""Whose addresses may be named, and how keys are kept."""

import httpx
import pytest

from selfos.features.models import models_of
from tests.fixtures.house import House
from tests.fixtures.providers import KEY, Providers
from tests.integration.models.test_api import asker_of, owner_of, question

INSIDE = [
    "https://127.0.0.1/v1",
    "https://localhost/v1",
    "https://10.0.0.8/v1",
    "https://169.254.169.254/latest",
    "https://[::1]/v1",
    "https://[::ffff:192.168.0.1]/v1",
    "http://8.8.8.8/v1",
    "https://user:secret@8.8.8.8/v1",
    "ftp://8.8.8.8",
    "https://8.8.8.8/v1?to=elsewhere",
    "https://no.such.host.invalid/v1",
]


def given(url: str) -> dict[str, object]:
    return {"name": "mine", "kind": "compatible", "url": url, "models": ["m"], "key": KEY}


@pytest.mark.parametrize("url", INSIDE)
async def test_nobody_but_the_owner_names_addresses_inside(modelled: House, url: str) -> None:
    async with await modelled.register() as person:
        refused = await person.post("/models/providers", json=given(url))
        assert refused.status_code == 422
        assert refused.json()["errors"][0]["field"] == "url"
        assert KEY not in refused.text


async def test_the_owner_may_name_this_machine(modelled: House, providers: Providers) -> None:
    async with owner_of(modelled) as owner:
        added = await owner.post("/models/providers", json=given(providers.address("compatible")))
        assert added.status_code == 201
        reply = await models_of(modelled.runtime).reply(await asker_of(owner), "chat", question("Mine"))
        assert reply.provider == "mine"
        assert providers.seen[-1].headers["authorization"] == f"Bearer {KEY}"
        await owner.delete(f"/models/providers/{added.json()['id']}")


async def test_a_name_that_moves_inside_is_not_followed(
    modelled: House, providers: Providers, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket  # noqa: PLC0415

    port = int(providers.url.rpartition(":")[2])
    answers = ["8.8.8.8", "127.0.0.1", "127.0.0.1", "127.0.0.1"]
    resolve = socket.getaddrinfo

    def rebound(host: object, *more: object, **named: object) -> object:
        return resolve(answers.pop(0) if host == "rebound.example" else host, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebound)
    async with await modelled.register() as person:
        added = await person.post("/models/providers", json=given(f"https://rebound.example:{port}/v1"))
        assert added.status_code == 201, added.text
        reply = await models_of(modelled.runtime).reply(await asker_of(person), "chat", question("Rebound"))
        assert reply.provider == "compatible", "the installation's own answers in its place"
        kept = (await person.get("/models/calls")).json()["items"]
        assert "address" in {call["end"] for call in kept}


async def test_a_key_may_not_enter_providers(modelled: House) -> None:
    async with await modelled.register() as person:
        made = await person.post("/api-keys", json={"name": "robot", "scopes": ["*:*"]})
        async with modelled.client(made.json()["key"]) as robot:
            assert (await robot.post("/models/providers", json=given("https://8.8.8.8/v1"))).status_code == 403


async def test_the_key_is_sealed_where_it_lies(modelled: House) -> None:
    async with await modelled.register() as person:
        await person.post("/models/providers", json=given("https://8.8.8.8/v1"))
        space = (await asker_of(person)).space_id
        async with modelled.runtime.database.space(space) as connection:
            rows = await connection.fetch("SELECT sealed FROM model_providers")
        assert rows
        assert not any(KEY.encode() in row["sealed"] for row in rows)


async def test_models_of_another_space_are_not_seen(modelled: House) -> None:
    async with await modelled.register() as one, await modelled.register() as other:
        await one.post("/models/providers", json=given("https://8.8.8.8/v1"))
        await models_of(modelled.runtime).reply(await asker_of(one), "chat", question("Whose?"))
        (kept,) = (await one.get("/models/calls")).json()["items"][-1:]
        assert (await other.get(f"/models/calls/{kept['id']}")).status_code == 404
        assert (await other.get("/models/calls")).json()["items"] == []
        assert await _names(other) == ["compatible"]


async def _names(person: httpx.AsyncClient) -> list[str]:
    return [one["name"] for one in (await person.get("/models")).json()["providers"]]
