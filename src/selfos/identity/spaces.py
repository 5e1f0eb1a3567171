"""Spaces and their members. Today each account has its personal space; shared ones join the same tables."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import UUID

import asyncpg

from selfos.identity.problems import InvalidToken
from selfos.kernel import clock
from selfos.kernel.database import Database
from selfos.kernel.errors import Forbidden
from selfos.kernel.ids import new_id
from selfos.kernel.keys.keystore import Keystore

_SEAT = """SELECT a.installation_owner, coalesce($2, a.personal_space_id) AS space_id, m.role
    FROM accounts a LEFT JOIN memberships m
      ON m.account_id = a.id AND m.space_id = coalesce($2, a.personal_space_id)
    WHERE a.id = $1 AND a.disabled_at IS NULL"""


_PAYER = """SELECT a.id, a.personal_space_id FROM memberships m JOIN accounts a ON a.id = m.account_id
    WHERE m.space_id = $1 AND a.disabled_at IS NULL AND (m.account_id = $2 OR $2 IS NULL AND m.role = 'owner')
    ORDER BY m.since LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Payer:
    """An account, and the space in which what it uses up is kept."""

    account_id: UUID
    space_id: UUID


@dataclass(frozen=True, slots=True)
class Seat:
    """An account's place in a space."""

    space_id: UUID
    role: str
    installation_owner: bool


class Spaces:
    """Makes spaces and tells who sits in them."""

    def __init__(self, database: Database, keystore: Keystore) -> None:
        self._database, self._keystore = database, keystore

    @asynccontextmanager
    async def founding(self, kind: str) -> AsyncIterator[tuple[UUID, asyncpg.Connection]]:
        """A transaction inside a new space; the space is there when the block ends well.

        Its key is durable first and stays if the transaction fails: a key without a space harms nobody, while a space
        whose commit was not heard of must not be left without its key.
        """
        space_id = new_id()
        await asyncio.to_thread(self._keystore.create, space_id)
        async with self._database.space(space_id) as connection:
            await connection.execute(
                "INSERT INTO spaces (id, kind, created_at) VALUES ($1, $2, $3)", space_id, kind, clock.now()
            )
            await connection.execute("INSERT INTO space_versions (space_id, version) VALUES ($1, 0)", space_id)
            yield space_id, connection


async def join(connection: asyncpg.Connection, account_id: UUID, space_id: UUID, role: str) -> None:
    """Make an account a member of a space (owner, admin, member or viewer)."""
    insert = "INSERT INTO memberships (account_id, space_id, role, since) VALUES ($1, $2, $3, $4)"
    await connection.execute(insert, account_id, space_id, role, clock.now())


async def seat_of(connection: asyncpg.Connection, account_id: UUID, space_id: UUID | None) -> Seat:
    """Where the account acts: in the space asked for, else in its personal one.

    Raises Forbidden where it is no member (also where there is no such space), InvalidToken for a disabled account.
    """
    row = await connection.fetchrow(_SEAT, account_id, space_id)
    if row is None:
        raise InvalidToken("this account cannot be used")
    if row["role"] is None:
        raise Forbidden("you are not a member of this space", field="Selfos-Space")
    return Seat(row["space_id"], row["role"], row["installation_owner"])


async def roles_of(connection: asyncpg.Connection, account_id: UUID) -> dict[UUID, str]:
    """The role of an account in each of its spaces."""
    rows = await connection.fetch("SELECT space_id, role FROM memberships WHERE account_id = $1", account_id)
    return {row["space_id"]: row["role"] for row in rows}


async def payer_of(connection: asyncpg.Connection, space_id: UUID, account_id: UUID | None) -> Payer | None:
    """Who stands for what is done in a space: the account if it is a member, the space's owner where none is named."""
    row = await connection.fetchrow(_PAYER, space_id, account_id)
    return Payer(row["id"], row["personal_space_id"]) if row else None
