"""Bringing the suggestions of a thought in line with what was found in it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from selfos.features.calibration import UNTOUCHED, Calibrated
from selfos.features.profile import Profile, SuggestionMode
from selfos.features.suggestions.accepting import accept
from selfos.features.suggestions.records import KEPT, SuggestionStatus, TaskSuggestion
from selfos.kernel.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A task as it was found: its day in `timezone`, the moment too where a time of day was said, an RRULE."""

    title: str
    confidence: float
    span: tuple[int, int]
    due: date | None = None
    due_at: datetime | None = None
    timezone: str | None = None
    rrule: str | None = None
    duration_minutes: int | None = None
    people: tuple[str, ...] = ()
    life_areas: tuple[str, ...] = ()


def _sameness(title: str) -> str:
    """The same task in the same thought is the same suggestion, whatever else was rewritten around it.

    Compared in memory: an id made of the title would let whoever has the database try out titles.
    """
    return " ".join(title.casefold().split())


async def settle(
    unit: Unit,
    thought_id: UUID,
    proposals: Iterable[Proposal],
    profile: Profile,
    calibrated: Calibrated = UNTOUCHED,
) -> None:
    """Suggest what is new, bring up to date what waits, withdraw what is no longer there.

    What the person accepted or dismissed stays as it is, and does not come back.
    """
    wanted = {_sameness(p.title): p for p in proposals if profile.suggestion_mode != SuggestionMode.OFF}
    known = {_sameness(s.title): s for s in await suggestions_of(unit, thought_id)}
    for title, suggestion in known.items():
        if title not in wanted and suggestion.status == SuggestionStatus.PENDING:
            unit.delete(suggestion)
    for title, proposal in wanted.items():
        suggestion = _suggested(unit, thought_id, proposal, known.get(title))
        if _certain(profile, suggestion, calibrated):
            await accept(unit, suggestion)


async def suggestions_of(unit: Unit, thought_id: UUID) -> list[TaskSuggestion]:
    """Every suggestion of a thought, deleted ones included."""
    connection = await unit.connection()
    query = "SELECT id FROM task_suggestions WHERE space_id = $1 AND thought_id = $2"
    rows = await connection.fetch(query, unit.space_id, thought_id)
    return await unit.get_many(TaskSuggestion, [row["id"] for row in rows], deleted=True)


def _suggested(unit: Unit, thought_id: UUID, proposal: Proposal, known: TaskSuggestion | None) -> TaskSuggestion:
    if known is None:
        return unit.create(TaskSuggestion, thought_id=thought_id, **asdict(proposal))
    expired = known.deleted_at is not None and unit.at - known.created_at >= KEPT
    if known.status != SuggestionStatus.PENDING or expired:
        return known
    return unit.update(unit.restore(known), **asdict(proposal))


def _certain(profile: Profile, suggestion: TaskSuggestion, calibrated: Calibrated) -> bool:
    """Whether a waiting suggestion becomes a task without being asked about."""
    waits = suggestion.status == SuggestionStatus.PENDING and suggestion.deleted_at is None
    confidence = calibrated.confidence("task", suggestion.confidence)
    automatic = profile.suggestion_mode == SuggestionMode.AUTOMATIC
    return waits and automatic and confidence >= profile.automatic_threshold
