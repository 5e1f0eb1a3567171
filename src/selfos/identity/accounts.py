"""Accounts: finding one by e-mail, proving its password, its profile."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final
from uuid import UUID

import asyncpg

from selfos.identity.emails import email_hash
from selfos.identity.models import Login, Me, PasswordChange, SignedIn, SpaceView
from selfos.identity.passwords import Passwords, check_strength
from selfos.identity.problems import InvalidToken
from selfos.identity.sessions import Origin, SessionBook
from selfos.identity.vault import Vault
from selfos.kernel import clock
from selfos.kernel.database import Database
from selfos.kernel.errors import Conflict, Invalid, Unauthorized
from selfos.kernel.ids import new_id
from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.principal import Principal

_PROFILE: Final = "accounts.profile"
_PASSWORD: Final = "accounts.password"  # noqa: S105 (the name of a column)

_BY_EMAIL: Final = "SELECT id, password FROM accounts WHERE email_hash = $1 AND disabled_at IS NULL"
_UNCHANGED: Final = "SELECT 1 FROM accounts WHERE id = $1 AND password = $2 AND disabled_at IS NULL FOR UPDATE"
_INSERT: Final = """INSERT INTO accounts
    (id, personal_space_id, created_at, installation_owner, email_hash, profile, password)
    VALUES ($1, $2, $3, $4, $5, $6, $7)"""
_SPACES: Final = """SELECT s.id, s.kind, m.role FROM memberships m JOIN spaces s ON s.id = m.space_id
    WHERE m.account_id = $1 ORDER BY m.since, s.id"""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person tells of themselves; sealed. Choices that matter to features live in their own records."""

    email: str | None = field(default=None, repr=False)
    display_name: str | None = field(default=None, repr=False)


class Accounts:
    """The accounts of the installation."""

    def __init__(self, database: Database, sealer: Sealer, sessions: SessionBook, passwords: Passwords) -> None:
        self._database, self._sealer, self._vault = database, sealer, Vault(sealer)
        self._sessions, self._passwords = sessions, passwords

    async def login(self, given: Login, origin: Origin) -> SignedIn:
        """A new session. Raises Unauthorized, in the same words and time whatever was wrong."""
        password = given.password.get_secret_value()
        async with self._database.installation() as connection:
            row = await connection.fetchrow(_BY_EMAIL, email_hash(self._sealer, given.email))
        encoded = self._encoded(row) if row else None
        if not await self._passwords.matches(password, encoded) or row is None or encoded is None:
            raise Unauthorized("the e-mail address or the password is wrong")
        fresh = await self._passwords.hash(password) if self._passwords.outdated(encoded) else None
        async with self._database.installation() as connection:
            # the password may have been changed while this one was being verified
            if await connection.fetchval(_UNCHANGED, row["id"], row["password"]) is None:
                raise Unauthorized("the e-mail address or the password is wrong")
            if fresh is not None:
                await self._store_password(connection, row["id"], fresh)
            return await self._sessions.open(connection, row["id"], origin)

    async def change_password(self, principal: Principal, given: PasswordChange) -> int:
        """Set another password and end every other session; how many.

        The current one is asked for, except from the machine's token: whoever holds that has the data anyway, and it
        is the way back for an owner who forgot the password. Raises Invalid, Conflict.
        """
        account_id = principal.account_id
        async with self._database.installation() as connection:
            row = await connection.fetchrow("SELECT id, password, profile FROM accounts WHERE id = $1", account_id)
        if row is None or row["password"] is None:
            raise Conflict("this account has no password yet; register first")
        if principal.session_id is not None:
            current = given.current_password.get_secret_value() if given.current_password else ""
            if not await self._passwords.matches(current, self._encoded(row)):
                raise Invalid("is not the current password", field="current_password")
        new = given.new_password.get_secret_value()
        check_strength(new, self._profile(row).email or "", "new_password")
        encoded = await self._passwords.hash(new)
        async with self._database.installation() as connection:
            if await connection.fetchval(_UNCHANGED, account_id, row["password"]) is None:
                raise Conflict("the password was changed by somebody else just now")
            await self._store_password(connection, account_id, encoded)
            ended = await self._sessions.close_others(connection, account_id, principal.session_id)
        self._sessions.forget(ended)
        return len(ended)

    async def me(self, principal: Principal) -> Me:
        """The caller's account and spaces."""
        async with self._database.installation() as connection:
            row = await self._row(connection, principal.account_id)
            spaces = await connection.fetch(_SPACES, principal.account_id)
        return Me(
            id=row["id"],
            created_at=row["created_at"],
            installation_owner=row["installation_owner"],
            space_id=principal.space_id,
            role=principal.role,
            scopes=None if principal.scopes is None else sorted(principal.scopes),
            spaces=[SpaceView(**dict(space)) for space in spaces],
            **asdict(self._profile(row)),
        )

    async def profile(self, account_id: UUID) -> Profile:
        """The profile of an account. Raises InvalidToken where it is gone."""
        async with self._database.installation() as connection:
            return self._profile(await self._row(connection, account_id))

    async def update_profile(self, account_id: UUID, changed: Mapping[str, Any]) -> None:
        """Replace these fields of the profile."""
        async with self._database.installation() as connection:
            profile = replace(self._profile(await self._row(connection, account_id, "FOR UPDATE")), **changed)
            sealed = self.sealed_profile(account_id, profile)
            await connection.execute("UPDATE accounts SET profile = $2 WHERE id = $1", account_id, sealed)

    async def insert(
        self,
        connection: asyncpg.Connection,
        space_id: UUID,
        profile: Profile,
        encoded: str | None = None,
        *,
        owner: bool = False,
    ) -> UUID:
        """A new account with its personal space. Raises asyncpg.UniqueViolationError for a taken address."""
        account_id = new_id()
        hashed = email_hash(self._sealer, profile.email) if profile.email else None
        password = self.sealed_password(account_id, encoded) if encoded else None
        sealed = self.sealed_profile(account_id, profile)
        await connection.execute(_INSERT, account_id, space_id, clock.now(), owner, hashed, sealed, password)
        return account_id

    def sealed_profile(self, account_id: UUID, profile: Profile) -> bytes:
        """The profile as it is stored."""
        return self._vault.seal(_PROFILE, account_id, asdict(profile))

    def sealed_password(self, account_id: UUID, encoded: str) -> bytes:
        """The argon2id hash as it is stored."""
        return self._vault.seal(_PASSWORD, account_id, {"argon2": encoded})

    async def _store_password(self, connection: asyncpg.Connection, account_id: UUID, encoded: str) -> None:
        sealed = self.sealed_password(account_id, encoded)
        await connection.execute("UPDATE accounts SET password = $2 WHERE id = $1", account_id, sealed)

    async def _row(self, connection: asyncpg.Connection, account_id: UUID, lock: str = "") -> asyncpg.Record:
        query = f"SELECT id, created_at, installation_owner, profile FROM accounts WHERE id = $1 {lock}"  # noqa: S608
        row = await connection.fetchrow(query, account_id)
        if row is None:
            raise InvalidToken("this account is gone")
        return row

    def _encoded(self, row: asyncpg.Record) -> str | None:
        if row["password"] is None:
            return None
        encoded: str = self._vault.open(_PASSWORD, row["id"], row["password"])["argon2"]
        return encoded

    def _profile(self, row: asyncpg.Record) -> Profile:
        opened = self._vault.open(_PROFILE, row["id"], row["profile"])
        return Profile(email=opened["email"], display_name=opened["display_name"])
