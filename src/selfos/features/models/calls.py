"""The calls of the last thirty days: what each asked for, returned and cost."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import asyncpg
import orjson

from selfos.identity.spaces import Payer
from selfos.intelligence.models.faults import Fault, FaultKind
from selfos.intelligence.models.ledger import Outcome, Try
from selfos.kernel import clock
from selfos.kernel.database import Database
from selfos.kernel.ids import new_id
from selfos.kernel.jobs.queue import JobKind, want
from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.records import to_json

KEPT: Final = timedelta(days=30)
SWEEP: Final = "models.sweep"
_DAILY: Final = timedelta(days=1)
_SEALED_FOR: Final = "model_calls"
_ALL: Final = 2**31 - 1
_CLEAR: Final = ("id", "at", "input_tokens", "output_tokens", "cost_micros", "milliseconds")

_NOT_WAITING: Final = "SET LOCAL synchronous_commit = off"
"""Whoever talks does not wait for the disk: others see the row at once, and only a power failure could lose it."""
_SPENT: Final = """SELECT coalesce(sum(cost_micros), 0) FROM model_calls
    WHERE space_id = $1 AND account_id = $2 AND at >= $3"""
_BEGIN: Final = f"""INSERT INTO model_calls
    (space_id, id, account_id, at, input_tokens, output_tokens, cost_micros, milliseconds, sealed)
    SELECT $1, $4, $2, $5, 0, 0, $6::bigint, 0, $7
    WHERE $8::bigint IS NULL OR ({_SPENT}) + $6::bigint <= $8::bigint RETURNING id"""
_END: Final = """UPDATE model_calls
    SET input_tokens = $3, output_tokens = $4, cost_micros = $5, milliseconds = $6, sealed = $7
    WHERE space_id = $1 AND id = $2"""
_RESEAL: Final = "UPDATE model_calls SET sealed = $3 WHERE space_id = $1 AND id = $2"
_LIST: Final = """SELECT * FROM model_calls WHERE space_id = $1 AND account_id = $2 AND at >= $3
    AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT $5"""
_ONE: Final = "SELECT * FROM model_calls WHERE space_id = $1 AND account_id = $2 AND id = $3"
_FORGET: Final = "DELETE FROM model_calls WHERE space_id = $1 AND account_id = $2 AND at < $3 RETURNING id"
_SWEEP: Final = "DELETE FROM model_calls WHERE space_id = $1 AND at < $2"


@dataclass(frozen=True, slots=True)
class KeptCall:
    """One call, as it is kept. `end` is `running` until it ended; `text` and `calls` are what was returned."""

    id: UUID
    at: datetime
    input_tokens: int
    output_tokens: int
    cost_micros: int
    milliseconds: int
    purpose: str
    provider: str
    model: str
    prompt: str | None
    end: str
    text: str = ""
    calls: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A call that is running."""

    book: "Calls"
    space_id: UUID
    id: UUID
    told: dict[str, Any]

    async def end(self, outcome: Outcome) -> None:
        """Write down how it ended and what it returned."""
        returned = {"end": outcome.end, "text": outcome.text, "calls": [asdict(call) for call in outcome.calls]}
        await self.book.finish(self, outcome, self.told | returned)


class Calls:
    """Writes calls down, and reads them."""

    def __init__(self, database: Database, sealer: Sealer) -> None:
        self._database, self._sealer = database, sealer
        self._swept: set[UUID] = set()

    async def spent(self, connection: asyncpg.Connection, payer: Payer, since: datetime) -> int:
        """Millionths of a US dollar since then, with what running calls may still cost."""
        return int(await connection.fetchval(_SPENT, payer.space_id, payer.account_id, since))

    async def begin(self, payer: Payer, attempt: Try, day: datetime) -> Entry:
        """Write a call down with the most it may cost. Raises Fault where that is more than is left since `day`."""
        space, call_id, at = payer.space_id, new_id(), clock.now()
        spec, model = attempt.candidate.spec, attempt.candidate.model
        told = {"purpose": attempt.purpose, "provider": spec.name, "model": model, "prompt": attempt.prompt}
        sealed = self._seal(space, call_id, told | {"end": "running"})
        values = (space, payer.account_id, day, call_id, at, attempt.estimate, sealed, attempt.limit)
        async with self._database.space(space) as connection:
            await connection.execute(_NOT_WAITING)
            if attempt.limit is not None:  # of two calls at once, the second must see the first
                await connection.execute("SELECT pg_advisory_xact_lock($1)", payer.account_id.int & (2**63 - 1))
            if await connection.fetchval(_BEGIN, *values) is None:
                raise Fault(FaultKind.OVER_BUDGET)
            if space not in self._swept:
                await want(connection, SWEEP, space, at + _DAILY)
                self._swept.add(space)
        return Entry(self, space, call_id, told)

    async def finish(self, entry: Entry, outcome: Outcome, told: dict[str, Any]) -> None:
        """Write down how a call ended."""
        used = outcome.usage
        values = (used.input_tokens, used.output_tokens, used.cost_micros, round(outcome.seconds * 1000))
        async with self._database.space(entry.space_id) as connection:
            await connection.execute(_NOT_WAITING)
            sealed = self._seal(entry.space_id, entry.id, told)
            await connection.execute(_END, entry.space_id, entry.id, *values, sealed)

    async def list(self, payer: Payer, since: datetime, *, before: UUID | None = None, limit: int) -> list[KeptCall]:
        """The newest first."""
        async with self._database.space(payer.space_id, read_only=True) as connection:
            rows = await connection.fetch(_LIST, payer.space_id, payer.account_id, since, before, limit)
        return [self._open(row) for row in rows]

    async def find(self, payer: Payer, call_id: UUID) -> KeptCall | None:
        """One of them."""
        async with self._database.space(payer.space_id, read_only=True) as connection:
            row = await connection.fetchrow(_ONE, payer.space_id, payer.account_id, call_id)
        return self._open(row) if row else None

    async def forget(self, payer: Payer, day: datetime) -> int:
        """Remove what was asked before this day, and the words of what was asked since; how many calls that were.

        The figures of the day stay, or its budget would begin anew.
        """
        async with self._database.space(payer.space_id) as connection:
            gone = await connection.fetch(_FORGET, payer.space_id, payer.account_id, day)
            today = await connection.fetch(_LIST, payer.space_id, payer.account_id, day, None, _ALL)
            for row in today:
                bare = self._told(row) | {"text": "", "calls": []}
                sealed = self._seal(payer.space_id, row["id"], bare)
                await connection.execute(_RESEAL, payer.space_id, row["id"], sealed)
        return len(gone) + len(today)

    def _seal(self, space_id: UUID, call_id: UUID, told: dict[str, Any]) -> bytes:
        return self._sealer.seal(space_id, _SEALED_FOR, call_id.bytes, to_json(told))

    def _open(self, row: Mapping[str, Any]) -> KeptCall:
        return KeptCall(**{name: row[name] for name in _CLEAR}, **self._told(row))

    def _told(self, row: Mapping[str, Any]) -> dict[str, Any]:
        opened = self._sealer.open(row["space_id"], _SEALED_FOR, row["id"].bytes, row["sealed"])
        told: dict[str, Any] = orjson.loads(opened)
        return told


async def sweep(runtime: Any, space_id: UUID, _subjects: Sequence[UUID]) -> None:
    """Let go of what is older than it is kept."""
    async with runtime.database.space(space_id) as connection:
        await connection.execute(_SWEEP, space_id, clock.now() - KEPT)


jobs = (JobKind(SWEEP, sweep, every=_DAILY),)
