"""Talking over HTTP: answers as JSON when the turn has ended, or as Server-Sent Events while it goes on."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Final
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from selfos.features.assistant import Answered, Running, Say, anew, answered, follow, say
from selfos.kernel.context import Context
from selfos.kernel.principal import Principal
from selfos.kernel.records import to_json
from selfos.kernel.runtime import Runtime

STREAM: Final = "text/event-stream"
Authenticate = Callable[[Request], Awaitable[Principal]]


class TurnStream(StreamingResponse):
    """Documented as such; proxies are asked not to gather it."""

    media_type = STREAM

    def __init__(self, running: Running) -> None:
        super().__init__(_sse(running), headers={"X-Accel-Buffering": "no"})


def talk_routes(runtime: Runtime, authenticate: Authenticate) -> APIRouter:
    """`POST /conversations` and what else a turn needs."""
    router = APIRouter(tags=["conversations"])
    described: dict[str, Any] = {"openapi_extra": {"security": [{"bearer": []}]}, "response_model": Answered}

    async def told(request: Request, running: Running, principal: Principal) -> Response:
        if STREAM in request.headers.get("accept", ""):
            return TurnStream(running)
        body = await answered(Context(runtime, principal), running)
        return Response(to_json(body.model_dump()), media_type="application/json")

    @router.post("/conversations", operation_id="conversations_start", **described)
    async def start(given: Say, request: Request) -> Response:
        """Say something in a new conversation. With `Accept: text/event-stream` the turn is streamed."""
        principal = await authenticate(request)
        return await told(request, await say(runtime, principal, given), principal)

    @router.post("/conversations/{id}/messages", operation_id="conversations_say", **described)
    async def more(id: UUID, given: Say, request: Request) -> Response:  # noqa: A002 - the name in the path
        """Say something in a conversation."""
        principal = await authenticate(request)
        return await told(request, await say(runtime, principal, given, id), principal)

    @router.post("/messages/{id}/regenerate", operation_id="messages_regenerate", **described)
    async def regenerate(id: UUID, request: Request) -> Response:  # noqa: A002
        """Answer once more, in the place of this reply; what was done for it is not done twice."""
        principal = await authenticate(request)
        return await told(request, await anew(runtime, principal, id), principal)

    @router.get("/messages/{id}/turn", operation_id="messages_turn", **described)
    async def turn(id: UUID, request: Request) -> Response:  # noqa: A002
        """Follow a reply from its beginning, while it is written or afterwards."""
        principal = await authenticate(request)
        return await told(request, await follow(runtime, principal, id), principal)

    return router


async def _sse(running: Running) -> AsyncIterator[str]:
    async for event in running.follow():
        yield f"event: {event.type}\ndata: {to_json(event.model_dump()).decode()}\n\n"
