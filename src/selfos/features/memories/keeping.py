"""Writing down what was learnt from a record: merged with what was known, and dated."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from selfos.features.memories.records import MOST_EVIDENCE, Evidence, Learning, Memory, learning_id, quote_hash
from selfos.features.memories.settling import by_attribute, settle
from selfos.intelligence.builtin.remembering import ANY, FOUND_BY, Claim, names_same, slot_of
from selfos.kernel.records import registry
from selfos.kernel.runtime import Runtime
from selfos.kernel.search import Filter
from selfos.kernel.unit import Unit

_MOST_OF_A_SLOT: Final = 50
_MOST_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was found in one record: its kind and id, when it was said (aware), its text, its claims.

    Where it was not `modelled`, what a language model found in the same words at another time stands.
    """

    kind: str
    id: UUID
    at: datetime
    text: str
    claims: tuple[Claim, ...]
    modelled: bool = False

    def evidence(self, claim: Claim) -> Evidence:
        """The words of a claim."""
        start, end = claim.span
        return Evidence(
            kind=self.kind,
            id=self.id,
            quote=self.text[start:end],
            at=self.at,
            found_by=claim.found_by,
            confidence=claim.confidence,
            since=claim.since,
            until=claim.until,
        )


async def look_up(runtime: Runtime, space_id: UUID, lessons: Iterable[Lesson]) -> dict[UUID, list[UUID]]:
    """Ids of memories that the claims of each lesson may be about.

    To be asked before the unit is opened, which holds a connection that this may wait for; two workers that learn the
    same at once leave it double until it is learnt again.
    """
    found: dict[UUID, list[UUID]] = {}
    async with runtime.indexes.opened(space_id) as index:
        for lesson in lessons:
            wanted = [one for claim in lesson.claims for one in _filters(claim)]
            found[lesson.id] = [record_id for one in wanted for record_id in index.filter(one)]
    return found


def _filters(claim: Claim) -> Iterator[Filter]:
    """What shares its slot; of a claim that ends something, all that holds any of its words."""
    if claim.ends:
        words = dict.fromkeys(word for word in claim.value.split() if len(word) > 2)
        yield from (Filter(Memory.spec.name, words=word, limit=_MOST_OF_A_SLOT) for word in list(words)[:_MOST_WORDS])
    slot = slot_of(claim.subject, claim.attribute)
    yield Filter(Memory.spec.name, keys={"slot": slot}, limit=_MOST_OF_A_SLOT)


async def keep(unit: Unit, lesson: Lesson, known: Sequence[UUID]) -> None:
    """Bring the memories in line with what a record says.

    Writes nothing where all is so already, and nothing of a record that was deleted while it was read.
    """
    if not await unit.get_many(registry[lesson.kind].model, [lesson.id]):
        return
    stored = await unit.get_many(Learning, [learning_id(lesson.id)], deleted=True)
    earlier = stored[0] if stored else None
    before = earlier.memories if earlier else ()
    memories = await unit.get_many(Memory, dict.fromkeys((*before, *known)), deleted=True)
    refused = set(earlier.refused) if earlier else set()
    shelf = _Shelf(unit, lesson, {memory.id: memory for memory in memories})
    for claim in lesson.claims:
        if quote_hash(lesson.evidence(claim).quote) not in refused:
            shelf.take(claim)
    if not lesson.modelled:
        shelf.leave(set(before), refused)
    shelf.withdraw(set(before))
    shelf.settle()
    _note(unit, lesson, earlier, tuple(sorted(shelf.claimed)))


def _note(unit: Unit, lesson: Lesson, earlier: Learning | None, memories: tuple[UUID, ...]) -> None:
    read = {"modelled": quote_hash(lesson.text)} if lesson.modelled else {}
    if earlier is not None:
        unit.update(unit.restore(earlier), memories=memories, **read)
    elif memories or read:
        unit.create(Learning, id=learning_id(lesson.id), source_id=lesson.id, memories=memories, **read)


