"""Counting for which replies a memory served: what is used fades later."""

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from selfos.features.memories.records import Memory
from selfos.kernel.jobs.queue import JobKind
from selfos.kernel.principal import ENGINE
from selfos.kernel.reading import fetch_records
from selfos.kernel.records import Record, registry
from selfos.kernel.runtime import Runtime
from selfos.kernel.unit import Change, JobRequest

USED: Final = "memories.used"
_REPLY: Final = "message"


def wants_counting(change: Change) -> Iterable[JobRequest]:
    """A reply that cites memories has used them; counted after it was given, which nothing shall delay."""
    if change.kind.name == _REPLY and "citations" in change.before and _cited(change.record):
        yield JobRequest(USED, change.record.id)


async def count(runtime: Runtime, space_id: UUID, ids: Sequence[UUID]) -> None:
    """Count the memories that these replies cite; a reply that is older than the last use counted is passed over."""
    async with runtime.database.space(space_id, read_only=True) as connection:
        found = await fetch_records(connection, runtime.sealer, space_id, registry[_REPLY], ids)
    async with runtime.unit(space_id, ENGINE, USED) as unit:
        for reply in sorted(found, key=lambda one: one.created_at):
            for memory in await unit.get_many(Memory, _cited(reply)):
                if memory.used_at is None or memory.used_at < reply.created_at:
                    unit.update(memory, uses=memory.uses + 1, used_at=reply.created_at)


def _cited(reply: Record) -> set[UUID]:
    return {cited.id for cited in getattr(reply, "citations", ()) if cited.kind == Memory.spec.name}


jobs = (JobKind(USED, count, batch=32),)
reactions = (wants_counting,)
