"""Performing an action: permission, one unit of work, the answer, and idempotency.

An `Idempotency-Key` is kept per (account, action, key) with a hash of the input for 24 hours, written in the same
transaction as the changes it stands for: the same request again gets the same answer, another input gets an error.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import asyncpg
import orjson
from pydantic import BaseModel

from selfos.kernel import clock
from selfos.kernel.actions import Action
from selfos.kernel.context import Context
from selfos.kernel.errors import Conflict, Invalid
from selfos.kernel.principal import Principal
from selfos.kernel.records import Record, plain, to_json
from selfos.kernel.runtime import Runtime
from selfos.kernel.unit import IdTaken, Unit

_KEPT: Final = timedelta(hours=24)
MAX_KEY_LENGTH: Final = 255


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a surface sends back. `change_id` is given where something was written, and can be undone by it."""

    body: bytes
    status: int
    version: int | None = None
    change_id: UUID | None = None
    replayed: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """How the caller wants it done: at most once under `key`, only on the version `if_match`."""

    key: str | None = None
    if_match: int | None = None


async def perform(
    runtime: Runtime, action: Action, principal: Principal, given: BaseModel, wish: Wish | None = None
) -> Outcome:
    """Do it, committed when this returns.

    Raises Problem where it may not or cannot be done; then nothing was changed.
    """
    principal.require(action.scope)
    wish = wish or Wish()
    if not action.writes:
        result = await action.run(Context(runtime, principal), given)
        return Outcome(to_json(result), action.status, _version_of(result))
    once = _Once(runtime, action, principal, given, wish.key) if wish.key is not None else None
    if once and (answered := await once.answered()) is not None:
        return answered
    try:
        async with runtime.unit(principal.space_id, principal.actor, action.name) as unit:
            result = await action.run(Context(runtime, principal, unit, wish.if_match), given)
            await unit.flush()
            outcome = _outcome(action, unit, result)
            if once:
                await once.remember(unit, outcome)
    except IdTaken:
        if action.repeated is None:
            raise
        existing = await action.repeated(Context(runtime, principal), given)
        return Outcome(to_json(existing), 200, existing.version)
    except _AnsweredMeanwhile:
        answered = await once.answered() if once else None
        if answered is None:
            raise Conflict("the same request is being answered right now; try again") from None
        return answered
    return outcome


def _outcome(action: Action, unit: Unit, result: Any) -> Outcome:
    """Records that this unit wrote are shown as they were written, with the version it gave them."""
    version = unit.version

    def settled(value: Any) -> Any:
        if isinstance(value, Record):
            value = unit.final(value)
            if version is not None and value.updated_at == unit.at:
                return value.__dict__ | {"version": version}
        return plain(value)

    body = to_json(settled(result) if isinstance(result, Record) else result, settled)
    return Outcome(body, action.status, version or _version_of(result), unit.id if version is not None else None)


def _version_of(result: Any) -> int | None:
    if isinstance(result, Record):
        return result.version
    version = result.get("version") if isinstance(result, dict) else None
    return version if isinstance(version, int) else None


class _AnsweredMeanwhile(Exception):
    """A second request with the same key committed first."""


class _Once:
    """One use of an idempotency key."""

    def __init__(self, runtime: Runtime, action: Action, principal: Principal, given: BaseModel, key: str) -> None:
        if not 0 < len(key) <= MAX_KEY_LENGTH:
            raise Invalid(f"must be 1 to {MAX_KEY_LENGTH} characters long", field="Idempotency-Key")
        self._runtime, self._principal = runtime, principal
        fingerprint = runtime.sealer.fingerprint  # keyed: nobody can try out what a short capture said
        self._key = fingerprint("idempotency", f"{action.name}\0{key}".encode())
        self._body = fingerprint("idempotency", given.model_dump_json(exclude_unset=True).encode())

    async def answered(self) -> Outcome | None:
        """The answer given before under this key.

        Raises Invalid where the key was used for another input.
        """
        query = """SELECT body_hash, sealed FROM idempotency
            WHERE space_id = $1 AND account_id = $2 AND key_hash = $3 AND at > $4"""
        space = self._principal.space_id
        async with self._runtime.database.space(space, read_only=True) as connection:
            row = await connection.fetchrow(query, space, self._principal.account_id, self._key, clock.now() - _KEPT)
        if row is None:
            return None
        if row["body_hash"] != self._body:
            raise Invalid("was used for another request before; take a new key", field="Idempotency-Key")
        status, version, change_id, body = orjson.loads(
            self._runtime.sealer.open(space, "answers", self._key, row["sealed"])
        )
        return Outcome(body.encode(), status, version, UUID(change_id) if change_id else None, replayed=True)

    async def remember(self, unit: Unit, outcome: Outcome) -> None:
        """Keep the answer in the unit's transaction."""
        answer = [outcome.status, outcome.version, outcome.change_id, outcome.body.decode()]
        space = self._principal.space_id
        sealed = self._runtime.sealer.seal(space, "answers", self._key, to_json(answer))
        connection = await unit.connection()
        stale = "DELETE FROM idempotency WHERE space_id = $1 AND at <= $2"
        insert = """INSERT INTO idempotency (space_id, account_id, key_hash, body_hash, at, sealed)
            VALUES ($1, $2, $3, $4, $5, $6)"""
        await connection.execute(stale, space, unit.at - _KEPT)
        try:
            row = (space, self._principal.account_id, self._key, self._body, unit.at, sealed)
            await connection.execute(insert, *row)
        except asyncpg.UniqueViolationError as error:
            raise _AnsweredMeanwhile from error