@dataclass(slots=True)
class _Shelf:
    """The memories that a lesson may touch, as they stand in the unit."""

    unit: Unit
    lesson: Lesson
    memories: dict[UUID, Memory]
    claimed: set[UUID] = field(default_factory=set)
    touched: set[UUID] = field(default_factory=set)

    def take(self, claim: Claim) -> None:
        """Find the memories of a claim, or make one."""
        same = [m for m in self.memories.values() if _is_about(m, claim) and self._takes(m, claim)]
        if not same and claim.attribute != ANY:
            same = [self._make(claim)]
        for memory in same:
            self._add(memory, self.lesson.evidence(claim))

    def leave(self, before: set[UUID], refused: set[str]) -> None:
        """Let stand what a language model found in words that the record still says."""
        for memory in [self.memories[name] for name in before - self.claimed if name in self.memories]:
            for one in memory.evidence:
                modelled = one.id == self.lesson.id and one.found_by != FOUND_BY
                if modelled and one.quote in self.lesson.text and quote_hash(one.quote) not in refused:
                    self._add(memory, one)

    def withdraw(self, before: set[UUID]) -> None:
        """Take back what this record told before and tells no more."""
        for name in before - self.claimed:
            memory = self.memories.get(name)
            if memory is None or memory.deleted_at or memory.by_person:
                continue
            self._put(without(self.unit, memory, {self.lesson.id}))

    def settle(self) -> None:
        """Date everything that was touched, and what it shares a slot with."""
        slots = {self.memories[name].slot for name in self.touched}
        for group in by_attribute(m for m in self.memories.values() if m.slot in slots):
            settle(self.unit, group)

    def _takes(self, memory: Memory, claim: Claim) -> bool:
        """Whether a claim is one more word on a memory. What has ended since is another memory."""
        if any(one.id == self.lesson.id for one in memory.evidence):
            return True
        if memory.deleted_at is not None:
            return False
        began = claim.since or self.lesson.at.date()
        return memory.valid_until is None or memory.valid_until >= began

    def _make(self, claim: Claim) -> Memory:
        return self._put(
            self.unit.create(
                Memory,
                what=claim.what,
                statement=claim.statement,
                subject=claim.subject,
                attribute=claim.attribute,
                value=claim.value,
                slot=slot_of(claim.subject, claim.attribute),
                single=claim.single,
                people=claim.people,
                sensitive=claim.sensitive,
                learned_at=self.lesson.at,
                confidence=claim.confidence,
            )
        )

    def _add(self, memory: Memory, evidence: Evidence) -> None:
        self.claimed.add(memory.id)
        others = tuple(one for one in memory.evidence if one.id != evidence.id)
        if evidence in memory.evidence and memory.deleted_at is None:
            return
        said = sorted((*others, evidence), key=lambda one: one.at)
        kept = (*said[: MOST_EVIDENCE // 2], *said[MOST_EVIDENCE // 2 :][-MOST_EVIDENCE // 2 :])
        self._put(
            self.unit.update(
                self.unit.restore(memory),
                evidence=kept,
                uses=memory.uses + 1,
                used_at=max(filter(None, (memory.used_at, evidence.at))),
                confidence=sureness(kept),
            )
        )

    def _put(self, memory: Memory) -> Memory:
        self.memories[memory.id] = memory
        self.touched.add(memory.id)
        return memory


def sureness(evidence: Iterable[Evidence]) -> float:
    """How sure a memory is: as sure as one of independent witnesses being right, at most .99."""
    doubt = 1.0
    for one in {one.quote: one for one in evidence}.values():
        doubt *= 1 - one.confidence
    return round(min(0.99, 1 - doubt), 3)


def without(unit: Unit, memory: Memory, sources: set[UUID]) -> Memory:
    """A memory without what these records told of it; deleted where nothing is left."""
    left = tuple(one for one in memory.evidence if one.id not in sources)
    if not left and not memory.by_person:
        return unit.delete(memory)
    return unit.update(memory, evidence=left, confidence=memory.confidence if memory.by_person else sureness(left))


def _is_about(memory: Memory, claim: Claim) -> bool:
    if memory.subject != claim.subject or not memory.value:
        return False
    if claim.ends:
        named = (memory.attribute or "").removeprefix("routine ")
        return memory.what not in {"achievement", "reflection"} and (
            names_same(memory.value, claim.value) or names_same(named, claim.value)
        )
    return memory.attribute == claim.attribute and names_same(memory.value, claim.value)


__all__ = ["Lesson", "keep", "look_up", "sureness", "without"]
