"""The actions that every declared kind has: create, list, get, update, delete, restore, history, and in bulk."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Literal
from uuid import UUID

import orjson
from pydantic import BaseModel, Field, create_model

from selfos.kernel.actions import ActionSet, ById, Input, Output
from selfos.kernel.context import Context
from selfos.kernel.errors import Conflict, NotFound
from selfos.kernel.fields import Tags
from selfos.kernel.filters import query_model
from selfos.kernel.listing import list_page
from selfos.kernel.log import changes
from selfos.kernel.log.history import History, history_of
from selfos.kernel.reading import fetch_plain
from selfos.kernel.records import Kind, Record, to_json

Check = Callable[[Context, Record, Record | None], Awaitable[Record]]
"""A feature's rule for every write: given the record to be and the one it was; returns it, or raises a Problem."""

MAX_BULK = 500


class Erased(Output):
    """What is gone for good."""

    id: UUID


def crud(kind: Kind, *, check: Check | None = None) -> ActionSet:
    """The actions of a kind. `check` is the feature's own rule for whatever is written."""
    actions, writer, reader = ActionSet(kind.plural), _Writer(kind, check), _Reader(kind)
    base, one, name = kind.path, f"{kind.path}/{{id}}", kind.name.replace("_", " ")

    def writes(verb: str, run: Any, summary: str, path: str, given: type[BaseModel], **more: Any) -> None:
        declared = {"output": kind, "raises": (404, 412), **more}
        actions.writes(verb, summary=summary, path=path, input=given, **declared)(run)

    def reads(verb: str, run: Any, summary: str, path: str, given: type[BaseModel], **more: Any) -> None:
        actions.reads(verb, summary=summary, path=path, input=given, **{"output": kind, "raises": (404,), **more})(run)

    created = {"status": 201, "raises": (409,), "repeated": writer.repeated}
    changed = {"method": "PATCH", "raises": (404, 409, 412)}
    many = {"output": [kind], "raises": (404, 409)}
    writes("create", writer.create, f"Create a {name}", base, kind.create_model, **created)
    writes("update", writer.update, f"Change fields of a {name}", one, _change_model(kind), **changed)
    writes("delete", writer.delete, f"Delete a {name}", one, ById, method="DELETE")
    writes("restore", writer.restore, f"Restore a deleted {name}", f"{one}/restore", ById, raises=(404, 409))
    writes("erase", writer.erase, f"Erase a {name} for good, with its history", f"{one}/erase", ById, output=Erased)
    writes("bulk", writer.bulk, f"Change many {kind.plural} as one act", f"{base}/bulk", _bulk_model(kind), **many)
    reads("list", reader.list, f"List {kind.plural}", base, query_model(kind), output=[kind, "page"], raises=(400, 422))
    reads("get", reader.get, f"Read a {name}", one, ById)
    reads("history", reader.history, f"Every change of a {name}", f"{one}/history", ById, output=History)
    return actions


def _change_model(kind: Kind) -> type[BaseModel]:
    return create_model(f"{kind.model.__name__}Change", __base__=(ById, kind.patch_model))


def _bulk_model(kind: Kind) -> type[BaseModel]:
    fields: dict[str, Any] = {
        "ids": (tuple[UUID, ...], Field(..., min_length=1, max_length=MAX_BULK)),
        "act": (Literal["update", "delete", "restore"], Field("update", description="What to do with each")),
        "fields": (kind.patch_model | None, Field(None, description="For `update`: the fields to set")),
    }
    if "tags" in kind.writable:
        added = "For `update`: tags that each gets besides those it has; wins over `remove_tags`"
        fields["add_tags"] = (Tags, Field((), description=added))
        fields["remove_tags"] = (Tags, Field((), description="For `update`: tags that none keeps"))
    return create_model(f"{kind.model.__name__}Bulk", __base__=Input, **fields)


def given_fields(given: BaseModel) -> dict[str, Any]:
    """The fields that a client really sent, but for the id."""
    return {name: getattr(given, name) for name in given.model_fields_set if name != "id"}


