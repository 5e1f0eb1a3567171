"""Who is calling: from the Authorization header to a principal."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

import asyncpg

from selfos.identity import keys, local
from selfos.identity.cache import ShortMemory
from selfos.identity.keys import KeyRing
from selfos.identity.limits import Limits
from selfos.identity.local import LocalToken
from selfos.identity.problems import InvalidToken
from selfos.identity.spaces import seat_of
from selfos.identity.tokens import AccessTokens, Claims
from selfos.kernel import clock
from selfos.kernel.database import Database
from selfos.kernel.errors import Forbidden, Unauthorized
from selfos.kernel.principal import Actor, ActorKind, Principal

TRUSTED_FOR: Final = timedelta(seconds=5)
"""How long a proof counts without asking again: the longest that another process takes to notice a revocation."""

_LONGEST: Final = 2000
_LIVE_SESSION: Final = """SELECT expires_at FROM sessions
    WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL AND expires_at > $3"""


@dataclass(frozen=True, slots=True)
class _Proof:
    """What a credential proves; `source` is the session, key or account it belongs to."""

    source: UUID
    account_id: UUID
    actor: Actor
    until: datetime
    scopes: frozenset[str] | None = None
    session_id: UUID | None = None
    only_space: UUID | None = None


Prover = Callable[[asyncpg.Connection], Awaitable[_Proof]]


@dataclass(frozen=True, slots=True)
class Authenticator:
    """Turns credentials into principals: one signature check and one trip to the database every few seconds each."""

    database: Database
    tokens: AccessTokens
    keys: KeyRing
    local_token: LocalToken
    limits: Limits
    proved: ShortMemory[tuple[Principal, str]]

    async def principal(self, authorization: str | None, space: UUID | None = None) -> Principal:
        """The caller, acting in the space asked for or in their own.

        `authorization` is the header's value: `Bearer` with an access token, an API key or the machine's own token.
        Raises Unauthorized, Forbidden for a space they are no member of, TooManyRequests.
        """
        now = clock.now()
        found = self.proved.get((authorization, space), now)
        if found is None:
            found = await self._prove(authorization, space, now)
        principal, caller = found
        self.limits.request(caller)
        return principal

    async def _prove(self, authorization: str | None, space: UUID | None, now: datetime) -> tuple[Principal, str]:
        generation = self.proved.generation
        prove = self._prover(_bearer(authorization), now)
        async with self.database.installation() as connection:
            proof = await prove(connection)
            if proof.only_space is not None and space not in {None, proof.only_space}:
                raise Forbidden("this key belongs to another space", field="Selfos-Space")
            seat = await seat_of(connection, proof.account_id, proof.only_space or space)
        principal = Principal(
            account_id=proof.account_id,
            space_id=seat.space_id,
            role=seat.role,
            actor=proof.actor,
            scopes=proof.scopes,
            session_id=proof.session_id,
            installation_owner=seat.installation_owner,
        )
        found = principal, proof.source.hex
        self.proved.put((authorization, space), found, source=proof.source, until=proof.until, generation=generation)
        return found

    def _prover(self, presented: str, now: datetime) -> Prover:
        """How to prove it in the database, once what can be told without it holds. Raises InvalidToken."""
        if presented.startswith(f"{keys.PREFIX}_"):
            return partial(self._by_key, presented=presented, now=now)
        if presented.startswith(local.PREFIX):
            if not self.local_token.matches(presented):
                raise InvalidToken("the machine's token is not valid; read it again from the data folder")
            return partial(_by_machine, now=now)
        return partial(_by_session, claims=self.tokens.read(presented), now=now)

    async def _by_key(self, connection: asyncpg.Connection, presented: str, now: datetime) -> _Proof:
        key = await self.keys.prove(connection, presented)
        until = min(now + TRUSTED_FOR, key.good_until or now + TRUSTED_FOR)
        actor = Actor(ActorKind.KEY, key.key_id)
        return _Proof(key.key_id, key.account_id, actor, until, scopes=key.scopes, only_space=key.space_id)


async def _by_session(connection: asyncpg.Connection, claims: Claims, now: datetime) -> _Proof:
    ends = await connection.fetchval(_LIVE_SESSION, claims.session_id, claims.account_id, now)
    if ends is None:
        raise InvalidToken("this session has ended; sign in again")
    until = min(now + TRUSTED_FOR, claims.expires_at, ends)
    person = Actor(ActorKind.PERSON, claims.account_id)
    return _Proof(claims.session_id, claims.account_id, person, until, session_id=claims.session_id)


async def _by_machine(connection: asyncpg.Connection, now: datetime) -> _Proof:
    owner = await connection.fetchval("SELECT id FROM accounts WHERE installation_owner")
    if owner is None:
        raise InvalidToken("this installation has no owner yet")
    return _Proof(owner, owner, Actor(ActorKind.PERSON, owner), now + TRUSTED_FOR)


def _bearer(authorization: str | None) -> str:
    if not authorization:
        raise Unauthorized("send an access token or an API key as `Authorization: Bearer …`")
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token.strip() or len(token) > _LONGEST:
        raise InvalidToken("the Authorization header must be `Bearer` and a token")
    return token.strip()
