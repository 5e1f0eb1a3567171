"""What can be done with feedback: giving it, and reading it."""

from typing import Final
from uuid import UUID

from pydantic import Field

from selfos.features.assistant import Message, Rating, rated
from selfos.features.feedback.deriving import judged_thought, write
from selfos.features.feedback.judging import SUBJECTS, verdict_on
from selfos.features.feedback.records import Feedback, Subject, Verdict
from selfos.features.thoughts import Thought
from selfos.kernel.actions import Input
from selfos.kernel.context import Context
from selfos.kernel.crud import crud
from selfos.kernel.fields import Prose
from selfos.kernel.records import registry

_AS_IT_STANDS: Final = {Verdict.GOOD, Verdict.ACCEPTED, Verdict.CORRECTED}
"""Verdicts after which every finding that still stands is right; of a bad reading nobody can tell what was bad."""

_RATINGS: Final = {
    Verdict.GOOD: Rating.GOOD,
    Verdict.ACCEPTED: Rating.GOOD,
    Verdict.BAD: Rating.BAD,
    Verdict.DISMISSED: Rating.BAD,
    Verdict.CORRECTED: Rating.BAD,
}

feedback_actions = crud(Feedback.spec).only("list", "get", "history", "delete", "erase")


class GiveFeedback(Input):
    """A verdict on something that was found, suggested or said."""

    subject: Subject
    subject_id: UUID = Field(description="The thought, task suggestion, goal, insight, message or memory it is about")
    verdict: Verdict
    correction: Prose | None = Field(None, description="What it should have been")


@feedback_actions.writes(
    "give", path="/feedback", input=GiveFeedback, output=Feedback.spec, status=201, raises=(404, 409)
)
async def give(context: Context, given: GiveFeedback) -> Feedback:
    """Say what you make of something that was found, suggested or said; the newest word on it counts."""
    unit = context.unit
    record = await unit.get(registry[SUBJECTS[given.subject]].model, given.subject_id)
    if isinstance(record, Message):  # shown with the reply, wherever the verdict was given
        rated(unit, record, field="subject_id", rating=_RATINGS.get(given.verdict), correction=given.correction)
    judged = verdict_on(record, given.verdict)
    if isinstance(record, Thought) and given.verdict in _AS_IT_STANDS:
        judged = await judged_thought(unit, record)
    return await write(unit, given.subject, record, given.verdict, judged, correction=given.correction)
