"""Talking over a WebSocket: JSON texts both ways, several turns one after another or side by side.

The client begins with `{"type": "authenticate", "token": "…", "space": "…"}`, then sends `say` (as in
`POST /conversations`, with a `conversation_id` to go on), `regenerate` and `follow` (with a `reply_id`), `cancel` (with
a `reply_id`). The server sends the events of the turns, each with the `reply_id` it belongs to, and `problem`.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

import orjson
from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import TypeAdapter, ValidationError

from selfos.features.assistant import Running, Say, anew, cancel, follow, say
from selfos.identity import EXTRA, Identity
from selfos.kernel.errors import BadRequest, Problem, Unauthorized
from selfos.kernel.principal import Principal
from selfos.kernel.records import to_json
from selfos.kernel.runtime import Runtime
from selfos.surfaces.origins import may_call

_PATIENCE: Final = 10.0
"""Seconds in which a client must say who it is."""
_MOST_TURNS: Final = 8
_LARGEST: Final = 1_000_000
_POLICY: Final = 1008
_uuid: Final = TypeAdapter(UUID)


def socket_routes(runtime: Runtime) -> APIRouter:
    """`/talk`."""
    router = APIRouter()

    @router.websocket("/talk")
    async def talk(socket: WebSocket) -> None:
        if not _welcome(runtime, socket):
            await socket.close(_POLICY)
            return
        await socket.accept()
        try:
            await _Talk(runtime, socket).go_on()
        except WebSocketDisconnect:
            return

    return router


def _welcome(runtime: Runtime, socket: WebSocket) -> bool:
    """Whether the request came to one of our names, and from our own page where a browser sent it."""
    hosts = {host.lower() for host in runtime.settings.allowed_hosts}
    here = urlsplit(f"//{socket.headers.get('host', '')}").hostname
    known = may_call(socket.headers.get("origin"), socket.headers.get("host"), runtime.settings.cors_origins)
    return known and ("*" in hosts or here in hosts)


class _Talk:
    """One connection."""

    def __init__(self, runtime: Runtime, socket: WebSocket) -> None:
        self._runtime, self._socket = runtime, socket
        self._identity: Identity = runtime.extras[EXTRA]
        self._token: str | None = None
        self._space: UUID | None = None
        self._asked: dict[str, Callable[[dict[str, Any]], Awaitable[Running | None]]] = {
            "say": self._say,
            "regenerate": self._regenerate,
            "follow": self._follow,
            "cancel": self._cancel,
        }

    async def go_on(self) -> None:
        """Until the client leaves; turns go on without it."""
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._authenticate(await self._receive())
        except (TimeoutError, Problem, ValidationError) as error:
            problem = error if isinstance(error, Problem) else Unauthorized("say who you are, and in which space")
            await self._refuse(problem)
            await self._socket.close(_POLICY)
            return
        turns: set[asyncio.Task[None]] = set()
        try:
            while True:
                asked = await self._receive()
                if len(turns) >= _MOST_TURNS:
                    await self._refuse(BadRequest(f"at most {_MOST_TURNS} turns at a time"))
                    continue
                task = asyncio.create_task(self._answer(asked))
                turns.add(task)
                task.add_done_callback(turns.discard)
        finally:
            for task in turns:
                task.cancel()

    async def _receive(self) -> dict[str, Any]:
        while True:
            text = await self._socket.receive_text()
            try:
                asked = orjson.loads(text) if len(text) <= _LARGEST else None
            except orjson.JSONDecodeError:
                asked = None
            if isinstance(asked, dict):
                return asked
            await self._refuse(BadRequest("each message must be a JSON object of at most 1 MB"))

    async def _authenticate(self, asked: dict[str, Any]) -> None:
        if asked.get("type") != "authenticate" or not isinstance(asked.get("token"), str):
            raise Unauthorized("the first message must be of type authenticate, with a token")
        self._token = asked["token"]
        self._space = _uuid.validate_python(asked["space"]) if asked.get("space") else None
        await self._principal()
        await self._socket.send_text('{"type":"welcome"}')

    async def _principal(self) -> Principal:
        """Asked again for each turn: rights may have ended meanwhile."""
        return await self._identity.principal(f"Bearer {self._token}", self._space)

    async def _answer(self, asked: dict[str, Any]) -> None:
        kind = asked.pop("type", None)
        try:
            handle = self._asked.get(str(kind))
            if handle is None:
                raise BadRequest(f"must be one of {', '.join(self._asked)}", field="type")
            running = await handle(asked)
        except ValidationError as error:
            errors = [{"field": ".".join(map(str, e["loc"])), "message": e["msg"]} for e in error.errors()]
            await self._refuse(BadRequest("the message is not valid", extra={"errors": errors}))
        except Problem as problem:
            await self._refuse(problem)
        else:
            if running is not None:
                await self._tell(running)

    async def _say(self, asked: dict[str, Any]) -> Running:
        conversation = asked.pop("conversation_id", None)
        given = Say.model_validate(asked)
        conversation_id = _uuid.validate_python(conversation) if conversation else None
        return await say(self._runtime, await self._principal(), given, conversation_id)

    async def _regenerate(self, asked: dict[str, Any]) -> Running:
        return await anew(self._runtime, await self._principal(), _reply_id(asked))

    async def _follow(self, asked: dict[str, Any]) -> Running:
        return await follow(self._runtime, await self._principal(), _reply_id(asked))

    async def _cancel(self, asked: dict[str, Any]) -> None:
        await cancel(self._runtime, await self._principal(), _reply_id(asked))

    async def _tell(self, running: Running) -> None:
        reply_id = None
        async for event in running.follow():
            if event.type == "began":
                reply_id = event.reply_id
            await self._send(event.model_dump() | {"reply_id": reply_id})

    async def _refuse(self, problem: Problem) -> None:
        await self._send({"type": "problem", "problem": problem.body()})

    async def _send(self, told: dict[str, Any]) -> None:
        await self._socket.send_text(to_json(told).decode())


def _reply_id(asked: dict[str, Any]) -> UUID:
    return _uuid.validate_python(asked.get("reply_id"))
