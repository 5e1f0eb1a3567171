"""Reading thoughts in the background.

One unit a thought: what was found in it is then one act, which can be undone by itself, and a capture in the same
space never waits long for its turn.
"""

import asyncio
from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from selfos.features import checks
from selfos.features.analysis.keeping import keep
from selfos.features.analysis.modelled import read_again
from selfos.features.analysis.reading import Reader
from selfos.features.analysis.records import Analysis, analysis_id
from selfos.features.calibration import calibration_of
from selfos.features.embedding import Remembering, embed
from selfos.features.profile import Profile, profile_of
from selfos.features.suggestions import suggestions_of
from selfos.features.thoughts import AnalysisState, Thought
from selfos.intelligence.builtin.understand import Understanding
from selfos.kernel.jobs.queue import JobKind
from selfos.kernel.principal import ENGINE
from selfos.kernel.reading import fetch_records
from selfos.kernel.runtime import Runtime
from selfos.kernel.unit import Change, JobRequest, Unit

ANALYSE: Final = "thoughts.analyse"
ANALYSE_ASKED: Final = "thoughts.analyse_asked"


async def analyse(runtime: Runtime, space_id: UUID, ids: Sequence[UUID]) -> None:
    """Read what was captured, rewritten, deleted or restored, where the engine may read."""
    profile = await profile_of(runtime, space_id)
    if runtime.settings.analysis and profile.auto_analysis:
        await _read_and_keep(runtime, space_id, ids, profile, asked=False)
    else:
        await _pass_over(runtime, space_id, ids)


async def analyse_asked(runtime: Runtime, space_id: UUID, ids: Sequence[UUID]) -> None:
    """Read because the person asked: also where reading is off, and where its result was taken back."""
    profile = await profile_of(runtime, space_id)
    await _read_and_keep(runtime, space_id, ids, profile, asked=True)


async def _read_and_keep(
    runtime: Runtime, space_id: UUID, ids: Sequence[UUID], profile: Profile, *, asked: bool
) -> None:
    encoder = Remembering(runtime.encoder) if runtime.encoder else None
    reader = Reader(profile.zone, encoder, await calibration_of(runtime, space_id, profile))
    async with runtime.database.space(space_id, read_only=True) as connection:
        stored = await fetch_records(connection, runtime.sealer, space_id, Thought.spec, ids)
    thoughts = [record for record in stored if isinstance(record, Thought)]
    first = await asyncio.to_thread(_read_all, reader, thoughts)
    for reading in await read_again(runtime, space_id, reader, list(zip(thoughts, first, strict=True))):
        async with runtime.unit(space_id, ENGINE, ANALYSE) as unit:
            await keep(unit, reading, profile, asked=asked)
            if unit.changes:
                checks.schedule(unit, runtime.settings)
    await embed(runtime, space_id, thoughts, encoder)


def _read_all(reader: Reader, thoughts: Iterable[Thought]) -> list[Understanding]:
    return [reader.read(thought) for thought in thoughts]


async def _pass_over(runtime: Runtime, space_id: UUID, ids: Sequence[UUID]) -> None:
    async with runtime.unit(space_id, ENGINE, ANALYSE) as unit:
        thoughts = await unit.get_many(Thought, ids)
        for thought in thoughts:
            if thought.analysis_state == AnalysisState.PENDING:
                unit.update(thought, analysis_state=AnalysisState.OFF)
    await embed(runtime, space_id, thoughts, runtime.encoder)


def wants_analysis(change: Change) -> Iterable[JobRequest]:
    """A thought is read after it was saved, and again when it says something else or comes back."""
    if not isinstance(change.record, Thought) or change.op == "erase":
        return
    if change.op != "update" or "content" in change.before:
        yield JobRequest(ANALYSE, change.record.id)


async def follow_readings(unit: Unit) -> None:
    """The state of a thought follows from its reading: of its words, of others, or taken back."""
    read, rewritten = {}, set()
    for change in unit.changes:
        if isinstance(change.record, Analysis) and change.op != "erase":
            read[change.record.thought_id] = change.record
        elif change.kind is Thought.spec and change.op == "update" and "content" in change.before:
            rewritten.add(change.record.id)
    for thought in await unit.get_many(Thought, read.keys() | rewritten, deleted=True):
        unit.update(thought, analysis_state=_state(thought, read.get(thought.id)))


async def erase_with_thought(unit: Unit) -> None:
    """What was found in a thought is erased together with it."""
    erased = [c.record.id for c in unit.changes if c.op == "erase" and isinstance(c.record, Thought)]
    for thought_id in erased:
        found = await unit.get_many(Analysis, [analysis_id(thought_id)], deleted=True)
        for record in (*found, *await suggestions_of(unit, thought_id)):
            unit.erase(record)


def _state(thought: Thought, read: Analysis | None) -> AnalysisState:
    if read is None:
        return AnalysisState.PENDING
    return AnalysisState.DONE if read.deleted_at is None and read.is_of(thought.content) else AnalysisState.OFF


jobs = (JobKind(ANALYSE, analyse, batch=32), JobKind(ANALYSE_ASKED, analyse_asked, batch=32))
reactions = (wants_analysis,)
rules = (erase_with_thought, follow_readings)
