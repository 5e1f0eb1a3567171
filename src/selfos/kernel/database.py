"""Transactions on PostgreSQL. A space is entered by a literal, transaction-local setting and by nothing else."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final
from uuid import UUID

import asyncpg

from selfos.kernel.errors import Unavailable

_PATIENCE: Final = 5.0
_RETRY: Final = 0.1
_START_PATIENCE: Final = 60.0
_FAILURES: Final = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
_GOING_AWAY: Final = (asyncpg.PostgresConnectionError, asyncpg.OperatorInterventionError, asyncpg.InternalClientError)


class Database:
    """A pool of connections of the app role."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    @classmethod
    async def connect(cls, dsn: str, *, size: int) -> "Database":
        """Open a pool of up to `size` connections.

        Nothing is reset when a connection returns to the pool, because every setting is transaction-local. A database
        that is starting or recovering is waited for.
        """
        settings = {"reset": _keep, "statement_cache_size": 500, "command_timeout": 60, "timeout": _PATIENCE}
        deadline = asyncio.get_running_loop().time() + _START_PATIENCE
        while True:
            try:
                return cls(await asyncpg.create_pool(dsn, min_size=1, max_size=size, **settings))
            except (OSError, TimeoutError, asyncpg.CannotConnectNowError):
                if asyncio.get_running_loop().time() > deadline:
                    raise
                await asyncio.sleep(_RETRY)

    async def close(self) -> None:
        """Close every connection, waiting a moment for those in use."""
        try:
            await asyncio.wait_for(self._pool.close(), _PATIENCE)
        except TimeoutError:
            self._pool.terminate()

    @asynccontextmanager
    async def space(self, space_id: UUID, *, read_only: bool = False) -> AsyncIterator[asyncpg.Connection]:
        """A transaction inside one space: committed at the end of the block, rolled back on an error.

        A reading one sees one moment throughout.
        """
        mode = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" if read_only else "BEGIN"
        async with self._transaction(f"{mode}; SET LOCAL selfos.space = '{UUID(str(space_id))}'") as connection:
            yield connection

    @asynccontextmanager
    async def installation(self) -> AsyncIterator[asyncpg.Connection]:
        """A transaction on the installation tables, in no space."""
        async with self._transaction("BEGIN") as connection:
            yield connection

    @asynccontextmanager
    async def _transaction(self, begin: str) -> AsyncIterator[asyncpg.Connection]:
        async with self._acquired() as connection:
            try:
                await connection.execute(begin)
                yield connection
                await connection.execute("COMMIT")
            except BaseException:
                with suppress(*_FAILURES):  # a connection that broke has nothing left to roll back
                    await connection.execute("ROLLBACK")
                raise

    @asynccontextmanager
    async def _acquired(self) -> AsyncIterator[asyncpg.Connection]:
        try:
            connection = await self._pool.acquire()
        except _FAILURES as error:
            raise Unavailable("the database does not answer; it is being restarted") from error
        try:
            yield connection
        except _FAILURES as error:
            if isinstance(error, _GOING_AWAY) or _is_gone(connection):
                with suppress(asyncpg.InterfaceError):  # the pool may have let go of it already
                    connection.terminate()
                raise Unavailable(
                    "the database went away before it confirmed; send it again with the same id or Idempotency-Key"
                ) from error
            raise
        finally:
            await self._pool.release(connection)


def _is_gone(connection: asyncpg.Connection) -> bool:
    try:
        return bool(connection.is_closed())
    except asyncpg.InterfaceError:  # the pool has taken a broken connection away already
        return True


async def _keep(_connection: asyncpg.Connection) -> None:
    return None