class _Writer:
    def __init__(self, kind: Kind, check: Check | None) -> None:
        self._kind, self._check = kind, check

    async def create(self, context: Context, given: Any) -> Record:
        values = {name: getattr(given, name) for name in self._kind.writable}
        return await self._checked(context, context.unit.create(self._kind.model, id=given.id, **values), None)

    async def repeated(self, context: Context, given: Any) -> Record:
        """The record that was created under this id before, if it was created with the same content.

        Raises Conflict.
        """
        runtime, space = context.runtime, context.space_id
        async with runtime.database.space(space, read_only=True) as connection:
            rows = await fetch_plain(connection, runtime.sealer, space, self._kind, [given.id])
            entries = await changes.of_records(connection, runtime.sealer, space, [given.id], kind=self._kind.name)
        if not rows:
            raise Conflict("another kind of record has this id", field="id")
        record = self._kind.model.model_validate(rows[0])
        first = dict(record.__dict__)
        for entry in reversed(entries):
            first.update(entry.before)
        if any(_json(first[name]) != _json(value) for name, value in given_fields(given).items()):
            raise Conflict("this id was used for another content", field="id")
        return record

    async def update(self, context: Context, given: Any) -> Record:
        record = await context.unit.get(self._kind.model, given.id)
        context.check_match(record)
        return await self._updated(context, record, given_fields(given))

    async def delete(self, context: Context, given: ById) -> Record:
        record = await context.unit.get(self._kind.model, given.id)
        context.check_match(record)
        return context.unit.delete(record)

    async def restore(self, context: Context, given: ById) -> Record:
        return context.unit.restore(await context.unit.get(self._kind.model, given.id, deleted=True))

    async def erase(self, context: Context, given: ById) -> Erased:
        record = await context.unit.get(self._kind.model, given.id, deleted=True)
        context.check_match(record)
        context.unit.erase(record)
        return Erased(id=record.id)

    async def bulk(self, context: Context, given: Any) -> list[Record]:
        records = await context.unit.get_many(self._kind.model, given.ids, deleted=given.act == "restore")
        if missing := set(given.ids) - {record.id for record in records}:
            raise NotFound("some of the records do not exist; nothing was changed", extra={"ids": sorted(missing)})
        match given.act:
            case "delete":
                return [context.unit.delete(record) for record in records]
            case "restore":
                return [context.unit.restore(record) for record in records]
        values = given_fields(given.fields) if given.fields else {}
        return [await self._updated(context, record, values | _tagged(record, given, values)) for record in records]

    async def _updated(self, context: Context, record: Record, values: Mapping[str, Any]) -> Record:
        return await self._checked(context, context.unit.update(record, **values), record)

    async def _checked(self, context: Context, record: Record, before: Record | None) -> Record:
        return await self._check(context, record, before) if self._check else record


def _tagged(record: Any, given: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """The tags of a record after a bulk act that adds or removes some; nothing where it does neither."""
    added, removed = getattr(given, "add_tags", ()), getattr(given, "remove_tags", ())
    if not added and not removed:
        return {}
    kept = (tag for tag in values.get("tags", record.tags) if tag not in removed)
    return {"tags": (*kept, *added)}


class _Reader:
    def __init__(self, kind: Kind) -> None:
        self._kind = kind

    async def list(self, context: Context, given: Any) -> dict[str, Any]:
        return await list_page(context, self._kind, given)

    async def get(self, context: Context, given: ById) -> dict[str, Any]:
        runtime = context.runtime
        async with runtime.database.space(context.space_id, read_only=True) as connection:
            rows = await fetch_plain(connection, runtime.sealer, context.space_id, self._kind, [given.id])
        if not rows or rows[0]["deleted_at"] is not None:
            raise NotFound(f"there is no {self._kind.name} with the id {given.id}")
        return rows[0]

    async def history(self, context: Context, given: ById) -> History:
        return await history_of(context, self._kind, given.id)


def _json(value: Any) -> Any:
    return orjson.loads(to_json(value))
