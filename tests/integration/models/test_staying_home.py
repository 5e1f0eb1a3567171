"""In privacy and offline mode not one packet leaves the machine, whatever is done."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any

import httpx
import pytest

from selfos.features.models import models_of
from tests.fixtures.house import House
from tests.fixtures.providers import Answer, Providers, Say
from tests.integration.models.conftest import OpenHouse
from tests.integration.models.test_api import asker_of, owner_of, question

ABROAD = "models.example"


@dataclass(slots=True)
class Watch:
    """Every connection that was begun and every name that was asked for, beyond this machine."""

    begun: list[str] = field(default_factory=list)

    def note(self, host: object) -> None:
        text = host.decode() if isinstance(host, bytes) else str(host)
        if text not in {"localhost", "None"} and not _loopback(text):
            self.begun.append(text)


def _loopback(text: str) -> bool:
    try:
        return ip_address(text).is_loopback
    except ValueError:
        return False


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """Sees what this process connects to; foreign names lead to the trap."""
    seen = Watch()
    for name in ("connect", "connect_ex", "sendto"):
        original = getattr(socket.socket, name)

        def watched(self: socket.socket, *given: Any, _original: Any = original) -> Any:
            if self.family in {socket.AF_INET, socket.AF_INET6}:
                seen.note(given[-1][0])
            return _original(self, *given)

        monkeypatch.setattr(socket.socket, name, watched)
    resolve = socket.getaddrinfo

    def resolved(host: Any, *given: Any, **named: Any) -> Any:
        seen.note(host)
        return resolve("127.0.0.1" if host == ABROAD else host, *given, **named)

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    return seen


@asynccontextmanager
async def trap() -> AsyncIterator[tuple[int, list[object]]]:
    """A port that counts who comes."""
    caught: list[object] = []

    def catch(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        caught.append(writer.get_extra_info("peername"))
        writer.close()

    server = await asyncio.start_server(catch, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1], caught


async def live(house: House, person: httpx.AsyncClient) -> None:
    """Everything that might ask a model."""
    await person.post("/thoughts", json={"content": "Call Ana tomorrow at nine about the lease, it worries me"})
    await house.drain()
    goal = (await person.post("/goals", json={"title": "Run a half marathon"})).json()
    assert (await person.post(f"/goals/{goal['id']}/decompose", json={})).status_code == 200
    assert (await person.get("/ai/health")).status_code == 200
    assert (await person.get("/models")).status_code == 200
    models, asker = models_of(house.runtime), await asker_of(person)
    if await models.available(asker):
        await models.reply(asker, "chat", question())


@pytest.mark.parametrize("mode", ["privacy", "offline"])
async def test_nothing_leaves(open_house: OpenHouse, providers: Providers, watch: Watch, mode: str) -> None:
    async with trap() as (port, caught):
        clouds = {"openai_api_key": "sk-nothing-of-worth", "openai_url": f"http://{ABROAD}:{port}/v1"}
        async with open_house(**clouds) as house, owner_of(house) as owner:
            await owner.patch("/profile", json={"model_mode": mode})
            watch.begun.clear()
            await live(house, owner)
            assert (watch.begun, caught) == ([], [])
            assert bool(providers.seen) == (mode == "privacy"), "what runs on this machine is asked in privacy mode"


async def test_the_watch_sees_what_leaves(open_house: OpenHouse, providers: Providers, watch: Watch) -> None:
    async with trap() as (port, caught):
        clouds = {"openai_api_key": "sk-nothing-of-worth", "openai_url": f"http://{ABROAD}:{port}/v1"}
        async with open_house(**clouds) as house, owner_of(house) as owner:
            await owner.patch("/profile", json={"model_mode": "premium"})
            providers.answers_by(lambda seen: Answer({}) if "native" in seen.wants else Say("hello"))
            await live(house, owner)
            assert ABROAD in watch.begun
            assert caught


async def test_a_name_that_leads_home_is_not_home(open_house: OpenHouse, watch: Watch) -> None:
    """Only what says by itself that it is this machine counts: a name may lead elsewhere a moment later."""
    async with trap() as (port, caught):
        foreign = {"compatible_url": f"http://{ABROAD}:{port}/v1"}
        async with open_house(**foreign) as house, owner_of(house) as owner:
            await owner.patch("/profile", json={"model_mode": "privacy"})
            assert not await models_of(house.runtime).available(await asker_of(owner))
            assert (watch.begun, caught) == ([], [])
