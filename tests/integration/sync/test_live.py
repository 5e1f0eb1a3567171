"""Live pokes, over a real connection."""

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest
import uvicorn

from selfos.app import ApiServer
from selfos.kernel.pokes import Pokes
from selfos.surfaces.rest import build
from selfos.surfaces.sync import live
from tests.fixtures.house import House
from tests.fixtures.postgres import Database
from tests.integration.sync.conftest import made


@pytest.fixture(scope="module")
async def address(house: House) -> AsyncIterator[str]:
    """The house on a port of its own."""
    config = uvicorn.Config(build(house.runtime), log_config=None, lifespan="off", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        running = asyncio.create_task(server._serve([door]))
        yield f"http://127.0.0.1:{door.getsockname()[1]}/api/v1"
        server.should_exit = True
        await running


def listening(address: str, person: httpx.AsyncClient) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=address, headers={"Authorization": person.headers["Authorization"]}, timeout=10)


async def lines(stream: httpx.Response) -> AsyncIterator[str]:
    async for line in stream.aiter_lines():
        if line:
            yield line


async def test_a_poke_names_the_space_and_nothing_else(house: House, address: str, person: httpx.AsyncClient) -> None:
    space = (await person.get("/auth/me")).json()["space_id"]
    async with listening(address, person) as client, client.stream("GET", "/sync/live") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        told = lines(stream)
        opening = [await anext(told) for _ in range(3)]
        assert opening == [": here", "event: poke", f"data: {space}"]
        async with await house.register() as stranger:
            await made(stranger, "heard by nobody else")
        await made(person, "a secret errand")
        assert [await anext(told) for _ in range(2)] == ["event: poke", f"data: {space}"]


async def test_the_stream_ends_with_the_session(
    house: House, address: str, person: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "HEARTBEAT", 0.05)
    before = len(house.runtime.pokes._listeners)
    async with listening(address, person) as client, client.stream("GET", "/sync/live") as stream:
        told = lines(stream)
        await anext(told)
        assert (await person.post("/auth/logout")).status_code == 204
        async for line in told:
            assert line.startswith((":", "event: poke", "data: "))
    assert len(house.runtime.pokes._listeners) == before


async def test_a_reader_that_stalls_holds_up_nobody(address: str, person: httpx.AsyncClient) -> None:
    async with listening(address, person) as client, client.stream("GET", "/sync/live"):
        for n in range(50):
            await made(person, f"{n}")
        async with client.stream("GET", "/sync/live") as second:
            told = lines(second)
            assert [(await anext(told))[:6] for _ in range(3)] == [": here", "event:", "data: "]
            await made(person, "one more")
            assert await anext(told) == "event: poke"


async def test_an_open_stream_does_not_hold_up_a_stop(
    house: House, database: Database, person: httpx.AsyncClient
) -> None:
    pokes = Pokes(database.app_dsn)
    pokes.start()
    app = build(replace(house.runtime, pokes=pokes))
    config = uvicorn.Config(app, log_config=None, lifespan="off", timeout_graceful_shutdown=30)
    server = ApiServer(config, pokes)
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        running = asyncio.create_task(server._serve([door]))
        address = f"http://127.0.0.1:{door.getsockname()[1]}/api/v1"
        async with listening(address, person) as client, client.stream("GET", "/sync/live") as stream:
            told = lines(stream)
            assert await anext(told) == ": here"
            server.should_exit = True
            async with asyncio.timeout(5):
                assert [line[:6] async for line in told] == ["event:", "data: "]
                await running


async def test_who_is_not_signed_in_hears_nothing(address: str) -> None:
    async with httpx.AsyncClient(base_url=address) as anonymous:
        assert (await anonymous.get("/sync/live")).status_code == 401
