"""Puts the parts together into a running process: `python -m selfos.app api` or `worker`."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Final

import structlog
import uvicorn

from selfos.features import checks, goals, habits, profile, projects, quick_add, suggestions, tasks, thoughts
from selfos.identity import Identity
from selfos.identity import actions as identity_actions
from selfos.intelligence.builtin.encoder import ModelMissing, load_encoder
from selfos.kernel.actions import ActionRegistry
from selfos.kernel.database import Database
from selfos.kernel.embedded import database_urls
from selfos.kernel.feature import Feature
from selfos.kernel.indexes import SpaceIndexes
from selfos.kernel.jobs import JobQueue
from selfos.kernel.keystore import INSTALLATION, Keystore
from selfos.kernel.log_actions import log_actions
from selfos.kernel.pokes import Pokes
from selfos.kernel.runtime import Runtime
from selfos.kernel.sealing import Sealer
from selfos.kernel.search.ports import Encoder
from selfos.kernel.settings import Settings, load_settings
from selfos.kernel.startup import StartupError
from selfos.kernel.telemetry import configure_logs
from selfos.kernel.unit import Units
from selfos.kernel.worker import Worker
from selfos.surfaces import rest

FEATURES: Final[Sequence[Feature]] = tuple(
    module.feature for module in (thoughts, suggestions, quick_add, tasks, goals, projects, habits, checks, profile)
)

_log = structlog.get_logger("app")


@asynccontextmanager
async def opened(settings: Settings, features: Sequence[Feature] = FEATURES) -> AsyncIterator[Runtime]:
    """Everything a process needs, closed again at the end."""
    urls = database_urls(settings)
    keystore = Keystore(settings.keystore, settings.key_bytes())
    keystore.create(INSTALLATION)
    sealer = Sealer(keystore)
    database = await Database.connect(urls.app, size=settings.pool_size)
    pokes = Pokes(urls.app)
    runtime = Runtime(
        settings=settings,
        database=database,
        sealer=sealer,
        units=Units(
            database,
            sealer,
            reactions=[reaction for f in features for reaction in f.reactions],
            committed=[pokes.committed],
            rules=[rule for f in features for rule in f.rules],
        ),
        actions=ActionRegistry([*(a for f in features for a in f.actions), *log_actions, *identity_actions]),
        indexes=SpaceIndexes(database, sealer),
        queue=JobQueue(database, [j for f in features for j in f.jobs]),
        pokes=pokes,
        encoder=_encoder(settings),
    )
    runtime.extras["identity"] = Identity(database, sealer, keystore, settings)
    pokes.start()
    try:
        yield runtime
    finally:
        await pokes.stop()
        await database.close()


def _encoder(settings: Settings) -> Encoder | None:
    try:
        return load_encoder(settings.models / "minilm")
    except ModelMissing as missing:
        _log.warning("no search by meaning", reason=str(missing))
        return None


async def serve_api(settings: Settings) -> None:
    """Answer requests until told to stop."""
    async with opened(settings) as runtime:
        await runtime.extras["identity"].ensure_local_owner()
        config = uvicorn.Config(
            rest.build(runtime),
            host=settings.host,
            port=settings.port,
            access_log=False,
            log_config=None,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=5,
        )
        await uvicorn.Server(config).serve()


async def work(settings: Settings) -> None:
    """Do jobs until told to stop."""
    async with opened(settings) as runtime:
        worker = Worker(runtime.queue, runtime, concurrency=settings.worker_concurrency)
        runtime.pokes.listen(worker.wake)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, worker.stop)
        await worker.run()


ROLES: Final = {"api": serve_api, "worker": work}


def main(arguments: Sequence[str]) -> int:
    """Run one role; the exit status is 2 where it could not start."""
    (role,) = arguments
    try:
        settings = load_settings()
        configure_logs(settings.log_level, settings.log_format, role)
        uvicorn_loop = asyncio.Runner(loop_factory=_loop_factory())
        with uvicorn_loop as runner:
            runner.run(ROLES[role](settings))
    except StartupError as error:
        _log.error("cannot start", reason=str(error))
        return 2
    return 0
