"""Live pokes: a stream that says in which spaces something changed, and nothing else (Server-Sent Events).

What waits to be told is a set of the caller's own spaces, so it cannot grow however slowly the other side reads, and
each stream waits for its own reader only.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Final
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from selfos.kernel.errors import Problem
from selfos.kernel.principal import Principal
from selfos.kernel.runtime import Runtime
from selfos.surfaces.sync.seats import seats_of

HEARTBEAT: Final = 15.0
"""Seconds between comments that keep the line open; the token is asked for again each time."""
_PAUSE: Final = 0.02
"""Seconds in which pokes are gathered into one event."""

Caller = Callable[[], Awaitable[Principal]]


class EventStream(StreamingResponse):
    """Documented as such."""

    media_type = "text/event-stream"


def live_routes(runtime: Runtime, authenticate: Callable[[Request], Awaitable[Principal]]) -> APIRouter:
    """`GET /sync/live`."""
    router = APIRouter(prefix="/sync", tags=["sync"])
    security: dict[str, Any] = {"security": [{"bearer": []}]}

    @router.get("/live", operation_id="sync_live", response_class=EventStream, openapi_extra=security)
    async def live(request: Request) -> EventStream:
        """Pokes: `data` is the id of a space to pull; the first ones name every space. Ends with the token."""
        caller = await authenticate(request)
        return EventStream(_Pokes(runtime, caller, lambda: authenticate(request)).told())

    return router


class _Pokes:
    """What one stream has still to tell."""

    def __init__(self, runtime: Runtime, caller: Principal, again: Caller) -> None:
        self._runtime, self._caller, self._again = runtime, caller, again
        self._spaces: frozenset[UUID] = frozenset()
        self._waiting: set[UUID] = set()
        self._wake = asyncio.Event()
        self._over = False

    async def told(self) -> AsyncIterator[str]:
        """The text of the stream, until the caller may no longer listen or the server stops."""
        stop = self._runtime.pokes.listen(self._heard, self._end)
        try:
            while not self._over and await self._may_listen():
                yield ": here\n\n"
                until = asyncio.get_running_loop().time() + HEARTBEAT
                while await self._woken(until) and not self._over:
                    await asyncio.sleep(_PAUSE)
                    self._wake.clear()
                    told, self._waiting = self._waiting, set()
                    yield "".join(f"event: poke\ndata: {space}\n\n" for space in told)
        finally:
            stop()

    def _heard(self, spaces: frozenset[UUID]) -> None:
        if mine := spaces & self._spaces:
            self._waiting |= mine
            self._wake.set()

    def _end(self) -> None:
        self._over = True
        self._wake.set()

    async def _may_listen(self) -> bool:
        """Ask again who this is and where they are a member; new spaces are told at once."""
        try:
            self._caller = await self._again()
            spaces = frozenset(await seats_of(self._runtime, self._caller))
        except Problem:
            return False
        new, self._spaces = spaces - self._spaces, spaces
        self._heard(new)
        return True

    async def _woken(self, until: float) -> bool:
        try:
            async with asyncio.timeout_at(until):
                await self._wake.wait()
        except TimeoutError:
            return False
        return True
