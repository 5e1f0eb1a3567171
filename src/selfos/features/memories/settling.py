"""Bringing the memories of one thing into one timeline: what came later ends what held before."""

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from selfos.features.memories.records import Memory
from selfos.intelligence.builtin.remembering import Said, Validity, timeline
from selfos.kernel.unit import Unit

_LONGEST: Final = 100
"""Memories of one timeline that are dated anew."""


def settle(unit: Unit, memories: Sequence[Memory]) -> list[Memory]:
    """The same memories with the days on which they held, as their evidence tells; all of one slot and attribute."""
    erased = {change.record.id for change in unit.changes if change.op == "erase"}
    alive = [memory for memory in memories if memory.deleted_at is None and memory.id not in erased]
    single = any(memory.single for memory in alive)
    validity = timeline({memory.id: said(memory) for memory in alive}, single=single)
    before = {v.superseded_by: name for name, v in validity.items() if v.superseded_by}
    return [_settled(unit, memory, validity[memory.id], before.get(memory.id)) for memory in alive]


async def settle_around(unit: Unit, memory: Memory) -> None:
    """Date anew the timeline in which a memory stands, or stood."""
    before, after = await _walk(unit, memory, "supersedes"), await _walk(unit, memory, "superseded_by")
    settle(unit, [memory, *before, *after])


async def _walk(unit: Unit, memory: Memory, link: str) -> list[Memory]:
    found: list[Memory] = []
    while (name := getattr(memory, link)) and len(found) < _LONGEST:
        others = await unit.get_many(Memory, [name], deleted=True)
        if not others or others[0].id in {one.id for one in found}:
            break
        memory = others[0]
        found.append(memory)
    return found


def said(memory: Memory) -> list[Said]:
    """Every time that a memory was spoken of; what the person wrote themselves counts as one."""
    told = [Said(one.at, one.since, one.until) for one in memory.evidence]
    if told and not memory.by_person:
        return told
    until = None if memory.superseded_by else memory.valid_until
    return [Said(memory.learned_at, memory.valid_from, until)]


def _settled(unit: Unit, memory: Memory, validity: Validity, supersedes: UUID | None) -> Memory:
    return unit.update(
        memory,
        valid_from=validity.since,
        valid_until=validity.until,
        learned_at=validity.learned_at,
        closed_at=validity.closed_at,
        superseded_by=validity.superseded_by,
        supersedes=supersedes,
    )


def by_attribute(memories: Iterable[Memory]) -> list[list[Memory]]:
    """Memories of one slot by what they tell."""
    groups: dict[tuple[str | None, str | None], list[Memory]] = {}
    for memory in memories:
        groups.setdefault((memory.subject, memory.attribute), []).append(memory)
    return list(groups.values())
