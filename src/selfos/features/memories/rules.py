"""What must hold of memories: forgotten with their sources, and never learnt again against the person's word."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from selfos.features.memories.keeping import without
from selfos.features.memories.learning import LEARN, LEARNT_FROM
from selfos.features.memories.records import Learning, Memory, learning_id, quote_hash
from selfos.features.memories.settling import settle_around
from selfos.kernel.principal import ActorKind
from selfos.kernel.unit import Unit


async def forget_with_source(unit: Unit) -> None:
    """What stood on a record alone goes with it: put away when it is deleted, for good when it is erased."""
    for op in ("delete", "erase"):
        gone = {c.record.id for c in unit.changes if c.op == op and c.kind.name in LEARNT_FROM}
        for learning in await _learnings(unit, gone):
            for memory in await unit.get_many(Memory, learning.memories, deleted=op == "erase"):
                if op == "delete":
                    without(unit, memory, gone)
                else:
                    _erase_words(unit, memory, gone)
            if op == "erase":
                unit.erase(learning)


def _erase_words(unit: Unit, memory: Memory, gone: set[UUID]) -> None:
    """Erase a memory with its history, in which the erased words stand; what others say of it is learnt anew."""
    left = tuple(one for one in memory.evidence if one.id not in gone)
    if len(left) == len(memory.evidence):
        return
    unit.erase(memory)
    if memory.by_person and memory.deleted_at is None:
        values = {name: getattr(memory, name) for name in (*memory.spec.private, *memory.spec.indexed)}
        unit.create(Memory, **values | {"evidence": left})
        return
    for one in left:
        unit.enqueue(LEARN, one.id)


async def heed_the_person(unit: Unit) -> None:
    """Words whose memory the person corrected, forgot or erased are not learnt again, whatever else they told."""
    if unit.actor.kind == ActorKind.ENGINE:
        return
    gone = {c.record.id for c in unit.changes if c.op in {"delete", "erase"} and c.kind.name in LEARNT_FROM}
    refused: dict[UUID, set[str]] = {}
    for memory in _spoken_on(unit):
        if gone.isdisjoint(one.id for one in memory.evidence):  # else it went with its source
            for one in memory.evidence:
                refused.setdefault(one.id, set()).add(quote_hash(one.quote))
    for learning in await _learnings(unit, refused):
        words = refused[learning.source_id]
        unit.update(learning, refused=tuple(sorted({*learning.refused, *words})))
        await _forget_same_words(unit, learning, words)


def _spoken_on(unit: Unit) -> Iterator[Memory]:
    for change in unit.changes:
        corrected = "statement" in change.before and unit.undoes is None
        if isinstance(change.record, Memory) and (corrected or change.op in {"delete", "erase"}):
            yield change.record


async def _forget_same_words(unit: Unit, learning: Learning, words: set[str]) -> None:
    """What else was learnt from the same words goes too, unless the person wrote it or it is known from elsewhere."""
    for memory in await unit.get_many(Memory, learning.memories):
        own = [one for one in memory.evidence if one.id == learning.source_id and quote_hash(one.quote) in words]
        if own and not memory.by_person:
            without(unit, memory, {learning.source_id})


async def keep_timelines(unit: Unit) -> None:
    """Where a memory went or came back, those before and after it are dated anew."""
    for change in unit.changes:
        if isinstance(change.record, Memory) and change.op in {"delete", "restore", "erase"}:
            await settle_around(unit, change.record)


async def _learnings(unit: Unit, sources: Iterable[UUID]) -> list[Learning]:
    names = [learning_id(source) for source in sources]
    return await unit.get_many(Learning, names, deleted=True) if names else []


rules = (forget_with_source, heed_the_person, keep_timelines)
