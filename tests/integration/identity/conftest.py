"""An installation of its own for each test: database, keystore, data folder, and a clock that the test moves."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

import pytest
from argon2 import PasswordHasher

from selfos.identity import EXTRA, Identity, Login, Origin, Register, SignedIn, actions
from selfos.kernel.actions import by_name
from selfos.kernel.clock import set_clock
from selfos.kernel.config.settings import Settings
from selfos.kernel.context import Context
from selfos.kernel.database import Database
from selfos.kernel.keys.keystore import Keystore
from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.principal import Principal
from tests.fixtures import postgres as fixtures

EMAIL = "ada@example.org"
PASSWORD = "a quiet long pass phrase"
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
HERE = Origin("192.0.2.7", "Telescope/1.0 (canary-agent)")


class MovableClock:
    """Time that passes only when a test says so."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **spans: float) -> None:
        self.now += timedelta(**spans)


@dataclass(frozen=True)
class Home:
    """A running installation and the short ways a test takes through it."""

    identity: Identity
    database: Database
    owner_dsn: str
    owner_id: UUID
    data: Path

    async def register(self, email: str = EMAIL, password: str = PASSWORD, **more: Any) -> SignedIn:
        return await self.identity.register(Register(email=email, password=cast("Any", password), **more), HERE)

    async def login(self, email: str = EMAIL, password: str = PASSWORD, origin: Origin = HERE) -> SignedIn:
        return await self.identity.login(Login(email=email, password=cast("Any", password)), origin)

    async def principal(self, signed_in: SignedIn) -> Principal:
        return await self.identity.principal(f"Bearer {signed_in.access_token}")

    async def act(self, name: str, principal: Principal, /, **given: Any) -> Any:
        """Perform a declared action as a surface would: its scope first, then its input, then it."""
        registry = by_name(actions)
        action = registry[name]
        principal.require(action.scope)
        runtime = cast("Any", SimpleNamespace(extras={EXTRA: self.identity}, actions=registry))
        return await action.run(Context(runtime, principal), action.input(**given))

    async def all_at_once(self, lock: str, tries: Sequence[Coroutine[Any, Any, Any]]) -> list[Any]:
        """The outcomes of `tries` that all wait for the same row, so that each read before any wrote."""
        waiting = """SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'"""
        async with self.database.installation() as holder:
            await holder.execute(lock)
            tasks = [asyncio.create_task(one) for one in tries]
            async with asyncio.timeout(60):
                # a transaction sees the activity it first looked at, so each look needs one of its own
                while await self._ask(waiting) < len(tasks):
                    continue
        return await asyncio.gather(*tasks, return_exceptions=True)

    async def _ask(self, query: str) -> int:
        async with self.database.installation() as connection:
            found: int = await connection.fetchval(query)
        return found


OpenHome = Callable[..., Any]


@pytest.fixture
def time() -> Iterator[MovableClock]:
    clock = MovableClock()
    set_clock(clock)
    yield clock
    set_clock(None)


@pytest.fixture
async def open_home(fresh_database: fixtures.Database, tmp_path: Path) -> AsyncIterator[OpenHome]:
    """Starts processes of one installation; a second call is a second process on the same data."""
    opened: list[Database] = []

    async def start(**settings: Any) -> Home:
        chosen = Settings(data=tmp_path, **{"login_limit": 1000, **settings})
        keystore = Keystore(chosen.keystore)
        database = await Database.connect(fresh_database.app_dsn, size=8)
        opened.append(database)
        identity = Identity(database, Sealer(keystore), keystore, chosen, hasher=CHEAP)
        return Home(identity, database, fresh_database.owner_dsn, await identity.ensure_local_owner(), tmp_path)

    yield start
    for database in opened:
        await database.close()


@pytest.fixture
async def home(open_home: OpenHome) -> Home:
    started: Home = await open_home(registration="open")
    return started
