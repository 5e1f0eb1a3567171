"""Bringing a database to the declared tables, and telling whether it differs from them.

Migrations run as the owner role; the app role gets rights on rows and nothing else. What Alembic's comparison does not
see (row-level security, grants) is declared in `guard.py` and applied after every upgrade.
"""

import asyncio
from pathlib import Path
from typing import Any

import asyncpg
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from selfos.kernel.migrations.guard import guard_statements
from selfos.kernel.schema import declare_all


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _upgrade_tables(connection: Connection) -> None:
    command.upgrade(_config(connection), "head")


def _upgrade(connection: Connection, app_role: str) -> None:
    _upgrade_tables(connection)
    for statement in guard_statements(declare_all(), app_role):
        connection.exec_driver_sql(statement)


def _drift(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, declare_all()))


def _revision(connection: Connection, message: str, number: str) -> None:
    command.revision(_config(connection), message, autogenerate=True, rev_id=number)


async def _run(owner_dsn: str, work: Any, *arguments: Any) -> Any:
    async def connect() -> Any:
        return await asyncpg.connect(owner_dsn)

    engine = create_async_engine("postgresql+asyncpg://", async_creator=connect, poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(work, *arguments)
    finally:
        await engine.dispose()


def upgrade(owner_dsn: str, app_role: str) -> None:
    """Apply every migration and the guards, in one transaction. `owner_dsn` is asyncpg's form."""
    asyncio.run(_run(owner_dsn, _upgrade, app_role))


def upgrade_without_guards(owner_dsn: str) -> None:
    """Apply every migration alone: for a draft database, whose declared tables do not all exist yet."""
    asyncio.run(_run(owner_dsn, _upgrade_tables))


def drift(owner_dsn: str) -> list[Any]:
    """The differences between the database and the declared tables; empty where there are none."""
    differences: list[Any] = asyncio.run(_run(owner_dsn, _drift))
    return differences


def revision(owner_dsn: str, message: str, number: str) -> None:
    """Write a new migration from what the declarations say and the database lacks."""
    asyncio.run(_run(owner_dsn, _revision, message, number))
