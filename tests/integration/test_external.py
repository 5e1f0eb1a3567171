"""A PostgreSQL that somebody else runs is asked first whether it will do, and no other one is started."""

import asyncio
import socket
from urllib.parse import quote

import asyncpg
import pytest

from selfos.kernel.config.startup import StartupError
from selfos.kernel.embedded import DatabaseUrls, EmbeddedPostgres
from selfos.kernel.supervisor.external import await_external, external_problems
from selfos.kernel.supervisor.migrated import is_migrated, note_migrated
from tests.fixtures.postgres import Database


def urls(owner: str, app: str) -> DatabaseUrls:
    return DatabaseUrls(app=app, owner=owner)


async def test_good_one_is_taken(postgres: EmbeddedPostgres):
    said: list[str] = []
    await postgres.provision("outside")
    await await_external(urls(postgres.owner_dsn("outside"), postgres.app_dsn("outside")), said.append)
    assert said == []


async def test_app_role_with_too_much_power_is_refused(postgres: EmbeddedPostgres):
    owner = postgres.owner_dsn("postgres")
    with pytest.raises(StartupError, match="row-level security"):
        await await_external(urls(owner, owner), print)


async def test_wrong_password_is_said_at_once(postgres: EmbeddedPostgres):
    wrong = f"postgresql://selfos_owner:canary@/postgres?host={quote(str(postgres.sockets))}"
    with pytest.raises(StartupError, match="SELFOS_DATABASE_OWNER_URL cannot be used: password") as raised:
        await await_external(urls(wrong, wrong), print, patience=60)
    assert "canary" not in str(raised.value)


async def test_one_that_is_away_is_waited_for():
    said: list[str] = []
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        away = f"postgresql://app:canary@127.0.0.1:{nobody.getsockname()[1]}/selfos"
        with pytest.raises(StartupError, match="cannot be used") as raised:
            await await_external(urls(away, away), said.append, patience=0.5)
    assert said == ["Waiting for the database …"]
    assert "canary" not in str(raised.value)


async def test_migrations_are_noted_in_the_database_itself(postgres: EmbeddedPostgres):
    await postgres.provision("noted")
    owner, app = postgres.owner_dsn("noted"), postgres.app_dsn("noted")
    assert not await is_migrated(owner)
    await note_migrated(app)
    assert not await is_migrated(owner), "the app's role must not be able to leave the note"
    await note_migrated(owner)
    assert await is_migrated(owner)


def test_one_that_our_migrations_prepared_has_every_guard(database: Database) -> None:
    assert asyncio.run(external_problems(DatabaseUrls(database.app_dsn, database.owner_dsn))) == []


def test_a_role_that_passes_row_level_security_will_not_do(database: Database) -> None:
    (problem,) = asyncio.run(external_problems(DatabaseUrls(database.owner_dsn, database.owner_dsn)))
    assert problem.fatal
    assert "row-level security" in problem.wrong


def test_a_missing_second_guard_is_told_and_not_fatal(fresh_database: Database) -> None:
    async def open_set_config() -> None:
        owner = await asyncpg.connect(fresh_database.owner_dsn)
        await owner.execute("GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC")
        await owner.close()

    asyncio.run(open_set_config())
    (problem,) = asyncio.run(external_problems(DatabaseUrls(fresh_database.app_dsn, fresh_database.owner_dsn)))
    assert not problem.fatal
    assert "set_config" in problem.wrong


def test_one_that_is_away_is_named() -> None:
    away = "postgresql://nobody@127.0.0.1:1/none"
    (problem,) = asyncio.run(external_problems(DatabaseUrls(away, away)))
    assert problem.fatal
