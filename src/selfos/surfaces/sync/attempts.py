"""One op being done.

The op is the change: the unit takes the op's id, so the log itself tells for ever that it was done, and a device can
undo what the server has not even heard of. An op without any effect leaves no trace and needs none: done again, it is
as if it had come then for the first time.
"""

from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from pydantic import BaseModel

from selfos.kernel.actions import Action, Run
from selfos.kernel.context import Context
from selfos.kernel.errors import Conflict
from selfos.kernel.log import changes
from selfos.kernel.perform import Outcome, perform
from selfos.kernel.principal import Principal
from selfos.kernel.records import Record, registry
from selfos.kernel.runtime import Runtime
from selfos.kernel.unit import Unit
from selfos.surfaces.sync.messages import Op, Result, Status

_DONE: Final = "SELECT max(version) FROM changes WHERE space_id = $1 AND unit_id = $2"


class Deleted(Conflict):
    slug, title = "deleted", "It was deleted meanwhile"


class _Already(Exception):
    """The op was done before, by the change that is named, or what it wishes for is so."""

    def __init__(self, version: int | None, change_id: UUID | None = None) -> None:
        super().__init__(version)
        self.version, self.change_id = version, change_id


@dataclass(slots=True)
class Attempt:
    """What becomes of an op. `own` are the ops of the same push, whose changes are nobody else's."""

    op: Op
    action: Action
    own: frozenset[UUID]
    status: Status = "applied"
    overwritten: tuple[str, ...] = ()

    async def result(self, runtime: Runtime, seat: Principal, given: BaseModel) -> Result:
        """Do it as the caller would do it by the action itself. Raises Problem."""
        repeated = self.action.repeated
        watched = replace(self.action, run=self._run, repeated=repeated and self._noting(repeated))
        try:
            outcome = await perform(runtime, watched, seat, given)
        except _Already as already:
            self.status, outcome = "duplicate", Outcome(b"", 200, already.version, already.change_id)
        return Result(
            id=self.op.id,
            status=self.status,
            version=outcome.version,
            change_id=outcome.change_id,
            overwritten=self.overwritten,
        )

    async def _run(self, context: Context, given: Any) -> Any:
        unit = context.unit
        connection = await unit.connection()
        if (done := await connection.fetchval(_DONE, unit.space_id, self.op.id)) is not None:
            raise _Already(done, self.op.id)
        unit.id = self.op.id
        record = await self._alive(unit, given)
        others = await self._others(context, record) if record else []
        result = await self.action.run(context, given)
        if record and others:
            theirs = {name for entry in others for name in entry.before}
            mine = {name for change in unit.changes if change.record.id == record.id for name in change.before}
            self.status, self.overwritten = "merged", tuple(sorted(theirs & mine))
        return result

    async def _alive(self, unit: Unit, given: Any) -> Record | None:
        """The record that the op is about, unless it makes it, or brings it back.

        Raises Deleted, _Already where deleting was all that was wished for.
        """
        resource, _, verb = self.action.name.rpartition(".")
        kind = next((kind for kind in registry.all() if kind.plural == resource), None)
        record_id = getattr(given, "id", None)
        if kind is None or record_id is None or verb in {"create", "restore", "erase"}:
            return None
        (record,) = await unit.get_many(kind.model, [record_id], deleted=True) or (None,)
        if record is not None and record.deleted_at is None:
            return record
        if verb == "delete":
            raise _Already(record.version if record else None)
        if record is not None:
            raise Deleted("your change is kept in this answer; restore the record to apply it", field="input.id")
        return None

    async def _others(self, context: Context, record: Record) -> list[changes.Entry]:
        """What others did to the record since the device saw it; what was merely derived does not count."""
        if self.op.base is None or record.version <= self.op.base:
            return []
        connection, sealer = await context.unit.connection(), context.runtime.sealer
        entries = await changes.of_records(connection, sealer, context.space_id, [record.id], since=self.op.base)
        return [e for e in entries if e.change_id not in self.own and (e.before or e.op != "update")]

    def _noting(self, repeated: Run) -> Run:
        """The id that it would create is taken, by the same content."""

        async def noted(context: Context, given: Any) -> Any:
            self.status = "duplicate"
            return await repeated(context, given)

        return noted
