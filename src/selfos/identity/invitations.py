"""Invitations: codes by which the installation's owner lets others register."""

from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import asyncpg

from selfos.identity.credentials import Credential, same
from selfos.identity.emails import email_hash
from selfos.identity.models import InvitationCode, InvitationCreate, InvitationView
from selfos.identity.vault import Vault
from selfos.kernel import clock
from selfos.kernel.database import Database
from selfos.kernel.errors import Conflict, Forbidden, NotFound
from selfos.kernel.ids import new_id
from selfos.kernel.keys.sealing import Sealer

PREFIX: Final = "sosinvite"
MAX_OPEN: Final = 100
_PURPOSE: Final = "invitation"
_NOTE: Final = "invitations.note"

_INSERT: Final = """INSERT INTO invitations (id, created_by, created_at, expires_at, secret_hash, email_hash, note)
    SELECT $1, $2, $3, $4, $5, $6, $7
    WHERE (SELECT count(*) FROM invitations
        WHERE created_by = $2 AND revoked_at IS NULL AND used_at IS NULL AND expires_at > $3) < $8
    RETURNING id"""
_LIST: Final = """SELECT id, created_at, expires_at, used_at, note FROM invitations
    WHERE created_by = $1 AND revoked_at IS NULL ORDER BY created_at DESC LIMIT 1000"""
_REVOKE: Final = """UPDATE invitations SET revoked_at = $3
    WHERE created_by = $1 AND id = $2 AND revoked_at IS NULL AND used_at IS NULL RETURNING id"""
_OPEN: Final = """SELECT secret_hash, email_hash FROM invitations
    WHERE id = $1 AND revoked_at IS NULL AND used_at IS NULL AND expires_at > $2 FOR UPDATE"""
_USE: Final = "UPDATE invitations SET used_at = $2, used_by = $3 WHERE id = $1"


class InvitationBook:
    """The invitations of this installation."""

    def __init__(self, database: Database, sealer: Sealer) -> None:
        self._database, self._sealer, self._vault = database, sealer, Vault(sealer)

    async def create(self, account_id: UUID, given: InvitationCreate) -> InvitationCode:
        """A new invitation, good for one registration. Raises Conflict for one too many."""
        code, now = Credential.mint(new_id()), clock.now()
        expires = now + timedelta(days=given.days)
        note = {"email": given.email, "note": given.note}
        hashed = email_hash(self._sealer, given.email) if given.email else None
        sealed = self._vault.seal(_NOTE, code.id, note)
        digest = code.digest(self._sealer, _PURPOSE)
        row = (code.id, account_id, now, expires, digest, hashed, sealed, MAX_OPEN)
        async with self._database.installation() as connection:
            if await connection.fetchval(_INSERT, *row) is None:
                raise Conflict(f"there are {MAX_OPEN} open invitations already; revoke one first")
        times = {"created_at": now, "expires_at": expires, "used_at": None}
        return InvitationCode(id=code.id, code=code.written(PREFIX), **note, **times)

    async def issued(self, account_id: UUID) -> list[InvitationView]:
        """The invitations of an account that are not revoked, newest first."""
        async with self._database.installation() as connection:
            rows = await connection.fetch(_LIST, account_id)
        return [InvitationView(**self._fields(row)) for row in rows]

    async def revoke(self, account_id: UUID, invitation_id: UUID) -> None:
        """Withdraw an invitation. Raises NotFound for an unknown or used one."""
        async with self._database.installation() as connection:
            if await connection.fetchval(_REVOKE, account_id, invitation_id, clock.now()) is None:
                raise NotFound("there is no such open invitation")

    async def use(self, connection: asyncpg.Connection, presented: str, hashed: bytes, account_id: UUID) -> None:
        """Spend the invitation in the transaction that makes the account. Raises Forbidden."""
        code = Credential.parse(PREFIX, presented)
        row = await connection.fetchrow(_OPEN, code.id, clock.now()) if code else None
        if code is None or row is None or not same(code.digest(self._sealer, _PURPOSE), row["secret_hash"]):
            raise Forbidden("the invitation is not valid, or was used", field="invitation")
        if row["email_hash"] is not None and not same(hashed, row["email_hash"]):
            raise Forbidden("the invitation is for another e-mail address", field="invitation")
        await connection.execute(_USE, code.id, clock.now(), account_id)

    def _fields(self, row: asyncpg.Record) -> dict[str, Any]:
        plain = ("id", "created_at", "expires_at", "used_at")
        return {name: row[name] for name in plain} | self._vault.open(_NOTE, row["id"], row["note"])
