"""Signed-in devices: opened at login, kept alive by refreshing, listed and revoked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import asyncpg

from selfos.identity.models import SessionView, SignedIn
from selfos.identity.problems import AlreadyRefreshed, InvalidToken
from selfos.identity.refresh import RefreshToken, SessionState, Verdict
from selfos.identity.tokens import AccessTokens
from selfos.identity.vault import Vault
from selfos.kernel import clock
from selfos.kernel.database import Database
from selfos.kernel.errors import NotFound
from selfos.kernel.ids import new_id
from selfos.kernel.keys.sealing import Sealer

_DEVICE: Final = "sessions.device"
_KEPT_AFTER_END: Final = timedelta(days=30)
_LONGEST_AGENT: Final = 300

_INSERT: Final = """INSERT INTO sessions (id, account_id, created_at, refreshed_at, expires_at, secret_hash, device)
    VALUES ($1, $2, $3, $3, $4, $5, $6)"""
_SWEEP: Final = "DELETE FROM sessions WHERE account_id = $1 AND (expires_at < $2 OR revoked_at < $2)"
_FOR_REFRESH: Final = """SELECT s.account_id, s.secret_hash, s.previous_hash, s.refreshed_at, s.expires_at, s.revoked_at
    FROM sessions s JOIN accounts a ON a.id = s.account_id AND a.disabled_at IS NULL
    WHERE s.id = $1 FOR UPDATE OF s"""
_ROTATE: Final = """UPDATE sessions
    SET previous_hash = $5, secret_hash = $2, refreshed_at = $3, expires_at = $4 WHERE id = $1"""
_REVOKE: Final = """UPDATE sessions SET revoked_at = $3 WHERE account_id = $1 AND id = $2
    AND revoked_at IS NULL RETURNING id"""
_REVOKE_OTHERS: Final = """UPDATE sessions SET revoked_at = $3 WHERE account_id = $1 AND id IS DISTINCT FROM $2
    AND revoked_at IS NULL AND expires_at > $3 RETURNING id"""
_LIVE: Final = """SELECT id, created_at, refreshed_at, expires_at, device FROM sessions
    WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY refreshed_at DESC"""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request comes from; kept sealed with the session so that a person recognises their devices."""

    address: str | None = None
    user_agent: str | None = None


