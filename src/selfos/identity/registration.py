"""Who may have an account, and how the first person takes over the machine's own."""

from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

import asyncpg

from selfos.identity.accounts import Accounts, Profile
from selfos.identity.emails import email_hash
from selfos.identity.invitations import InvitationBook
from selfos.identity.models import Register, SignedIn
from selfos.identity.passwords import Passwords, check_strength
from selfos.identity.sessions import Origin, SessionBook
from selfos.identity.spaces import Spaces, join
from selfos.kernel.database import Database
from selfos.kernel.errors import Conflict, Forbidden
from selfos.kernel.keys.sealing import Sealer

Policy = Literal["first", "invite", "open"]

_CLAIM: Final = """UPDATE accounts SET email_hash = $1, profile = $2, password = $3
    WHERE id = $4 AND email_hash IS NULL RETURNING id"""


@dataclass(frozen=True, slots=True)
class Registration:
    """Makes accounts, as far as the operator's policy allows."""

    database: Database
    sealer: Sealer
    policy: Policy
    spaces: Spaces
    accounts: Accounts
    sessions: SessionBook
    invitations: InvitationBook
    passwords: Passwords

    async def ensure_owner(self) -> UUID:
        """The installation's owner, made without e-mail and password where there is none yet.

        Safe to call from several processes at once: the table admits one owner, and the others find it.
        """
        owner = await self._owner()
        if owner is None:
            try:
                async with self.spaces.founding("personal") as (space_id, connection):
                    owner = await self.accounts.insert(connection, space_id, Profile(), owner=True)
                    await join(connection, owner, space_id, "owner")
            except asyncpg.UniqueViolationError:
                owner = await self._owner()
        if owner is None:
            raise Conflict("the owner's account was made and removed at the same time; try again")
        return owner

    async def register(self, given: Register, origin: Origin) -> SignedIn:
        """An account and its first session; the first registration takes over the owner's account.

        Raises Forbidden where the policy says no, Invalid for a weak password, Conflict for a taken address.
        """
        owner = await self.ensure_owner()
        claimed = await self._claimed(owner)
        if claimed:
            self._admit(given.invitation)
        password = given.password.get_secret_value()
        check_strength(password, given.email)
        encoded = await self.passwords.hash(password)
        if not claimed and (signed_in := await self._claim(owner, given, encoded, origin)) is not None:
            return signed_in
        self._admit(given.invitation)
        return await self._join(given, encoded, origin)

    async def _owner(self) -> UUID | None:
        async with self.database.installation() as connection:
            owner: UUID | None = await connection.fetchval("SELECT id FROM accounts WHERE installation_owner")
        return owner

    async def _claimed(self, owner: UUID) -> bool:
        async with self.database.installation() as connection:
            return bool(await connection.fetchval("SELECT email_hash IS NOT NULL FROM accounts WHERE id = $1", owner))

    def _admit(self, invitation: str | None) -> None:
        """Raises Forbidden unless the policy leaves the door open at all."""
        if self.policy == "first":
            raise Forbidden("registration is closed here")
        if self.policy == "invite" and invitation is None:
            raise Forbidden("registration needs an invitation here", field="invitation")

    async def _claim(self, owner: UUID, given: Register, encoded: str, origin: Origin) -> SignedIn | None:
        """The owner's account for the first to come; None for whoever was a moment later."""
        sealed = self.accounts.sealed_profile(owner, Profile(given.email, given.display_name))
        password = self.accounts.sealed_password(owner, encoded)
        hashed = email_hash(self.sealer, given.email)
        async with self.database.installation() as connection:
            if await connection.fetchval(_CLAIM, hashed, sealed, password, owner) is None:
                return None
            return await self.sessions.open(connection, owner, origin)

    async def _join(self, given: Register, encoded: str, origin: Origin) -> SignedIn:
        try:
            async with self.spaces.founding("personal") as (space_id, connection):
                account_id = await self.accounts.insert(
                    connection, space_id, Profile(given.email, given.display_name), encoded
                )
                await join(connection, account_id, space_id, "owner")
                if given.invitation is not None:
                    hashed = email_hash(self.sealer, given.email)
                    await self.invitations.use(connection, given.invitation, hashed, account_id)
                return await self.sessions.open(connection, account_id, origin)
        except asyncpg.UniqueViolationError:
            # without mail to confirm by, an open door cannot hide that an address is taken; tries are limited
            raise Conflict("this address cannot be registered; if it is yours, sign in", field="email") from None
