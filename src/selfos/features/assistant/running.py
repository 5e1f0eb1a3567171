"""The turns that go on in this process. A turn does not end with the client that asked for it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import Final
from uuid import UUID

from selfos.features.assistant.events import Event
from selfos.features.assistant.records import MessageState
from selfos.kernel.runtime import Runtime

_EXTRA: Final = "turns"
_PREPARING: Final = 4
"""Turns that read and look things up at a time: the others wait, so that requests of other kinds pass."""


class Running:
    """One turn: what it has told so far, for whoever follows it from wherever it stands."""

    def __init__(self, told: Iterable[Event] = (), *, over: bool = False) -> None:
        #: How the reply stands where the turn is ended from outside.
        self.broken_off = MessageState.INTERRUPTED
        self._told = list(told)
        self._over = over
        self._followers: set[asyncio.Event] = set()

    def tell(self, event: Event) -> None:
        """Add an event."""
        self._told.append(event)
        self._wake()

    def end(self) -> None:
        """There will be no more events."""
        self._over = True
        self._wake()

    async def follow(self) -> AsyncIterator[Event]:
        """Every event from the first on, until the turn ends. Leaving early ends nothing."""
        place, news = 0, asyncio.Event()
        self._followers.add(news)
        try:
            while True:
                news.clear()
                while place < len(self._told):
                    yield self._told[place]
                    place += 1
                if self._over:
                    return
                await news.wait()
        finally:
            self._followers.discard(news)

    def _wake(self) -> None:
        for follower in self._followers:
            follower.set()


class Turns:
    """All of them, by the ids of their replies."""

    def __init__(self) -> None:
        self._running: dict[UUID, tuple[Running, asyncio.Task[None]]] = {}
        #: Held while a turn computes, never while it waits for a model.
        self.room = asyncio.Semaphore(_PREPARING)

    def start(self, reply_id: UUID, work: Callable[[Running], Awaitable[None]]) -> Running:
        """Begin a turn; it goes on by itself."""
        running = Running()

        async def run() -> None:
            try:
                await work(running)
            finally:
                self._running.pop(reply_id, None)
                running.end()

        self._running[reply_id] = running, asyncio.create_task(run(), name=f"turn {reply_id}")
        return running

    def get(self, reply_id: UUID) -> Running | None:
        """A turn that goes on here."""
        found = self._running.get(reply_id)
        return found[0] if found else None

    async def cancel(self, reply_id: UUID) -> bool:
        """End a turn, and wait until it has been put away; False where it does not go on here."""
        found = self._running.get(reply_id)
        if found is None:
            return False
        found[0].broken_off = MessageState.CANCELLED
        found[1].cancel()
        await asyncio.wait([found[1]])
        return True

    def stop(self) -> None:
        """End all of them: the server stops."""
        for _, task in tuple(self._running.values()):
            task.cancel()


def turns_of(runtime: Runtime) -> Turns:
    """Those of this process."""
    if (turns := runtime.extras.get(_EXTRA)) is None:
        turns = runtime.extras[_EXTRA] = Turns()
        runtime.pokes.listen(lambda _spaces: None, turns.stop)
    return turns
