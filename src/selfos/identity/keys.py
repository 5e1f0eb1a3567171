"""API keys: for programs, with scopes, in one space; shown once and kept as a keyed hash."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import asyncpg

from selfos.identity.credentials import Credential, same
from selfos.identity.models import KeyCreate, KeyRotate, KeySecret, KeyView
from selfos.identity.problems import InvalidToken
from selfos.identity.vault import Vault
from selfos.kernel import clock
from selfos.kernel.database import Database
from selfos.kernel.errors import Conflict, Invalid, NotFound
from selfos.kernel.ids import new_id
from selfos.kernel.keys.sealing import Sealer

PREFIX: Final = "sos"
MAX_KEYS: Final = 100
_PURPOSE: Final = "api key"
_PERMIT: Final = "api_keys.permit"
_TOUCHED_EVERY: Final = timedelta(minutes=1)

_INSERT: Final = """INSERT INTO api_keys (id, account_id, space_id, created_at, expires_at, secret_hash, permit)
    SELECT $1, $2, $3, $4, $5, $6, $7
    WHERE (SELECT count(*) FROM api_keys WHERE account_id = $2 AND revoked_at IS NULL) < $8 RETURNING id"""
_LIST: Final = """SELECT id, space_id, created_at, expires_at, last_used_at, permit FROM api_keys
    WHERE account_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC"""
_ROTATE: Final = """UPDATE api_keys SET previous_hash = secret_hash, previous_until = $4, secret_hash = $3
    WHERE account_id = $1 AND id = $2 AND revoked_at IS NULL
    RETURNING id, space_id, created_at, expires_at, last_used_at, permit"""
_REVOKE: Final = """UPDATE api_keys SET revoked_at = $3, previous_hash = NULL
    WHERE account_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING id"""
_PRESENTED: Final = """SELECT account_id, space_id, expires_at, last_used_at, secret_hash, previous_hash,
    previous_until, permit FROM api_keys WHERE id = $1 AND revoked_at IS NULL"""
_TOUCH: Final = "UPDATE api_keys SET last_used_at = $2 WHERE id = $1"


@dataclass(frozen=True, slots=True)
class KeyProof:
    """What a genuine key stands for, and until when at the latest."""

    key_id: UUID
    account_id: UUID
    space_id: UUID
    scopes: frozenset[str]
    good_until: datetime | None


class KeyRing:
    """The API keys of all accounts. `forget` is told of every secret that ends."""

    def __init__(self, database: Database, sealer: Sealer, forget: Callable[[UUID], None]) -> None:
        self._database, self._sealer, self._vault, self._forget = database, sealer, Vault(sealer), forget

    async def create(self, account_id: UUID, space_id: UUID, given: KeyCreate) -> KeySecret:
        """A new key for this space. Raises Invalid, and Conflict for one too many."""
        now = clock.now()
        if given.expires_at is not None and given.expires_at <= now:
            raise Invalid("must be in the future", field="expires_at")
        key = Credential.mint(new_id())
        permit = {"name": given.name, "scopes": sorted(given.scopes)}
        sealed = self._vault.seal(_PERMIT, key.id, permit)
        digest = key.digest(self._sealer, _PURPOSE)
        row = (key.id, account_id, space_id, now, given.expires_at, digest, sealed, MAX_KEYS)
        async with self._database.installation() as connection:
            if await connection.fetchval(_INSERT, *row) is None:
                raise Conflict(f"there are {MAX_KEYS} keys already; revoke one first")
        times = {"created_at": now, "expires_at": given.expires_at, "last_used_at": None}
        return KeySecret(id=key.id, space_id=space_id, key=key.written(PREFIX), **permit, **times)

    async def live(self, account_id: UUID) -> list[KeyView]:
        """The keys of an account that are not revoked, newest first."""
        async with self._database.installation() as connection:
            rows = await connection.fetch(_LIST, account_id)
        return [KeyView(**self._fields(row)) for row in rows]

    async def rotate(self, account_id: UUID, given: KeyRotate) -> KeySecret:
        """A new secret for a key; the old one ends at once or after the grace asked for. Raises NotFound."""
        key = Credential.mint(given.id)
        until = clock.now() + timedelta(seconds=given.grace_seconds)
        digest = key.digest(self._sealer, _PURPOSE)
        async with self._database.installation() as connection:
            row = await connection.fetchrow(_ROTATE, account_id, key.id, digest, until)
        if row is None:
            raise NotFound("there is no such key")
        self._forget(key.id)
        return KeySecret(key=key.written(PREFIX), **self._fields(row))

    async def revoke(self, account_id: UUID, key_id: UUID) -> None:
        """End a key for ever. Raises NotFound."""
        async with self._database.installation() as connection:
            revoked = await connection.fetchval(_REVOKE, account_id, key_id, clock.now())
        if revoked is None:
            raise NotFound("there is no such key")
        self._forget(key_id)

    async def prove(self, connection: asyncpg.Connection, presented: str) -> KeyProof:
        """What the key stands for; notes its use, at most once a minute. Raises InvalidToken."""
        key, now = Credential.parse(PREFIX, presented), clock.now()
        row = await connection.fetchrow(_PRESENTED, key.id) if key else None
        if key is None or row is None:
            raise InvalidToken("the key is not valid")
        good, until = _good(row, key.digest(self._sealer, _PURPOSE), now)
        if not good:
            raise InvalidToken("the key is not valid")
        if row["last_used_at"] is None or now - row["last_used_at"] >= _TOUCHED_EVERY:
            await connection.execute(_TOUCH, key.id, now)
        scopes = frozenset(self._vault.open(_PERMIT, key.id, row["permit"])["scopes"])
        return KeyProof(key.id, row["account_id"], row["space_id"], scopes, until)

    def _fields(self, row: asyncpg.Record) -> dict[str, Any]:
        plain = ("id", "space_id", "created_at", "expires_at", "last_used_at")
        return {name: row[name] for name in plain} | self._vault.open(_PERMIT, row["id"], row["permit"])


def _good(row: asyncpg.Record, digest: bytes, now: datetime) -> tuple[bool, datetime | None]:
    """Whether the secret is the key's, now; and until when it is."""
    ends = row["expires_at"]
    if not same(digest, row["secret_hash"]):
        if not same(digest, row["previous_hash"]):
            return False, None
        ends = min(filter(None, (ends, row["previous_until"])))
    return ends is None or now < ends, ends
