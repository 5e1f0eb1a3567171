"""`POST /v1/chat/completions` and `GET /v1/models`: the assistant as a model, under an API key.

A client sends all that was said each time; the conversation it belongs to is found by its last exchange, and goes on.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import Any, Final
from uuid import UUID

import structlog
from fastapi import Request, Response
from fastapi.responses import StreamingResponse
from pydantic import ValidationError
from starlette.routing import Route

from selfos.features.assistant import Anew, Began, Ended, Event, Role, Running, Said, Say, anew, cancel, place_of, say
from selfos.kernel import clock
from selfos.kernel.context import Context
from selfos.kernel.errors import BadRequest, Problem, Unavailable
from selfos.kernel.principal import Principal
from selfos.kernel.records import to_json
from selfos.kernel.runtime import Runtime
from selfos.surfaces.openai import wire
from selfos.surfaces.openai.wire import ChatRequest, Completion

SCOPE: Final = "conversations:write"

Authenticate = Callable[[Request], Awaitable[Principal]]
Answer = Callable[[Request], Awaitable[Response]]
_log = structlog.get_logger("openai")
_cancelling: Final[set[asyncio.Task[Any]]] = set()


def openai_routes(runtime: Runtime, authenticate: Authenticate) -> list[Route]:
    """The routes; they stand outside the described interface, since OpenAI describes them."""

    async def caller(request: Request) -> Principal:
        principal = await authenticate(request)
        principal.require(SCOPE)
        return principal

    async def completions(request: Request) -> Response:
        principal = await caller(request)
        given = ChatRequest.model_validate_json(await request.body())
        said = given.said()
        events = (await _running(Context(runtime, principal), said)).follow()
        reply_id = await _began(events)
        completion = Completion(reply_id, _now(), said)
        if not given.stream:
            return _json(completion.whole(await _ended(events)))

        def stop() -> None:
            task = asyncio.create_task(cancel(runtime, principal, reply_id))
            _cancelling.add(task)
            task.add_done_callback(_cancelling.discard)

        return _Stream(_chunks(completion, events, given.wants_usage, stop), headers={"X-Accel-Buffering": "no"})

    async def models(request: Request) -> Response:
        await caller(request)
        return _json(wire.models(_now()))

    async def model(request: Request) -> Response:
        await caller(request)
        return _json(wire.model(request.path_params["name"], _now()))

    return [
        Route("/v1/chat/completions", _plainly(completions), methods=["POST"]),
        Route("/v1/models", _plainly(models), methods=["GET"]),
        Route("/v1/models/{name}", _plainly(model), methods=["GET"]),
    ]


async def _running(context: Context, said: Sequence[tuple[Role, str]]) -> Running:
    """The turn that answers the last message, in the conversation that it belongs to. Raises Problem."""
    runtime, principal = context.runtime, context.principal
    place = await place_of(context, said)
    if place and place.again:
        return await anew(runtime, principal, place.again)
    return await say(runtime, principal, Say(message=said[-1][1]), place.conversation_id if place else None)


async def _began(events: AsyncIterator[Event]) -> UUID:
    async for event in events:
        if isinstance(event, Began):
            return event.reply_id
    raise Unavailable("the turn ended before it began; try again")


async def _ended(events: AsyncIterator[Event]) -> Ended:
    async for event in events:
        if isinstance(event, Ended):
            return event
    raise Unavailable("the turn was broken off; try again")


async def _chunks(
    completion: Completion, events: AsyncIterator[Event], wants_usage: bool, stop: Callable[[], None]
) -> AsyncIterator[str]:
    """The chunks of a streamed answer. A client that goes away wishes for no more of it: then `stop` is called."""
    ended, silent = None, True
    try:
        yield _sse(completion.chunk({"role": "assistant", "content": ""}))
        async for event in events:
            if isinstance(event, Said):
                silent = False
                yield _sse(completion.chunk({"content": event.text}))
            elif isinstance(event, Anew) and not silent:
                yield _sse(completion.chunk({"content": f"\n\n({event.reason})\n\n"}))
            elif isinstance(event, Ended):
                ended = event.message
    finally:
        if ended is None:
            stop()
    if ended is None:
        yield _sse(wire.error(Unavailable("the turn was broken off; try again")))
        return
    if silent:
        yield _sse(completion.chunk({"content": wire.words(ended)}))
    yield _sse(completion.last(ended))
    if wants_usage:
        yield _sse(completion.usage_chunk(ended))
    yield "data: [DONE]\n\n"


class _Stream(StreamingResponse):
    media_type = "text/event-stream"


def _plainly(answer: Answer) -> Answer:
    """The same, with problems in OpenAI's shape."""

    async def answered(request: Request) -> Response:
        try:
            return await answer(request)
        except Problem as problem:
            return _refused(problem)
        except ValidationError as error:
            return _refused(_invalid(error))
        except Exception as error:  # noqa: BLE001 - a fault is told in the shape that the client reads
            _log.error("unexpected error", exc_info=error)
            return _refused(Problem("an unexpected error; the server's log names it by the correlation id"))

    return answered


def _invalid(error: ValidationError) -> Problem:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    field = ".".join(map(str, first["loc"])) or "body"
    return BadRequest(f"{field}: {first['msg']}", field=field)


def _refused(problem: Problem) -> Response:
    return Response(to_json(wire.error(problem)), problem.status, problem.headers(), "application/json")


def _json(body: Any) -> Response:
    return Response(to_json(body), media_type="application/json")


def _sse(body: Any) -> str:
    return f"data: {to_json(body).decode()}\n\n"


def _now() -> int:
    return int(clock.now().timestamp())
