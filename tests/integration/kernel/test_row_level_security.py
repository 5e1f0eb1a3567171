"""No row of a space is readable from another. The proof looks at the catalogue, so that no table can be forgotten."""

from collections.abc import AsyncIterator
from uuid import UUID

import asyncpg
import pytest

from selfos.kernel.ids import new_id
from selfos.kernel.records import registry
from selfos.kernel.schema import INSTALLATION_TABLE, SPACE_TABLE, declare_all
from tests.fixtures.postgres import Database

UNPROTECTED = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'm', 'f') AND NOT (c.relrowsecurity AND c.relforcerowsecurity
    AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polqual IS NOT NULL
                AND p.polwithcheck IS NOT NULL AND p.polcmd = '*'))
"""
OPEN_VIEWS = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY(c.reloptions), false)
"""
INSTALLATION = {
    "accounts",
    "spaces",
    "memberships",
    "sessions",
    "api_keys",
    "invitations",
    "jobs",
    "alembic_version",
}


@pytest.fixture
async def owner(fresh_database: Database) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(fresh_database.owner_dsn)
    yield connection
    await connection.close()


@pytest.fixture
async def app(fresh_database: Database) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(fresh_database.app_dsn)
    yield connection
    await connection.close()


async def unprotected(owner: asyncpg.Connection) -> set[str]:
    return {row["relname"] for row in await owner.fetch(UNPROTECTED)}


async def test_every_table_is_of_one_of_the_two_classes(owner: asyncpg.Connection) -> None:
    assert await unprotected(owner) == INSTALLATION
    assert await owner.fetch(OPEN_VIEWS) == []
    declared = declare_all().tables.values()
    assert {t.info["class"] for t in declared} == {SPACE_TABLE, INSTALLATION_TABLE}
    assert {t.name for t in declared if t.info["class"] == INSTALLATION_TABLE} == INSTALLATION - {"alembic_version"}


async def test_the_proof_notices_a_table_that_somebody_forgot_to_protect(owner: asyncpg.Connection) -> None:
    await owner.execute("CREATE TABLE forgotten (space_id uuid, words text)")
    assert "forgotten" in await unprotected(owner)
    await owner.execute("ALTER TABLE forgotten ENABLE ROW LEVEL SECURITY")
    assert "forgotten" in await unprotected(owner)


async def test_the_app_role_owns_nothing_and_cannot_pass_by(owner: asyncpg.Connection, app: asyncpg.Connection) -> None:
    role = await app.fetchval("SELECT current_user")
    row = await owner.fetchrow(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = $1", role
    )
    assert not any(row.values())
    assert not await owner.fetchval(
        "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE rolname = $1", role
    )
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await app.execute("CREATE TABLE mine (a int)")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await app.execute("ALTER TABLE thoughts DISABLE ROW LEVEL SECURITY")


def example(column: asyncpg.Record, space: UUID) -> object:
    if column["column_name"] == "space_id":
        return space
    return {
        "uuid": new_id(),
        "bigint": 1,
        "integer": 1,
        "text": "canary",
        "bytea": b"canary",
        "boolean": True,
        "double precision": 1.0,
    }.get(column["data_type"])


async def plant(owner: asyncpg.Connection, table: str, space: UUID) -> None:
    """A row with something in every column that must be filled; written as superuser, past the policies."""
    columns = await owner.fetch(
        """SELECT column_name, data_type, is_nullable FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position""",
        table,
    )
    filled = {c["column_name"]: example(c, space) for c in columns if c["is_nullable"] == "NO"}
    values = [v for v in filled.values() if v is not None]
    names = ", ".join(f'"{n}"' for n in filled)
    numbers = iter(range(1, len(filled) + 1))
    slots = ", ".join("now()" if v is None else f"${next(numbers)}" for v in filled.values())
    await owner.execute(f"INSERT INTO {table} ({names}) VALUES ({slots})", *values)


async def space_tables(owner: asyncpg.Connection) -> list[str]:
    rows = await owner.fetch("SELECT relname FROM pg_class WHERE relrowsecurity ORDER BY relname")
    return [row["relname"] for row in rows]


async def test_canaries_of_one_space_are_out_of_reach_of_another(
    owner: asyncpg.Connection, app: asyncpg.Connection
) -> None:
    mine, theirs = new_id(), new_id()
    tables = await space_tables(owner)
    assert {kind.table for kind in registry.all()} <= set(tables)
    for table in tables:
        for space in (mine, theirs):
            await plant(owner, table, space)
    for inside, expected in ((f"'{mine}'", {mine}), ("''", set()), (f"'{new_id()}'", set())):
        async with app.transaction():
            await app.execute(f"SET LOCAL selfos.space = {inside}")
            for table in tables:
                seen = {row["space_id"] for row in await app.fetch(f"SELECT space_id FROM {table}")}
                assert seen == expected, table


@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE {table} SET space_id = '{theirs}'",
        "INSERT INTO {table} SELECT * FROM {table} ON CONFLICT DO NOTHING",
        "UPDATE {table} SET version = 99 WHERE space_id = '{theirs}' RETURNING *",
        "DELETE FROM {table} WHERE space_id = '{theirs}' RETURNING *",
    ],
)
async def test_nothing_is_written_into_another_space(
    owner: asyncpg.Connection, app: asyncpg.Connection, attempt: str
) -> None:
    mine, theirs = new_id(), new_id()
    table = "thoughts"
    await plant(owner, table, mine)
    await plant(owner, table, theirs)
    before = await owner.fetch(f"SELECT * FROM {table} WHERE space_id = $1", theirs)
    sql = attempt.format(table=table, theirs=theirs)
    transaction = app.transaction()
    await transaction.start()
    await app.execute(f"SET LOCAL selfos.space = '{mine}'")
    try:
        assert await app.fetch(sql) == []
    except asyncpg.InsufficientPrivilegeError:
        await transaction.rollback()
    else:
        await transaction.commit()
    assert await owner.fetch(f"SELECT * FROM {table} WHERE space_id = $1", theirs) == before


async def test_without_a_space_nothing_can_be_written(app: asyncpg.Connection) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await app.execute("INSERT INTO space_versions VALUES ($1, 0)", new_id())


async def test_a_space_cannot_be_entered_from_inside_a_statement(app: asyncpg.Connection) -> None:
    for function in ("set_config", "pg_catalog.set_config", "public.set_config"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await app.fetch(f"SELECT {function}('selfos.space', '{new_id()}', false)")
