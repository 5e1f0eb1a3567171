"""Keeps the house running: PostgreSQL, the api and the worker, started in order, restarted, stopped in order."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from selfos.kernel.config.settings import Settings
from selfos.kernel.config.startup import StartupError
from selfos.kernel.embedded import EmbeddedPostgres, database_urls
from selfos.kernel.embedded.server import STALLED_AFTER, Progress
from selfos.kernel.launch import launch_command
from selfos.kernel.supervisor.child import Child
from selfos.kernel.supervisor.data_folder import own_data_folder
from selfos.kernel.supervisor.external import await_external
from selfos.kernel.supervisor.migrated import is_migrated, note_migrated
from selfos.kernel.supervisor.readiness import await_free_port, is_ready
from selfos.kernel.supervisor.rotating_log import RotatingLog


@dataclass(frozen=True, slots=True)
class Role:
    """A process of the product. The one named `api` answers /readyz. Roles are stopped last to first."""

    name: str
    command: Sequence[str]


def run(settings: Settings, roles: Sequence[Role], migrate: Sequence[str]) -> None:
    """Runs until SIGTERM or SIGINT, and says at the terminal what the person should know.

    `migrate` is the command that brings the database up to date before the roles start; it is a process of its own so
    that its memory goes with it. Raises StartupError.
    """
    os.umask(0o077)
    with own_data_folder(settings.data) as unclean:
        asyncio.run(Supervisor(settings, roles, migrate, say).run(patience=5.0 if unclean else 0.0))


def say(line: str) -> None:
    """Prints a line; once nobody reads any more, its pipe being closed, this line and all others go nowhere."""
    try:
        print(line, flush=True)
    except OSError:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())  # what is still buffered would fail again at the end


@dataclass(slots=True)
class Supervisor:
    """One run, from the start of the first process to the end of the last."""

    settings: Settings
    roles: Sequence[Role]
    migrate: Sequence[str]
    say: Callable[[str], None]
    children: list[Child] = field(default_factory=list)
    server: EmbeddedPostgres | None = None

    async def run(self, patience: float) -> None:
        """`patience`: seconds for what an unclean earlier run left behind to go away."""
        loop = asyncio.get_running_loop()
        end: asyncio.Future[None] = loop.create_future()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._on_signal, end)
        start = asyncio.create_task(self._start(partial(_fail, end), patience))
        start.add_done_callback(partial(_pass_on, end))
        try:
            await end
        finally:
            start.cancel()
            await asyncio.wait({start})
            for child in reversed(self.children):
                await child.stop()
            if self.server:
                self.server.remove_sockets()

    def _on_signal(self, end: "asyncio.Future[None]") -> None:
        if end.done():
            for child in self.children:
                child.hurry()
            return
        self.say("Stopping …")
        end.set_result(None)

    async def _start(self, gave_up: Callable[[StartupError], None], patience: float) -> None:
        serves = any(role.name == "api" for role in self.roles)
        if serves:
            await await_free_port(self.settings, patience)
        if self.settings.database_url is None:
            await self._start_database(gave_up)
        else:
            await await_external(database_urls(self.settings), self.say)
        await self._migrate()
        for role in self.roles:
            child = self._child(role)
            self.children.append(child)
            child.start(gave_up)
        if serves:
            await self._until_ready()
            self.say(f"SelfOS is ready at {self.settings.url}")

    async def _start_database(self, gave_up: Callable[[StartupError], None]) -> None:
        server = EmbeddedPostgres(self.settings.data)
        if not server.exists():
            self.say("Making the database …")

        def command() -> list[str]:
            server.prepare()
            self.server = server
            return server.command()

        child = Child("PostgreSQL", command, server.environment, RotatingLog(server.log), self.say)
        child.stop_signal, child.kill_signal, child.stop_limit = signal.SIGINT, signal.SIGQUIT, 30.0
        self.children.append(child)
        child.start(gave_up)
        progress = Progress(server.log)
        while child.process is None or not server.answers():
            if progress.stalled():
                raise StartupError(f"The database has not answered for {STALLED_AFTER:.0f} s.", f"See {server.log}.")
            await asyncio.sleep(0.005)
        await server.provision()

    async def _migrate(self) -> None:
        owner = database_urls(self.settings).owner
        if await is_migrated(owner):
            return
        child = self._child(Role("migrate", self.migrate))
        self.children.append(child)
        code, _ = await child.run_once()
        self.children.remove(child)
        if code != 0:
            raise child.failure("The database could not be brought up to date", code)
        await note_migrated(owner)

    def _child(self, role: Role) -> Child:
        # killed rather than asked: what survives its supervisor must be gone before the next one starts
        command = launch_command(role.command, death_signal=signal.SIGKILL)
        environment = os.environ | self.settings.environment()
        log = RotatingLog(self.settings.logs / f"{role.name}.log")
        return Child(role.name, lambda: command, environment, log, self.say)

    async def _until_ready(self) -> None:
        hint = time.monotonic() + 30.0
        while not await is_ready(self.settings):
            if time.monotonic() > hint:
                self.say(f"Still starting; the logs are in {self.settings.logs}.")
                hint = time.monotonic() + 30.0
            await asyncio.sleep(0.02)


def _fail(end: "asyncio.Future[None]", error: BaseException) -> None:
    if not end.done():
        end.set_exception(error)


def _pass_on(end: "asyncio.Future[None]", task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        _fail(end, error)
