"""A PostgreSQL that somebody else runs: asked, before anything is started, whether it will do."""

import asyncio
import time
from collections.abc import Callable

import asyncpg

from selfos.kernel.embedded import DatabaseUrls
from selfos.kernel.startup import StartupError

OLDEST = 15
PATIENCE = 30.0  # seconds: services of one machine start side by side


async def await_external(urls: DatabaseUrls, say: Callable[[str], None], patience: float = PATIENCE) -> None:
    """Raises StartupError if either URL does not work, the server is too old, or the app's role has too much power."""
    await _ask(urls.owner, "SELFOS_DATABASE_OWNER_URL", "show server_version_num", say, patience)
    query = "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"
    if await _ask(urls.app, "SELFOS_DATABASE_URL", query, say, patience):
        raise StartupError(
            "The role of SELFOS_DATABASE_URL may pass row-level security.",
            "Name a role without SUPERUSER and BYPASSRLS there; the owner belongs in SELFOS_DATABASE_OWNER_URL.",
        )


async def _ask(url: str, setting: str, query: str, say: Callable[[str], None], patience: float) -> object:
    connection = await _connect(url, setting, say, patience)
    try:
        if connection.get_server_version().major < OLDEST:
            raise StartupError(f"The database of {setting} is older than PostgreSQL {OLDEST}.", "Upgrade it.")
        return await connection.fetchval(query)
    finally:
        await connection.close()


async def _connect(url: str, setting: str, say: Callable[[str], None], patience: float) -> asyncpg.Connection:
    limit = time.monotonic() + patience
    said = False
    while True:
        try:
            return await asyncpg.connect(url, timeout=10)
        except (OSError, TimeoutError, asyncpg.CannotConnectNowError) as error:
            if time.monotonic() >= limit:
                raise _unusable(setting, error) from None
        except (asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            raise _unusable(setting, error) from None
        if not said:
            say("Waiting for the database …")
            said = True
        await asyncio.sleep(0.2)


def _unusable(setting: str, error: Exception) -> StartupError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error) or "no answer"
    return StartupError(f"The database of {setting} cannot be used: {reason}.", f"Start it, or correct {setting}.")
