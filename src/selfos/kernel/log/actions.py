"""Actions on the change log itself: what happened lately, and undo."""

from datetime import datetime
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from pydantic import Field

from selfos.kernel.actions import ActionSet, Input, Output
from selfos.kernel.context import Context
from selfos.kernel.errors import NotFound
from selfos.kernel.log import changes
from selfos.kernel.log.history import told_plainly
from selfos.kernel.log.undo import undo
from selfos.kernel.records import Record

log_actions = ActionSet("changes")
_LONGEST_TITLE: Final = 80


class ChangesQuery(Input):
    """A page of the log."""

    before: int | None = Field(None, ge=1, lt=2**62, description="Only changes before this version")
    limit: int = Field(50, ge=1, le=200)


class ChangeSummary(Output):
    """One act: everything it changed, as one group."""

    id: UUID
    version: int
    at: datetime
    actor_kind: str
    act: str
    undoes: UUID | None
    records: list[dict[str, Any]]


class Changes(Output):
    """The latest acts, newest first."""

    items: list[ChangeSummary]


class UndoInput(Input):
    """What to undo."""

    change_id: UUID | None = Field(None, description="The change to undo; your last one where it is absent")


class Undone(Output):
    """What an undo did."""

    undone: UUID
    records: list[dict[str, Any]]


@log_actions.reads("list", path="/changes", input=ChangesQuery, output=Changes)
async def list_changes(context: Context, given: ChangesQuery) -> Changes:
    """The latest acts in this space, newest first."""
    runtime, space = context.runtime, context.space_id
    async with runtime.database.space(space, read_only=True) as connection:
        entries = await changes.latest(connection, runtime.sealer, space, before=given.before, limit=given.limit)
    groups = [list(group) for _, group in groupby(entries, key=lambda entry: entry.version)]
    return Changes(items=[_summary(group) for group in groups])


@log_actions.writes("undo", path="/undo", input=UndoInput, output=Undone, raises=(404, 409))
async def undo_change(context: Context, given: UndoInput) -> Undone:
    """Undo a change, or an undo; everything it wrote is again as it was before."""
    change_id = given.change_id
    if change_id is None:
        connection = await context.unit.connection()
        change_id = await changes.last_undoable(connection, context.space_id, context.principal.actor.id)
    if change_id is None:
        raise NotFound("there is nothing to undo")
    records = await undo(context.unit, context.runtime.sealer, change_id)
    return Undone(undone=change_id, records=[_told(record) for record in records])


def _told(record: Record) -> dict[str, Any]:
    """A record by what a person knows it by."""
    spec = record.spec.search
    words = [str(getattr(record, name)) for name in (spec.title, *spec.text) if name and getattr(record, name)]
    first = words[0].splitlines()[0] if words else ""
    title = first if len(first) <= _LONGEST_TITLE else first[: _LONGEST_TITLE - 1] + "…"
    return {"kind": record.spec.name, "id": record.id, "deleted": record.deleted_at is not None, "title": title}


def _summary(group: list[changes.Entry]) -> ChangeSummary:
    first = group[0]
    return ChangeSummary(
        id=first.change_id,
        version=first.version,
        at=first.at,
        actor_kind=first.actor_kind,
        act=first.act,
        undoes=first.undoes,
        records=[dict(told_plainly(entry)) for entry in group],
    )
