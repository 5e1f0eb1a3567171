"""Learning in the background from what the person wrote and said."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from selfos.features.memories.keeping import Lesson, keep, look_up
from selfos.features.memories.records import Learning, learning_id
from selfos.features.profile import Profile, profile_of
from selfos.intelligence.builtin.remembering import FOUND_BY, extract
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
    if not (runtime.settings.analysis and profile.auto_analysis):
        return
    lessons = await asyncio.to_thread(_read_all, await _records(runtime, space_id, ids), profile)
    told = await _told_before(runtime, space_id, lessons)
    for lesson in lessons:
        if not lesson.claims and lesson.id not in told:
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


async def _told_before(runtime: Runtime, space_id: UUID, lessons: Sequence[Lesson]) -> set[UUID]:
    names = {learning_id(lesson.id): lesson.id for lesson in lessons}
    async with runtime.database.space(space_id, read_only=True) as connection:
        rows = await fetch_records(connection, runtime.sealer, space_id, Learning.spec, list(names))
    return {names[row.id] for row in rows}


def _read_all(records: Iterable[Record], profile: Profile) -> list[Lesson]:
    return [_read(record, profile) for record in records]


def _read(record: Record, profile: Profile) -> Lesson:
    text = own_words(record) or ""
    at = getattr(record, record.spec.search.at)
    claims = extract(text, wall(at, profile.zone))
    allowed = tuple(claim for claim in claims if claim.sensitive not in profile.not_remembered)
    return Lesson(record.spec.name, record.id, at, text, allowed, FOUND_BY)


jobs = (JobKind(LEARN, learn, batch=32),)
reactions = (wants_learning,)
