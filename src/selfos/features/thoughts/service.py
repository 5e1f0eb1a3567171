"""What can be done with thoughts."""

from typing import Any, Final

from pydantic import Field

from selfos.features.thoughts.records import Thought
from selfos.kernel.actions import ById
from selfos.kernel.context import Context
from selfos.kernel.crud import crud
from selfos.kernel.errors import NotFound
from selfos.kernel.reading import fetch_plain
from selfos.kernel.records import Record

FOUND_BY_ENGINE: Final = ("type", "is_actionable", "sentiment", "life_areas", "people", "tags")
"""What the engine fills in; a person's own word on one of these stands for good."""


async def keep_own_word(context: Context, record: Record, before: Record | None) -> Record:
    """Remember which of the engine's fields the person set themselves."""
    now, then = record.__dict__, before.__dict__ if before else _CAPTURED
    own = {name for name in FOUND_BY_ENGINE if name in then and now[name] != then[name]}
    if own <= set(now["corrected"]):
        return record
    return context.unit.update(record, corrected=tuple(sorted(own.union(now["corrected"]))))


# tags given with a capture are no verdict on what the engine may add; all else that is given is
_CAPTURED: Final = {name: Thought.model_fields[name].default for name in FOUND_BY_ENGINE if name != "tags"}

actions = crud(Thought.spec, check=keep_own_word)


class RelatedQuery(ById):
    """Which thought, and how many others."""

    limit: int = Field(10, ge=1, le=50)


@actions.reads("related", path="/thoughts/{id}/related", input=RelatedQuery, output=[Thought.spec], raises=(404,))
async def related(context: Context, given: RelatedQuery) -> list[dict[str, Any]]:
    """Thoughts nearest in meaning to this one; by its rarest words where there is no model."""
    runtime, space = context.runtime, context.space_id
    async with runtime.indexes.opened(space) as index:
        hits = index.related(Thought.spec.name, given.id, given.limit, (Thought.spec.name,))
    found = [hit.id for hit in hits]
    async with runtime.database.space(space, read_only=True) as connection:
        thoughts = await fetch_plain(connection, runtime.sealer, space, Thought.spec, [given.id, *found])
    if not thoughts or thoughts[0]["id"] != given.id or thoughts[0]["deleted_at"] is not None:
        raise NotFound(f"there is no thought with the id {given.id}")
    return thoughts[1:]
