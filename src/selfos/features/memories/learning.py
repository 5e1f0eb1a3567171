"""Learning in the background from what the person wrote and said."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from selfos.features.memories.keeping import Lesson, keep, look_up
from selfos.features.memories.modelled import read_again
from selfos.features.memories.records import Learning, learning_id, quote_hash
from selfos.features.profile import Profile, profile_of
from selfos.intelligence.builtin.remembering import Claim, extract, touched
from selfos.kernel.jobs.queue import JobKind
from selfos.kernel.principal import ENGINE
from selfos.kernel.reading import fetch_records
from selfos.kernel.records import Record, registry
from selfos.kernel.recurrence import wall
from selfos.kernel.runtime import Runtime
from selfos.kernel.unit import Change, JobRequest

LEARN: Final = "memories.learn"
LEARNT_FROM: Final = ("thought", "message")
"""Kinds in which the person speaks for themselves."""


def own_words(record: Record) -> str | None:
    """What the person says in a record; None where it is not theirs."""
    spec = record.spec.search
    if record.spec.name not in LEARNT_FROM or (spec.speaker and getattr(record, spec.speaker) != "user"):
        return None
    return "\n".join(filter(None, (getattr(record, name) for name in spec.text)))


def wants_learning(change: Change) -> Iterable[JobRequest]:
    """What the person says is learnt from, and again when it says something else or comes back."""
    if change.op in {"delete", "erase"} or own_words(change.record) is None:
        return
    if change.op != "update" or not change.before.keys().isdisjoint(change.kind.search.text):
        yield JobRequest(LEARN, change.record.id)


async def learn(runtime: Runtime, space_id: UUID, ids: Sequence[UUID]) -> None:
    """Learn from these records, in the order in which they were said, where the person lets the engine read."""
    profile = await profile_of(runtime, space_id)
    if may_learn(runtime, profile):
        await learn_from(runtime, space_id, ids, profile, modelled=True)


def may_learn(runtime: Runtime, profile: Profile) -> bool:
    """Whether the installation and the person let the engine read."""
    return runtime.settings.analysis and profile.auto_analysis


async def learn_from(
    runtime: Runtime, space_id: UUID, ids: Sequence[UUID], profile: Profile, *, modelled: bool
) -> None:
    """Learn from these records; `modelled` if a language model may be asked too."""
    read = await asyncio.to_thread(_read_all, await _records(runtime, space_id, ids), profile)
    before = await _learnt_before(runtime, space_id, read)
    if modelled:
        read_before = {lesson.id for lesson in read if before.get(lesson.id) == quote_hash(lesson.text)}
        read = await read_again(runtime, space_id, read, read_before, profile)
    for lesson in (_allowed(one, profile) for one in read):
        if not (lesson.claims or lesson.modelled or lesson.id in before):
            continue
        known = await look_up(runtime, space_id, [lesson])
        async with runtime.unit(space_id, ENGINE, LEARN) as unit:
            await keep(unit, lesson, known[lesson.id])


async def _records(runtime: Runtime, space_id: UUID, ids: Sequence[UUID]) -> list[Record]:
    found: list[Record] = []
    async with runtime.database.space(space_id, read_only=True) as connection:
        for kind in LEARNT_FROM:
            if kind in registry:
                found += await fetch_records(connection, runtime.sealer, space_id, registry[kind], ids)
    alive = [record for record in found if record.deleted_at is None]
    return sorted(alive, key=lambda record: getattr(record, record.spec.search.at))


async def _learnt_before(runtime: Runtime, space_id: UUID, lessons: Sequence[Lesson]) -> dict[UUID, str | None]:
    """The records that were learnt from before, each with the hash of the text that a language model read of it."""
    names = [learning_id(lesson.id) for lesson in lessons]
    async with runtime.database.space(space_id, read_only=True) as connection:
        rows = await fetch_records(connection, runtime.sealer, space_id, Learning.spec, names)
    return {row.source_id: row.modelled for row in rows if isinstance(row, Learning)}


def _read_all(records: Iterable[Record], profile: Profile) -> list[Lesson]:
    return [_read(record, profile) for record in records]


def _read(record: Record, profile: Profile) -> Lesson:
    text = own_words(record) or ""
    at = getattr(record, record.spec.search.at)
    return Lesson(record.spec.name, record.id, at, text, extract(text, wall(at, profile.zone)))


def _allowed(lesson: Lesson, profile: Profile) -> Lesson:
    """Without what touches on matters that are not to be remembered, whoever found it."""
    left = frozenset(profile.not_remembered)
    claims = (c for c in lesson.claims if c.sensitive not in left and touched(_words(lesson, c)).isdisjoint(left))
    return replace(lesson, claims=tuple(claims))


def _words(lesson: Lesson, claim: Claim) -> str:
    return f"{claim.statement} {lesson.text[slice(*claim.span)]}"


jobs = (JobKind(LEARN, learn, batch=32),)
reactions = (wants_learning,)
