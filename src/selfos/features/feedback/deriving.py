"""Feedback that follows from what a person does: it is written in the same unit, and undone with it.

What the engine does by itself says nothing. An undo takes back the feedback of what it undoes by its own means; where
it undoes what the engine did, that is feedback itself.
"""

from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from selfos.features.analysis import Analysis, analysis_id
from selfos.features.assistant import Message, Role
from selfos.features.checks import Insight, InsightStatus
from selfos.features.feedback.fitting import FIT, SOON
from selfos.features.feedback.judging import FIELDS, SUBJECTS, findings_of, traits_of, verdict_on
from selfos.features.feedback.queries import about
from selfos.features.feedback.records import Feedback, Judged, Subject, Verdict
from selfos.features.goals import Goal
from selfos.features.memories import Memory
from selfos.features.profile import chosen_first
from selfos.features.suggestions import SuggestionStatus, TaskSuggestion
from selfos.features.thoughts import Thought
from selfos.kernel.principal import ActorKind
from selfos.kernel.records import Record
from selfos.kernel.unit import Change, Unit

_WATCHED: Final = frozenset(SUBJECTS.values())
_PLANNED: Final = "goals.apply_plan"
_GIVEN: Final = "feedback.give"


async def derive(unit: Unit) -> None:
    """Write down what the changes of this unit say about what was found."""
    if unit.actor.kind is ActorKind.ENGINE or unit.act == _GIVEN:  # there it is written as it was given
        return
    watched = [change for change in unit.changes if change.kind.name in _WATCHED and change.op != "create"]
    told = [(change, verdict) for change in watched if (verdict := _verdict(unit, change))]
    if not told or not await _learns(unit):
        return
    if unit.undoes is not None and not await _of_engine(unit, unit.undoes):
        return
    for change, verdict in told:
        await _note(unit, change, verdict)


async def erase_with_subject(unit: Unit) -> None:
    """Feedback about what is erased is erased together with it."""
    erased = [change.record.id for change in unit.changes if change.op == "erase" and change.kind.name in _WATCHED]
    for record in await about(unit, erased) if erased else ():
        unit.erase(record)


async def want_fit(unit: Unit) -> None:
    """Where feedback came or went, what was learned is fitted anew."""
    if any(change.kind is Feedback.spec for change in unit.changes):
        unit.enqueue(FIT, unit.space_id, unit.at + SOON)


async def write(
    unit: Unit, subject: Subject, record: Record, verdict: Verdict, judged: tuple[Judged, ...], **more: Any
) -> Feedback:
    """Keep feedback about a record as it stands in this unit."""
    traits = await _traits(unit, record) if isinstance(record, TaskSuggestion) else ()
    values: dict[str, Any] = {
        "subject": subject,
        "subject_id": record.id,
        "verdict": verdict,
        "judged": judged,
        "traits": traits,
    }
    return unit.create(Feedback, **values, **more)


async def judged_thought(unit: Unit, thought: Thought) -> tuple[Judged, ...]:
    """The findings of a thought, judged by how it stands in this unit."""
    found = await unit.get_many(Analysis, [analysis_id(thought.id)], deleted=True)
    return findings_of(thought, found[0]) if found and found[0].is_of(thought.content) else ()


async def _note(unit: Unit, change: Change, verdict: Verdict) -> None:
    record = change.record
    subject = next(subject for subject, kind in SUBJECTS.items() if kind == record.spec.name)
    judged = verdict_on(change.was or record, verdict)
    if isinstance(record, Thought):
        judged = await judged_thought(unit, record)
    await write(unit, subject, record, verdict, judged, derived=True)


async def _traits(unit: Unit, suggestion: TaskSuggestion) -> tuple[str, ...]:
    thoughts = await unit.get_many(Thought, [suggestion.thought_id], deleted=True)
    profile = await chosen_first(unit)
    return traits_of(suggestion, thoughts[0] if thoughts else None, profile.zone if profile else ZoneInfo("UTC"))


def _verdict(unit: Unit, change: Change) -> Verdict | None:
    """What a change says, if it says anything."""
    record, before = change.record, change.before
    if isinstance(record, TaskSuggestion):
        return _on_suggestion(unit, change, record)
    if isinstance(record, Insight):
        return _on_insight(unit, change, record)
    if isinstance(record, Memory):
        return _on_memory(unit, change)
    if isinstance(record, Message):
        return _on_reply(change, record)
    if isinstance(record, Thought) and before.keys() & FIELDS.keys() and unit.undoes is None:
        return Verdict.CORRECTED if set(record.corrected) & before.keys() else None
    return Verdict.ACCEPTED if isinstance(record, Goal) and unit.act == _PLANNED else None


def _on_suggestion(unit: Unit, change: Change, record: TaskSuggestion) -> Verdict | None:
    if unit.undoes is not None:  # of the engine's: it found this, or made a task of it unasked
        return Verdict.DISMISSED
    if "status" not in change.before:
        return None
    verdicts = {SuggestionStatus.ACCEPTED: Verdict.ACCEPTED, SuggestionStatus.DISMISSED: Verdict.DISMISSED}
    return verdicts.get(record.status, Verdict.WITHDRAWN)


def _on_insight(unit: Unit, change: Change, record: Insight) -> Verdict | None:
    dismissed = "status" in change.before and record.status is InsightStatus.DISMISSED
    return Verdict.DISMISSED if dismissed or unit.undoes is not None else None


def _on_reply(change: Change, record: Message) -> Verdict | None:
    if record.role is not Role.ASSISTANT or not {"rating", "correction"} & change.before.keys():
        return None
    if record.correction:
        return Verdict.CORRECTED
    return Verdict(record.rating) if record.rating else Verdict.WITHDRAWN


def _on_memory(unit: Unit, change: Change) -> Verdict | None:
    if unit.undoes is None and not unit.act.startswith("memories."):
        return None  # it went with what it was learnt from
    if change.op == "delete":
        return Verdict.DISMISSED
    if "statement" in change.before:
        return Verdict.CORRECTED
    return Verdict.ACCEPTED if change.before.get("pinned") is False else None


async def _learns(unit: Unit) -> bool:
    profile = await chosen_first(unit)
    return profile is None or profile.learning


async def _of_engine(unit: Unit, change_id: UUID) -> bool:
    connection = await unit.connection()
    query = "SELECT actor_kind FROM changes WHERE space_id = $1 AND unit_id = $2 LIMIT 1"
    found: str | None = await connection.fetchval(query, unit.space_id, change_id)
    return found == ActorKind.ENGINE


rules = (derive, erase_with_subject, want_fit)
