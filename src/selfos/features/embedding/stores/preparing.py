"""What a store needs in the database before it is used, made by the role that owns the tables."""

from collections.abc import Iterator

import asyncpg

from selfos.kernel.config.settings import Settings
from selfos.kernel.config.startup import StartupError
from selfos.kernel.migrations.guard import space_guard


async def prepare_store(settings: Settings, owner_dsn: str, app_role: str) -> None:
    """Make what the chosen store needs. Raises StartupError."""
    if settings.vector_store != "pgvector":
        return
    connection = await asyncpg.connect(owner_dsn)
    try:
        async with connection.transaction():
            for statement in statements(app_role):
                await connection.execute(statement)
    except (asyncpg.UndefinedFileError, asyncpg.FeatureNotSupportedError, asyncpg.InsufficientPrivilegeError) as error:
        raise StartupError(
            "SELFOS_VECTOR_STORE is pgvector, and this PostgreSQL does not let us have the extension.",
            "Install pgvector 0.7 or later there, then run CREATE EXTENSION vector in this database.",
        ) from error
    finally:
        await connection.close()


def statements(app_role: str) -> Iterator[str]:
    """SQL that makes the extension and the table; repeating it changes nothing."""
    role = '"' + app_role.replace('"', '""') + '"'
    yield "CREATE EXTENSION IF NOT EXISTS vector"
    yield """CREATE TABLE IF NOT EXISTS clear_vectors (
        space_id uuid NOT NULL, model text NOT NULL, kind text NOT NULL, record_id uuid NOT NULL,
        number integer NOT NULL, vector halfvec NOT NULL,
        PRIMARY KEY (space_id, model, kind, record_id, number))"""
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON clear_vectors TO {role}"
    yield from space_guard("clear_vectors")
