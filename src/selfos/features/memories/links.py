"""Who and what stands behind words like "my sister" or "work": the people, places and projects that memories name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from selfos.features.memories.records import Memory
from selfos.intelligence.builtin.remembering import ME
from selfos.kernel.context import Context
from selfos.kernel.reading import fetch_records
from selfos.kernel.search import Filter

MOST: Final = 300
"""Newest memories that are read for links."""
_NAME: Final = re.compile(r"[A-Z\u00c0-\u00de]")

SOURCES: Final = tuple(Filter(Memory.spec.name, keys={"what": what}, limit=MOST) for what in ("person", "fact"))


@dataclass(frozen=True, slots=True)
class Links:
    """`names` tells by whom and as what: ("me", "sister") is called Ana."""

    names: Mapping[tuple[str, str], tuple[str, ...]]

    def behind(self, text: str) -> tuple[str, ...]:
        """Names that a text means without saying them, also over two steps: "my sister's husband"."""
        said = text.casefold()
        found: dict[str, None] = {}
        for _ in range(2):
            owners = {ME, *(name.casefold() for name in found)}
            for (owner, role), names in self.names.items():
                meant = owner in owners or re.search(rf"\b{re.escape(owner)}\b", said)
                if meant and re.search(rf"\b{re.escape(role)}\b", said):
                    found |= dict.fromkeys(names)
        return tuple(name for name in found if name.casefold() not in said)


def links_of(memories: Iterable[Memory]) -> Links:
    """The links that still hold among memories."""
    names: dict[tuple[str, str], tuple[str, ...]] = {}
    for memory in memories:
        if memory.valid_until is None and memory.subject and memory.attribute and _NAME.match(memory.value or ""):
            key = memory.subject.casefold(), memory.attribute.casefold()
            names[key] = (*names.get(key, ()), str(memory.value))
    return Links(names)


async def read_links(context: Context, ids: Sequence[UUID]) -> Links:
    """The links among these memories."""
    runtime, space = context.runtime, context.space_id
    async with runtime.database.space(space, read_only=True) as connection:
        found = await fetch_records(connection, runtime.sealer, space, Memory.spec, list(ids))
    return links_of(memory for memory in found if isinstance(memory, Memory) and memory.deleted_at is None)
