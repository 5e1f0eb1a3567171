"""Undo: a new change that restores exactly what was there, or says who changed it since.

Undoing an undo is the same act again, so nothing more is needed for redo.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson

from selfos.kernel.errors import Conflict, NotFound
from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.log import changes
from selfos.kernel.log.changes import Entry
from selfos.kernel.principal import ActorKind
from selfos.kernel.records import Record, registry, to_json
from selfos.kernel.unit import Unit


async def undo(unit: Unit, sealer: Sealer, change_id: UUID) -> list[Record]:
    """Undo every entry of a change inside `unit`; returns the records as they are now.

    Raises NotFound for an unknown change, and Conflict where what it wrote has been changed since.
    """
    connection = await unit.connection()
    entries = await changes.of_change(connection, sealer, unit.space_id, change_id)
    if not entries:
        raise NotFound("there is no change with this id")
    version = entries[0].version
    records = await _current(unit, entries)
    entries = _told_fields(entries, records)
    ids = [entry.record_id for entry in entries]
    later = await changes.of_records(connection, sealer, unit.space_id, ids, since=version)
    found = [_conflicts(e, records[_key(e)], [x for x in later if _key(x) == _key(e)]) for e in entries]
    conflicts = [conflict for conflict in found if conflict]
    if conflicts:
        raise Conflict("it was changed since; undo the newer change first", extra={"conflicts": conflicts})
    unit.undoes = change_id
    return [_reverted(unit, entry, records[_key(entry)]) for entry in reversed(entries)]


def _key(entry: Entry) -> tuple[str, UUID]:
    return entry.kind, entry.record_id


async def _current(unit: Unit, entries: Sequence[Entry]) -> dict[tuple[str, UUID], Record]:
    records: dict[tuple[str, UUID], Record] = {}
    for kind in {entry.kind for entry in entries}:
        ids = [entry.record_id for entry in entries if entry.kind == kind]
        records |= {(kind, r.id): r for r in await unit.get_many(registry[kind].model, ids, deleted=True)}
    return records


def _told_fields(entries: Sequence[Entry], records: Mapping[tuple[str, UUID], Record]) -> list[Entry]:
    """The entries that say what was there; what was derived is derived anew.

    Raises Conflict where a record was erased: the log has forgotten what it was.
    """
    told = [entry for entry in entries if entry.op != "update" or entry.before]
    if missing := [entry.record_id for entry in (told or entries) if _key(entry) not in records]:
        raise Conflict("it was erased for good and cannot come back", extra={"records": missing})
    return told


def _reverted(unit: Unit, entry: Entry, record: Record) -> Record:
    match entry.op:
        case "create" | "restore":
            return unit.delete(record)
        case "delete":
            return unit.restore(record)
        case _:
            return unit.update(record, **entry.before)


def _conflicts(entry: Entry, record: Record, later: Sequence[Entry]) -> dict[str, Any] | None:
    """The fields that the entry wrote and that read otherwise now."""
    fields = [name for name in _watched(entry, later) if _moved(name, record, later)]
    alive = record.deleted_at is None
    if alive is not _left_alive(later, alive):
        fields.append("deleted_at")
    if not fields:
        return None
    newest = later[-1] if later else None
    return {
        "kind": entry.kind,
        "id": entry.record_id,
        "fields": fields,
        "change_id": newest.change_id if newest else None,
    }


def _watched(entry: Entry, later: Sequence[Entry]) -> Sequence[str]:
    if entry.op == "update":
        return list(entry.before)
    if entry.op != "create":
        return []
    # taking back a creation would lose what people added to it since; what the engine found out goes with it
    touched = {name for x in later if x.actor_kind != ActorKind.ENGINE for name in x.before}
    return sorted(touched)


def _moved(name: str, record: Record, later: Sequence[Entry]) -> bool:
    """Whether the field reads otherwise than this change left it: the first later image tells what that was."""
    left = next((x.before for x in later if name in x.before), None)
    return left is not None and left[name] != _as_json(record.__dict__, name)


def _left_alive(later: Sequence[Entry], alive: bool) -> bool:
    """Whether the record was there after this change: the first later deletion or restoration tells."""
    first = next((x.op for x in later if x.op in {"delete", "restore"}), None)
    return alive if first is None else first == "delete"


def _as_json(values: Mapping[str, Any], name: str) -> Any:
    return orjson.loads(to_json(values[name]))
