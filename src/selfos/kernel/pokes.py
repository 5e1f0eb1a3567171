"""Telling other processes that something was committed.

A NOTIFY inside a write transaction would serialise all commits, so each process sends one, at most every 20 ms, on a
connection of its own, after its commits. Pokes carry space ids and nothing else; they are hints, and whoever must not
miss anything also looks for itself within a second.
"""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Final
from uuid import UUID

import asyncpg

CHANNEL: Final = "selfos"
_PAUSE: Final = 0.02
_RETRY: Final = 0.5
_IDS_PER_POKE: Final = 200  # a payload must stay under 8,000 bytes

Listener = Callable[[frozenset[UUID]], None]


class Pokes:
    """Sends and receives pokes over one connection; reconnects by itself."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._pending: set[UUID] = set()
        self._wake = asyncio.Event()
        self._listeners: dict[Listener, Callable[[], object]] = {}
        self._task: asyncio.Task[None] | None = None

    def committed(self, space_id: UUID, _version: int) -> None:
        """Note that a space has changed; called after each commit, never waits."""
        self._pending.add(space_id)
        self._wake.set()

    def listen(self, listener: Listener, over: Callable[[], object] = lambda: None) -> Callable[[], object]:
        """Call `listener` with the spaces of every poke, of this process's own too, and `over` when there will be none.

        Returns how to stop that.
        """
        self._listeners[listener] = over
        return lambda: self._listeners.pop(listener, None)

    def start(self) -> None:
        """Begin sending and receiving in the background."""
        self._task = asyncio.create_task(self._run(), name="pokes")

    async def stop(self) -> None:
        """Stop; what was not sent is found by polling."""
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        for over in tuple(self._listeners.values()):
            over()

    async def _run(self) -> None:
        while True:
            with contextlib.suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                await self._serve()
            await asyncio.sleep(_RETRY)

    async def _serve(self) -> None:
        connection = await asyncpg.connect(self._dsn)
        try:
            await connection.add_listener(CHANNEL, self._received)
            connection.add_termination_listener(lambda _: self._wake.set())
            while not connection.is_closed():
                await self._wake.wait()
                self._wake.clear()
                while self._pending and not connection.is_closed():
                    await self._send(connection)
                    await asyncio.sleep(_PAUSE)
        finally:
            await connection.close(timeout=1)

    async def _send(self, connection: asyncpg.Connection) -> None:
        sent = [self._pending.pop() for _ in range(min(len(self._pending), _IDS_PER_POKE))]
        await connection.execute("SELECT pg_notify($1, $2)", CHANNEL, " ".join(s.hex for s in sent))

    def _received(self, _connection: object, _pid: int, _channel: str, payload: object) -> None:
        spaces = frozenset(UUID(word) for word in str(payload).split())
        for listener in tuple(self._listeners):
            listener(spaces)