class SessionBook:
    """The sessions of all accounts. `forget` is told of every one that ends."""

    def __init__(
        self,
        database: Database,
        sealer: Sealer,
        tokens: AccessTokens,
        life: timedelta,
        forget: Callable[[UUID], None],
    ) -> None:
        self._database, self._sealer, self._vault = database, sealer, Vault(sealer)
        self._tokens, self._life, self._forget = tokens, life, forget

    async def open(self, connection: asyncpg.Connection, account_id: UUID, origin: Origin) -> SignedIn:
        """A new session, in the transaction that proved who it is for; what ended long ago is swept."""
        now = clock.now()
        token = RefreshToken.mint(self._sealer, new_id())
        agent = origin.user_agent[:_LONGEST_AGENT] if origin.user_agent else None
        device = self._vault.seal(_DEVICE, token.session_id, {"address": origin.address, "user_agent": agent})
        await connection.execute(_SWEEP, account_id, now - _KEPT_AFTER_END)
        row = (token.session_id, account_id, now, now + self._life, token.digest(self._sealer), device)
        await connection.execute(_INSERT, *row)
        return self._signed_in(account_id, token, now + self._life)

    async def refresh(self, presented: str) -> SignedIn:
        """The next pair of tokens; the session lives on from now.

        Raises AlreadyRefreshed for the previous token a moment after its use, InvalidToken for anything else. Somewhat
        later the previous token is exchanged again, in place of an answer that was lost. Else a token that was used
        before ends its session: either the bearer or somebody else stole it, and both must sign in.
        """
        token = RefreshToken.parse(self._sealer, presented)
        if token is None:
            raise InvalidToken("the refresh token is not valid")
        now = clock.now()
        async with self._database.installation() as connection:
            row = await connection.fetchrow(_FOR_REFRESH, token.session_id)
            verdict = token.judged(self._sealer, _state(row), now) if row else Verdict.ENDED
            if verdict in {Verdict.CURRENT, Verdict.REPEATED}:
                following = RefreshToken.mint(self._sealer, token.session_id)
                digests = (following.digest(self._sealer), token.digest(self._sealer))
                await connection.execute(_ROTATE, token.session_id, digests[0], now, now + self._life, digests[1])
            elif verdict is Verdict.REUSED:
                await connection.execute(_REVOKE, row["account_id"], token.session_id, now)
        match verdict:  # only now, because leaving the transaction by an error would undo the revocation
            case Verdict.CURRENT | Verdict.REPEATED:
                return self._signed_in(row["account_id"], following, now + self._life)
            case Verdict.ALREADY:
                raise AlreadyRefreshed("this refresh token was used a moment ago; use the newer one")
            case Verdict.REUSED:
                self._forget(token.session_id)
                raise InvalidToken("this refresh token was used before, so its session has been ended; sign in again")
            case Verdict.ENDED:
                raise InvalidToken("this session has ended; sign in again")

    async def end(self, presented: str) -> None:
        """End the session of a refresh token, whichever of its tokens it is; nothing for one never issued."""
        token = RefreshToken.parse(self._sealer, presented)
        if token is None:
            return
        async with self._database.installation() as connection:
            owner = await connection.fetchval("SELECT account_id FROM sessions WHERE id = $1", token.session_id)
            if owner is not None:
                await connection.execute(_REVOKE, owner, token.session_id, clock.now())
        self._forget(token.session_id)

    async def live(self, account_id: UUID, current: UUID | None) -> list[SessionView]:
        """The live sessions of an account, last used first."""
        async with self._database.installation() as connection:
            rows = await connection.fetch(_LIVE, account_id, clock.now())
        return [self._view(row, current) for row in rows]

    async def revoke(self, account_id: UUID, session_id: UUID) -> None:
        """End a session of this account. Raises NotFound where it has none such, or it has ended."""
        async with self._database.installation() as connection:
            ended = await connection.fetchval(_REVOKE, account_id, session_id, clock.now())
        if ended is None:
            raise NotFound("there is no such session")
        self._forget(session_id)

    async def revoke_others(self, account_id: UUID, keep: UUID | None) -> int:
        """End every session but one; how many there were."""
        async with self._database.installation() as connection:
            ended = await self.close_others(connection, account_id, keep)
        self.forget(ended)
        return len(ended)

    async def close_others(self, connection: asyncpg.Connection, account_id: UUID, keep: UUID | None) -> list[UUID]:
        """The same within a larger transaction; call `forget` with the answer after its commit."""
        rows = await connection.fetch(_REVOKE_OTHERS, account_id, keep, clock.now())
        return [row["id"] for row in rows]

    def forget(self, ended: Iterable[UUID]) -> None:
        """Let no cached proof of these sessions count any longer."""
        for session_id in ended:
            self._forget(session_id)

    def _signed_in(self, account_id: UUID, token: RefreshToken, expires: datetime) -> SignedIn:
        return SignedIn(
            account_id=account_id,
            session_id=token.session_id,
            access_token=self._tokens.issue(account_id, token.session_id),
            expires_in=int(self._tokens.life.total_seconds()),
            refresh_token=token.written(),
            refresh_expires_at=expires,
        )

    def _view(self, row: asyncpg.Record, current: UUID | None) -> SessionView:
        device = self._vault.open(_DEVICE, row["id"], row["device"])
        return SessionView(
            id=row["id"],
            created_at=row["created_at"],
            last_used_at=row["refreshed_at"],
            expires_at=row["expires_at"],
            current=row["id"] == current,
            **device,
        )


def _state(row: asyncpg.Record) -> SessionState:
    names = ("secret_hash", "previous_hash", "refreshed_at", "expires_at", "revoked_at")
    return SessionState(*(row[name] for name in names))
