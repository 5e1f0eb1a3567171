"""A PostgreSQL that somebody else runs: asked, before anything is started, whether it will do."""

import asyncio
import time
from collections.abc import Callable

import asyncpg

from selfos.kernel.config.check import SettingProblem
from selfos.kernel.config.startup import StartupError
from selfos.kernel.embedded import DatabaseUrls

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


async def external_problems(urls: DatabaseUrls) -> list[SettingProblem]:
    """What keeps an existing PostgreSQL from doing, and which guard it lacks."""
    try:
        await await_external(urls, lambda _: None, patience=0.0)
    except StartupError as error:
        return [SettingProblem("SELFOS_DATABASE_URL", error.what, error.advice)]
    query = "select has_function_privilege('pg_catalog.set_config(text, text, boolean)', 'execute')"
    if not await _ask(urls.app, "SELFOS_DATABASE_URL", query, lambda _: None, 0.0):
        return []
    return [
        SettingProblem(
            "SELFOS_DATABASE_URL",
            "its role may call set_config, a second guard against injected SQL that is missing here",
            "It works without. To close it, start once with a superuser in SELFOS_DATABASE_OWNER_URL.",
            fatal=False,
        )
    ]


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
