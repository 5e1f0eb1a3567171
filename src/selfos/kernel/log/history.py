"""What happened to a record and in a space, told from the change log."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from selfos.kernel.actions import Output
from selfos.kernel.context import Context
from selfos.kernel.errors import NotFound
from selfos.kernel.log import changes
from selfos.kernel.log.changes import Entry
from selfos.kernel.reading import fetch_plain
from selfos.kernel.records import Kind


class HistoryEntry(Output):
    """One change of a record: each field with its value before and after."""

    change_id: UUID
    at: datetime
    actor_kind: str
    act: str
    op: str
    undoes: UUID | None
    fields: dict[str, dict[str, Any]]


class History(Output):
    """All changes of a record, newest first."""

    items: list[HistoryEntry]


async def history_of(context: Context, kind: Kind, record_id: UUID) -> History:
    """The history of one record, also of a deleted one.

    Raises NotFound.
    """
    runtime, space = context.runtime, context.space_id
    async with runtime.database.space(space, read_only=True) as connection:
        rows = await fetch_plain(connection, runtime.sealer, space, kind, [record_id])
        entries = await changes.of_records(connection, runtime.sealer, space, [record_id], kind=kind.name)
    if not rows:
        raise NotFound(f"there is no {kind.name} with the id {record_id}")
    state = dict(rows[0])
    return History(items=[_told(entry, state) for entry in reversed(entries)])


def _told(entry: Entry, state: dict[str, Any]) -> HistoryEntry:
    """The entry with what its fields became; `state` is wound back to before it."""
    fields = {name: {"before": value, "after": state.get(name)} for name, value in entry.before.items()}
    state.update(entry.before)
    return HistoryEntry(
        change_id=entry.change_id,
        at=entry.at,
        actor_kind=entry.actor_kind,
        act=entry.act,
        op=entry.op,
        undoes=entry.undoes,
        fields=fields,
    )


def told_plainly(entry: Entry) -> Mapping[str, Any]:
    """An entry without values: what a list of changes shows."""
    return {"kind": entry.kind, "id": entry.record_id, "op": entry.op, "fields": sorted(entry.before)}
