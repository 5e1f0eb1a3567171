"""Transactions on PostgreSQL. A space is entered by a literal, transaction-local setting and by nothing else."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final
from uuid import UUID

import asyncpg

from selfos.kernel.errors import Unavailable

_PATIENCE: Final = 5.0


class Database:
    """A pool of connections of the app role."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    @classmethod
    async def connect(cls, dsn: str, *, size: int) -> "Database":
        """Open a pool of up to `size` connections.

        Nothing is reset when a connection returns to the pool, because every setting is transaction-local.
        """
        return cls(
            await asyncpg.create_pool(
                dsn,
                min_size=1,
                max_size=size,
                reset=_keep,
                statement_cache_size=500,
                command_timeout=60,
                timeout=_PATIENCE,
            )
        )

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
            await connection.execute(begin)
            try:
                yield connection
            except BaseException:
                if not connection.is_closed():
                    await connection.execute("ROLLBACK")
                raise
            await connection.execute("COMMIT")

    @asynccontextmanager
    async def _acquired(self) -> AsyncIterator[asyncpg.Connection]:
        try:
            connection = await self._pool.acquire()
        except (OSError, asyncpg.PostgresConnectionError, asyncpg.CannotConnectNowError) as error:
            raise Unavailable("the database does not answer; it is being restarted") from error
        try:
            yield connection
        except (asyncpg.PostgresConnectionError, asyncpg.AdminShutdownError, asyncpg.CrashShutdownError) as error:
            raise Unavailable(
                "the database went away before it confirmed; send it again with the same id or Idempotency-Key"
            ) from error
        finally:
            await self._pool.release(connection)


async def _keep(_connection: asyncpg.Connection) -> None:
    return None
