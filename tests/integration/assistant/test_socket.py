"""Talking over a WebSocket."""

import asyncio
from typing import Any

import httpx
import orjson
import pytest
from starlette.types import Message

from selfos.surfaces.rest import build
from tests.fixtures.house import House


class Socket:
    """A client's end, without a network."""

    def __init__(self, house: House, host: str = "127.0.0.1", origin: str | None = None) -> None:
        self._up: asyncio.Queue[Message] = asyncio.Queue()
        self._down: asyncio.Queue[Message] = asyncio.Queue()
        headers = [(b"host", host.encode()), *([(b"origin", origin.encode())] if origin else [])]
        scope: dict[str, Any] = {
            "type": "websocket",
            "path": "/api/v1/talk",
            "raw_path": b"/api/v1/talk",
            "root_path": "",
            "query_string": b"",
            "headers": headers,
            "subprotocols": [],
        }
        self._up.put_nowait({"type": "websocket.connect"})
        self._run = asyncio.ensure_future(build(house.runtime)(scope, self._up.get, self._down.put))

    async def opened(self) -> bool:
        return bool((await self._down.get())["type"] == "websocket.accept")

    async def send(self, **said: Any) -> None:
        await self._up.put({"type": "websocket.receive", "text": orjson.dumps(said).decode()})

    async def told(self) -> dict[str, Any]:
        """The next message."""
        message = await asyncio.wait_for(self._down.get(), 30)
        found: dict[str, Any] = orjson.loads(message["text"]) if "text" in message else dict(message)
        return found

    async def until(self, kind: str) -> list[dict[str, Any]]:
        found = [await self.told()]
        while found[-1]["type"] != kind:
            found.append(await self.told())
        return found

    async def leave(self) -> None:
        await self._up.put({"type": "websocket.disconnect", "code": 1000})
        await self._run


async def signed_in(house: House, person: httpx.AsyncClient) -> Socket:
    socket = Socket(house)
    assert await socket.opened()
    await socket.send(type="authenticate", token=person.headers["authorization"].removeprefix("Bearer "))
    assert (await socket.told())["type"] == "welcome"
    return socket


async def test_turns_go_one_after_another(house: House, person: httpx.AsyncClient):
    socket = await signed_in(house, person)
    await socket.send(type="say", message="remind me to call the dentist tomorrow at 9")
    events = await socket.until("ended")
    assert events[0]["type"] == "began"
    assert len({event["reply_id"] for event in events}) == 1
    await socket.send(type="say", message="undo that", conversation_id=events[0]["conversation_id"])
    undone = (await socket.until("ended"))[-1]
    assert [card["state"] for card in undone["message"]["cards"]] == ["done"]
    await socket.send(type="regenerate", reply_id=undone["message"]["id"])
    again = (await socket.until("ended"))[-1]
    assert again["message"]["reply_to"] == undone["message"]["reply_to"]
    await socket.leave()


@pytest.mark.parametrize(
    "said",
    [
        {"type": "sing"},
        {"type": "say"},
        {"type": "say", "message": "x", "conversation_id": "y"},
        {"type": "follow", "reply_id": "01980000-0000-7000-8000-000000000000"},
    ],
)
async def test_what_is_wrong_is_told_and_the_line_stays_open(
    house: House, person: httpx.AsyncClient, said: dict[str, Any]
):
    socket = await signed_in(house, person)
    await socket.send(**said)
    assert (await socket.told())["type"] == "problem"
    await socket.send(type="say", message="hello")
    assert (await socket.until("ended"))[-1]["message"]["state"] == "done"
    await socket.leave()


async def test_a_stranger_is_turned_away(house: House):
    socket = Socket(house)
    assert await socket.opened()
    await socket.send(type="authenticate", token="")
    assert [(await socket.told())["type"] for _ in range(2)] == ["problem", "websocket.close"]


@pytest.mark.parametrize(("host", "origin"), [("evil.example", None), ("127.0.0.1", "https://evil.example")])
async def test_pages_elsewhere_do_not_reach_it(house: House, host: str, origin: str | None):
    assert not await Socket(house, host, origin).opened()
