"""The loop that does jobs: woken by pokes, looking for itself at least every second."""

import asyncio
import contextlib
from typing import Any, Final
from uuid import UUID

import asyncpg
import structlog

from selfos.kernel.errors import Unavailable
from selfos.kernel.jobs.queue import LEASE, JobQueue, Taken
from selfos.kernel.telemetry import JOB_SECONDS

_LOOK_EVERY: Final = 1.0
_log = structlog.get_logger("worker")


class Worker:
    """Takes batches and runs their handlers, `concurrency` at a time."""

    def __init__(self, queue: JobQueue, runtime: Any, *, concurrency: int = 1) -> None:
        self._queue, self._runtime, self._concurrency = queue, runtime, concurrency
        self._wake = asyncio.Event()
        self._stopping = False

    def wake(self, _spaces: frozenset[UUID] = frozenset()) -> None:
        """Look for jobs now."""
        self._wake.set()

    def stop(self) -> None:
        """Finish the batches at hand and take no more."""
        self._stopping = True
        self._wake.set()

    async def run(self) -> None:
        """Work until stopped."""
        async with asyncio.TaskGroup() as group:
            for _ in range(self._concurrency):
                group.create_task(self._loop())

    async def drain(self) -> int:
        """Do all that is due now; returns how many batches that was. For tests, imports and the command line."""
        batches = 0
        while (taken := await self._queue.take()) is not None:
            await self._perform(taken)
            batches += 1
        return batches

    async def _loop(self) -> None:
        while not self._stopping:
            self._wake.clear()
            try:
                taken = await self._queue.take()
                if taken is not None:
                    await self._perform(taken)
                    continue
            except (Unavailable, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
                _log.warning("database unavailable", error=type(error).__name__)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), _LOOK_EVERY)

    async def _perform(self, taken: Taken) -> None:
        """Run the handler in a task of its own, so that giving up a batch never ends the loop that took it."""
        kind = self._queue.kinds[taken.name]
        work = asyncio.ensure_future(kind.handler(self._runtime, taken.space_id, taken.subjects))
        lease = asyncio.create_task(self._until_lost(taken))
        try:
            with JOB_SECONDS.labels(taken.name).time():
                await asyncio.wait({work, lease}, return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                _log.warning("lease lost", job=taken.name)
            elif (error := work.exception()) is not None:
                await self._failed(taken, error)
            else:
                await self._queue.done(taken, kind.interval(self._runtime.settings) if kind.every else None)
        finally:
            work.cancel()
            lease.cancel()

    async def _failed(self, taken: Taken, error: BaseException) -> None:
        """One bad subject must not hold up the others of its batch: they are tried one by one."""
        if len(taken.ids) > 1:
            for single in taken.singles():
                await self._perform(single)
            return
        _log.warning("job failed", job=taken.name, attempt=taken.attempts[0], error=type(error).__name__)
        await self._queue.failed(taken, error)

    async def _until_lost(self, taken: Taken) -> None:
        """Extend the lease until it turns out that another worker has the batch."""
        held = True
        while held:
            await asyncio.sleep(LEASE.total_seconds() / 3)
            with contextlib.suppress(Unavailable, asyncpg.PostgresError, OSError):
                held = await self._queue.extend(taken)
