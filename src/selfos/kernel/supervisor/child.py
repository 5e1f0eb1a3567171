"""A process that is kept alive: started again with growing pauses, whatever ended it."""

import asyncio
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from selfos.kernel.config.startup import StartupError, last_words
from selfos.kernel.supervisor.rotating_log import RotatingLog

ESTABLISHED = 10.0  # seconds after which a process counts as having started well
TRIES = 5  # faults in a row after which one that never was established is given up
FROM_OUTSIDE = frozenset({-signal.SIGKILL, -signal.SIGTERM})  # somebody ended it: no fault of its own


@dataclass(slots=True)
class Child:
    """One process and its restarts.

    `command` is asked before each start, so it may clear away what the last one left. `stop_signal` asks it to end,
    `stop_limit` is its time for that in seconds, `kill_signal` ends it without asking.
    """

    name: str
    command: Callable[[], Sequence[str]]
    environment: Mapping[str, str]
    log: RotatingLog
    say: Callable[[str], None]
    stop_signal: int = signal.SIGTERM
    kill_signal: int = signal.SIGKILL
    stop_limit: float = 10.0
    process: asyncio.subprocess.Process | None = None
    _task: asyncio.Task[None] | None = None
    _stop: asyncio.Event = field(default_factory=asyncio.Event)
    _faults: int = 0
    _pause: float = 0.0
    _established: bool = False

    def start(self, gave_up: Callable[[StartupError], None]) -> None:
        """Begins to keep the process; `gave_up` is called if it cannot be kept."""
        self._task = asyncio.create_task(self._keep(gave_up), name=self.name)

    async def run_once(self) -> tuple[int, float]:
        """Starts it and waits for its end; the exit code as subprocess has it, and the seconds it lived."""
        command = await asyncio.to_thread(self.command)
        began = time.monotonic()
        self.process = await asyncio.create_subprocess_exec(
            *command,
            env=dict(self.environment),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches the supervisor alone, which ends the others in order
        )
        if self._stop.is_set():
            self._send(self.stop_signal)
        follower = asyncio.create_task(self.log.follow(self.process.stdout))
        try:
            code = await self.process.wait()
        except asyncio.CancelledError:
            self._send(self.kill_signal)
            raise
        # its own children may hold the pipe open for longer than it lived
        await asyncio.wait({follower}, timeout=1.0)
        follower.cancel()
        return code, time.monotonic() - began

    async def _keep(self, gave_up: Callable[[StartupError], None]) -> None:
        try:
            while not self._stop.is_set():
                code, lived = await self.run_once()
                if not self._stop.is_set():
                    self._judge(code, lived)
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._stop.wait(), self._pause)
        except StartupError as error:
            gave_up(error)
        except OSError as error:
            gave_up(StartupError(f"{self.name} cannot be started: {error.strerror}."))

    def _judge(self, code: int, lived: float) -> None:
        """How long to pause before the next start; raises StartupError where there is no sense in one."""
        if lived >= ESTABLISHED:
            self._established, self._faults, self._pause = True, 0, 0.0
        self._faults += code not in FROM_OUTSIDE
        if self._faults >= TRIES and not self._established:
            raise self.failure(f"{self.name} does not stay up", code)
        longest = 0.25 if code in FROM_OUTSIDE else 30.0
        self._pause = min(max(0.05, 2 * self._pause), longest)
        self.say(f"{self.name} ended ({_manner(code)}); starting it again.")

    def failure(self, what: str, code: int) -> StartupError:
        """`what`, the manner of its end, and the last line it logged that tells something."""
        return StartupError(f"{what} ({_manner(code)}). {last_words(self.log.last_lines)}", f"See {self.log.path}.")

    async def stop(self) -> None:
        """Asks it to end and waits; beyond the limit it is ended without being asked."""
        self._stop.set()
        if self._task is None:
            return
        for number, limit in ((self.stop_signal, self.stop_limit), (self.kill_signal, 5.0), (signal.SIGKILL, 5.0)):
            self._send(number)
            if (await asyncio.wait({self._task}, timeout=limit))[0]:
                return
        self._task.cancel()

    def hurry(self) -> None:
        """Ends it now: the person asked a second time."""
        self._stop.set()
        self._send(self.kill_signal)

    def _send(self, number: int) -> None:
        with suppress(ProcessLookupError):
            if self.process and self.process.returncode is None:
                self.process.send_signal(number)


def _manner(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    known = {int(number) for number in signal.Signals}
    return f"killed by {signal.Signals(-code).name if -code in known else -code}"
