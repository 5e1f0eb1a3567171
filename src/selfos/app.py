"""Puts the parts together into a running process: `python -m selfos.app api` or `worker`."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import Final
from urllib.parse import urlsplit

import structlog
import uvicorn

from selfos.features import embedding, models
from selfos.features.catalogue import FEATURES
from selfos.identity import EXTRA, Identity
from selfos.identity import actions as identity_actions
from selfos.intelligence.builtin.encoder import ModelMissing, load_encoder
from selfos.intelligence.builtin.remembered import Remembered
from selfos.kernel.actions import Action, by_name
from selfos.kernel.config.settings import Settings, load_settings
from selfos.kernel.config.startup import StartupError
from selfos.kernel.database import Database
from selfos.kernel.embedded import APP, database_urls
from selfos.kernel.errors import Unavailable
from selfos.kernel.feature import Feature
from selfos.kernel.indexing.indexes import SpaceIndexes
from selfos.kernel.jobs.queue import WHOLE_SPACE, JobQueue
from selfos.kernel.jobs.worker import Worker
from selfos.kernel.keys.keystore import INSTALLATION, Keystore
from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.log import sweeping
from selfos.kernel.log.actions import log_actions
from selfos.kernel.pokes import Pokes
from selfos.kernel.runtime import Runtime
from selfos.kernel.search.ports import Encoder
from selfos.kernel.telemetry import configure_logs
from selfos.kernel.unit import Units
from selfos.surfaces import rest

_RETRY: Final = 0.1
_BACKGROUND: Final = 10
_SWITCH_SECONDS: Final = 0.0005
_log = structlog.get_logger("app")


def every_action(features: Sequence[Feature] = FEATURES) -> list[Action]:
    """All that can be done."""
    return [*(action for feature in features for action in feature.actions), *log_actions, *identity_actions]


@asynccontextmanager
async def opened(settings: Settings, features: Sequence[Feature] = FEATURES) -> AsyncIterator[Runtime]:
    """Everything a process needs, closed again at the end."""
    urls = database_urls(settings)
    keystore = Keystore(settings.keystore, settings.key_bytes())
    keystore.create(INSTALLATION)
    sealer = Sealer(keystore)
    database = await Database.connect(urls.app, size=settings.pool_size)
    pokes, encoder, store = Pokes(urls.app), _encoder(settings), embedding.open_store(settings, database)
    units = Units(
        database,
        sealer,
        reactions=[sweeping.wants_sweep, *(reaction for feature in features for reaction in feature.reactions)],
        rules=[rule for feature in features for rule in feature.rules],
        committed=[pokes.committed],
    )
    runtime = Runtime(
        settings=settings,
        database=database,
        sealer=sealer,
        units=units,
        actions=by_name(every_action(features)),
        indexes=SpaceIndexes(
            database,
            sealer,
            encoder.model if encoder else None,
            store,
            lambda space_id, model: embedding.encoder_of(runtime, space_id, model),
        ),
        queue=JobQueue(database, [*sweeping.jobs, *(job for feature in features for job in feature.jobs)]),
        pokes=pokes,
        encoder=encoder,
        extras={EXTRA: Identity(database, sealer, keystore, settings)} | ({embedding.EXTRA: store} if store else {}),
    )
    asking = models.open_models(runtime)
    pokes.start()
    try:
        yield runtime
    finally:
        await pokes.stop()
        await asking.close()
        await runtime.indexes.close()
        if store is not None:
            await store.close()
        await database.close()


def _encoder(settings: Settings) -> Encoder | None:
    try:
        return Remembered(load_encoder(settings.models / "minilm"))
    except ModelMissing as missing:
        _log.warning("no search by meaning", reason=str(missing))
        return None


async def serve_api(settings: Settings) -> None:
    """Answer requests until told to stop."""
    async with opened(settings) as runtime:
        await _patiently(runtime.extras[EXTRA].ensure_local_owner)
        (settings.data / "server.url").write_text(settings.url + "\n")
        config = uvicorn.Config(
            rest.build(runtime),
            host=settings.host,
            port=settings.port,
            access_log=False,
            log_config=None,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=5,
            ws="websockets-sansio",
            ws_per_message_deflate=False,
            ws_max_size=1_000_000,
        )
        await ApiServer(config, runtime.pokes).serve()


class ApiServer(uvicorn.Server):
    """Ends the live streams before it waits for what is running, since they would not end by themselves."""

    def __init__(self, config: uvicorn.Config, pokes: Pokes) -> None:
        super().__init__(config)
        self._pokes = pokes

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self._pokes.stop()
        await super().shutdown(sockets)


async def _patiently(begin: Callable[[], Awaitable[object]]) -> None:
    """Begin, also when the database goes away in the middle of it: the supervisor brings it back."""
    while True:
        try:
            await begin()
        except Unavailable:
            await asyncio.sleep(_RETRY)
        else:
            return


async def work(settings: Settings) -> None:
    """Do jobs until told to stop, behind whoever waits for an answer."""
    if hasattr(os, "nice"):
        os.nice(_BACKGROUND)
    # the engine computes in a thread: its heartbeats and the pokes must not wait long for the interpreter
    sys.setswitchinterval(_SWITCH_SECONDS)
    async with opened(settings) as runtime:
        await _patiently(partial(runtime.queue.everywhere, embedding.SETTLE, WHOLE_SPACE))
        worker = Worker(runtime.queue, runtime, concurrency=settings.worker_concurrency)
        runtime.pokes.listen(worker.wake)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, worker.stop)
        await worker.run()


async def migrate(settings: Settings) -> None:
    """Bring the database to the tables of this version."""
    import selfos.declared  # noqa: F401, PLC0415 - only this role needs the tables and Alembic in memory
    from selfos.features.embedding.stores.preparing import prepare_store  # noqa: PLC0415
    from selfos.kernel.migrations import upgrade  # noqa: PLC0415

    urls = database_urls(settings)
    app_role = urlsplit(urls.app).username or APP
    await asyncio.to_thread(upgrade, urls.owner, app_role)
    await prepare_store(settings, urls.owner, app_role)


ROLES: Final = {"api": serve_api, "worker": work, "migrate": migrate}


def main(arguments: Sequence[str]) -> int:
    """Run one role; the exit status is 2 where it could not start."""
    (role,) = arguments
    try:
        settings = load_settings()
        configure_logs(settings.log_level, settings.log_format, role)
        with asyncio.Runner(loop_factory=uvicorn.Config("", loop="auto").get_loop_factory()) as runner:
            runner.run(ROLES[role](settings))
    except StartupError as error:
        _log.error("cannot start", reason=str(error))
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
