"""An existing PostgreSQL is asked whether it will do, and what guard it lacks."""

import asyncio

import asyncpg

from selfos.kernel.embedded import DatabaseUrls
from selfos.kernel.supervisor.external import external_problems
from tests.fixtures.postgres import Database


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
