"""The unit of work: the only way in which anything is written.

One unit is one transaction, one version of its space and one group in the change log. Before it reads anything it
takes the space's counter lock, so that what it read cannot change before it writes; a unit that only creates never
reads, and needs three trips in all: BEGIN, the write statement, COMMIT.

    async with units.begin(space_id, actor, act="tasks.complete") as unit:
        task = await unit.get(Task, task_id)
        unit.update(task, status="done")
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType
from typing import Any, Literal, Self, TypeVar
from uuid import UUID

import asyncpg

from selfos.kernel import clock
from selfos.kernel.database import Database
from selfos.kernel.errors import Conflict, NotFound
from selfos.kernel.ids import new_id
from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.log.erasing import erase_rows
from selfos.kernel.principal import Actor
from selfos.kernel.reading import fetch_records
from selfos.kernel.records import Kind, Record, to_json
from selfos.kernel.statement import Batch, row_values

R = TypeVar("R", bound=Record)
Op = Literal["create", "update", "delete", "restore", "erase"]


@dataclass(frozen=True, slots=True)
class Change:
    """One record changed by a unit; `before` holds the fields that changed, as they were."""

    op: Op
    record: Record
    before: Mapping[str, Any]

    @property
    def kind(self) -> Kind:
        return self.record.spec

    @property
    def was(self) -> Record | None:
        """The record before this unit, but for derived fields; None where the unit created it."""
        return None if self.op == "create" else self.record.model_copy(update=dict(self.before))


@dataclass(frozen=True, slots=True)
class JobRequest:
    """A job that a change wants: which handler, about which record, not before when."""

    name: str
    subject: UUID
    run_at: datetime | None = None


Reaction = Callable[[Change], Iterable[JobRequest]]
Rule = Callable[["Unit"], Awaitable[None]]
"""What must hold at the end of every unit, whoever wrote it, undo included: raises a Problem, or updates `Derived`s."""


@dataclass(slots=True)
class Units:
    """Makes units of work: `rules` judge and complete each, `reactions` turn its changes into the jobs they want."""

    database: Database
    sealer: Sealer
    reactions: Sequence[Reaction] = ()
    committed: list[Callable[[UUID, int], None]] = field(default_factory=list)
    rules: Sequence[Rule] = ()

    def begin(self, space_id: UUID, actor: Actor, act: str) -> "Unit":
        """A unit to be entered with `async with`: written and committed at the end, nothing on an error."""
        return Unit(self, space_id, actor, act)


class Unit:
    """One unit of work in one space."""

    def __init__(self, units: Units, space_id: UUID, actor: Actor, act: str) -> None:
        self.id = new_id()
        self.at = clock.now()
        self.space_id, self.actor, self.act = space_id, actor, act
        self.version: int | None = None
        self.undoes: UUID | None = None
        self._units = units
        self._stack = AsyncExitStack()
        self._connection: asyncpg.Connection | None = None
        self._locked = False
        self._changes: dict[tuple[str, UUID], Change] = {}
        self._written: dict[tuple[str, UUID], Record] = {}
        self._jobs: list[JobRequest] = []
        self._vectors: list[tuple[str, UUID, str, bytes]] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            try:
                await self.flush()
            except BaseException as failure:
                await self._stack.__aexit__(type(failure), failure, failure.__traceback__)
                raise
        await self._stack.__aexit__(kind, error, trace)
        if kind is None and self.version is not None:
            for notify in self._units.committed:
                notify(self.space_id, self.version)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What this unit has changed so far."""
        return tuple(self._changes.values())

    async def connection(self) -> asyncpg.Connection:
        """This unit's transaction with the space's counter locked; for the few reads that need SQL of their own."""
        connection = await self._opened()
        if not self._locked:
            query = "SELECT version FROM space_versions WHERE space_id = $1 FOR UPDATE"
            if await connection.fetchval(query, self.space_id) is None:
                raise NotFound("this space does not exist here")
            self._locked = True
        return connection

    async def get(self, model: type[R], record_id: UUID, *, deleted: bool = False) -> R:
        """The record as this unit sees it.

        Raises NotFound, also for a deleted record unless `deleted` is asked for.
        """
        found = await self.get_many(model, [record_id], deleted=deleted)
        if not found:
            raise NotFound(f"there is no {model.spec.name} with the id {record_id}")
        return found[0]

    async def get_many(self, model: type[R], ids: Iterable[UUID], *, deleted: bool = False) -> list[R]:
        """Those of the records that exist, in the order asked for."""
        wanted = list(ids)
        noted = {i: change.record for i in wanted if (change := self._changes.get((model.spec.name, i))) is not None}
        missing = [i for i in wanted if i not in noted]
        stored = {}
        if missing:
            connection = await self.connection()
            rows = await fetch_records(connection, self._units.sealer, self.space_id, model.spec, missing)
            stored = {record.id: record for record in rows}
        found = [noted.get(i) or stored.get(i) for i in wanted]
        return [r for r in found if isinstance(r, model) and (deleted or r.deleted_at is None)]

    def create(self, model: type[R], *, id: UUID | None = None, **values: Any) -> R:  # noqa: A002
        """A new record. A client's own id is taken as it is; a second use of it is a Conflict at the end."""
        record = model(id=id or new_id(), created_at=self.at, updated_at=self.at, **values)
        self._note("create", record, {})
        return record

    def update(self, record: R, **values: Any) -> R:
        """The record with these fields replaced; nothing is written where nothing differs."""
        candidate = record.replaced(**values)
        before = {n: getattr(record, n) for n in values if getattr(record, n) != getattr(candidate, n)}
        if not before:
            return record
        changed = candidate.model_copy(update={"updated_at": self.at})
        self._note("update", changed, {n: value for n, value in before.items() if n not in record.spec.derived})
        return changed

    def delete(self, record: R) -> R:
        """Mark as deleted; it can be restored until its tombstone is swept."""
        if record.deleted_at is not None:
            return record
        deleted = record.replaced(deleted_at=self.at, updated_at=self.at)
        self._note("delete", deleted, {})
        return deleted

    def restore(self, record: R) -> R:
        """Bring a deleted record back as it was."""
        if record.deleted_at is None:
            return record
        restored = record.replaced(deleted_at=None, updated_at=self.at)
        self._note("restore", restored, {})
        return restored

    def final(self, record: Record) -> Record:
        """The record as this unit wrote it in the end, rules included; itself where it was not written."""
        return self._written.get((record.spec.name, record.id), record)

    def erase(self, record: Record) -> None:
        """Remove a record for good: its row, its vectors and the images of it in the change log. Cannot be undone."""
        self._note("erase", record, {})

    def enqueue(self, name: str, subject: UUID, run_at: datetime | None = None) -> None:
        """Ask for a job, committed together with this unit."""
        self._jobs.append(JobRequest(name, subject, run_at))

    def put_vector(self, kind: str, record_id: UUID, model: str, plain: bytes) -> None:
        """Keep a vector of a record: derived, so neither synced nor undoable."""
        name = f"{kind}\0{model}\0".encode() + record_id.bytes
        self._vectors.append((kind, record_id, model, self._units.sealer.seal(self.space_id, "vectors", name, plain)))

    async def flush(self) -> None:
        """Write everything, still uncommitted; `version` is known afterwards.

        Raises Conflict where a new record's id is taken, and what the rules raise.
        """
        if self._changes:
            for rule in self._units.rules:
                await rule(self)
        if not (self._changes or self._jobs or self._vectors):
            return
        batch = self._batch()
        connection = await self._opened()
        sql, arguments = batch.statement(self.space_id)
        try:
            self.version = await connection.fetchval(sql, *arguments)
        except asyncpg.UniqueViolationError as error:
            raise IdTaken("there is a record with this id already", field="id") from error
        if self.version is None:
            raise NotFound("this space does not exist here")
        if erased := [change.record for change in self._changes.values() if change.op == "erase"]:
            await erase_rows(connection, self.space_id, erased)
        self._written |= {key: change.record for key, change in self._changes.items()}
        self._changes.clear()
        self._jobs.clear()
        self._vectors.clear()

    def _note(self, op: Op, record: Record, before: Mapping[str, Any]) -> None:
        key = (record.spec.name, record.id)
        earlier = self._changes.pop(key, None)
        if earlier is not None:  # one entry a record: the first state counts as before, the last as after
            before = {} if op == "erase" else {**before, **earlier.before}
            op = _joined(earlier.op, op)
        self._changes[key] = Change(op, record, before)

    def _batch(self) -> Batch:
        batch, seal = Batch(), self._units.sealer.seal
        for seq, change in enumerate(self._changes.values()):
            kind, record = change.kind, change.record
            if change.op != "erase":
                name = kind.name.encode() + record.id.bytes
                sealed = seal(self.space_id, "records", name, kind.private_json(record))
                rows = batch.inserts if change.op == "create" else batch.updates
                rows.setdefault(kind.name, []).append(row_values(kind, record, sealed))
            batch.changes.append(self._entry(seq, change))
            self._jobs.extend(job for react in self._units.reactions for job in react(change))
        batch.jobs = [(new_id(), *job, run_at) for job, run_at in self._wanted_jobs().items()]
        batch.vectors = list(self._vectors)
        return batch

    def _wanted_jobs(self) -> dict[tuple[str, UUID], datetime]:
        """Each job once, at the earliest time that was asked for."""
        wanted: dict[tuple[str, UUID], datetime] = {}
        for job in self._jobs:
            key, run_at = (job.name, job.subject), job.run_at or self.at
            wanted[key] = min(run_at, wanted.get(key, run_at))
        return wanted

    def _entry(self, seq: int, change: Change) -> tuple[Any, ...]:
        name = b"%s%s" % (self.id.bytes, change.record.id.bytes)
        image = None
        if change.before:
            image = self._units.sealer.seal(self.space_id, "changes", name, to_json(dict(change.before)))
        actor = self.actor
        return (
            *(seq, self.id, self.at, actor.kind.value, actor.id, self.act, self.undoes),
            *(change.kind.name, change.record.id, change.op, image),
        )

    async def _opened(self) -> asyncpg.Connection:
        if self._connection is None:
            transaction = self._units.database.space(self.space_id)
            self._connection = await self._stack.enter_async_context(transaction)
        return self._connection


class IdTaken(Conflict):
    """A record with the id that a client chose exists already."""


def _joined(first: Op, second: Op) -> Op:
    if "erase" in {first, second}:
        return "erase"
    if first == "create":
        return "create"
    return second if first == "update" else first if second == "update" else second


__all__ = ["Change", "IdTaken", "JobRequest", "Rule", "Unit", "Units"]
