"""Fitting what is learned to all feedback, in the background."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Final
from uuid import UUID

from selfos.features.calibration import Calibration, Scale
from selfos.features.feedback.queries import standing
from selfos.features.feedback.records import Feedback
from selfos.features.profile import profile_of
from selfos.intelligence.builtin.learning import Judgement, fitted
from selfos.kernel.jobs.queue import JobKind
from selfos.kernel.principal import ENGINE
from selfos.kernel.runtime import Runtime

FIT: Final = "feedback.fit"
SOON: Final = timedelta(seconds=30)
"""How long a fit waits, so that a person who goes through many suggestions brings about one."""


async def fit(runtime: Runtime, space_id: UUID, _subjects: Sequence[UUID]) -> None:
    """Fit the scales of a space anew."""
    if not (await profile_of(runtime, space_id)).learning:
        return
    judgements = judgements_of(await standing(runtime, space_id))
    scales = {what: _scale(judged) for what, judged in judgements.items()}
    async with runtime.unit(space_id, ENGINE, FIT) as unit:
        stored = await unit.get_many(Calibration, [space_id], deleted=True)
        if stored:
            unit.update(unit.restore(stored[0]), scales=scales)
        elif scales:
            unit.create(Calibration, id=space_id, scales=scales)


def judgements_of(feedback: Iterable[Feedback]) -> Mapping[str, list[Judgement]]:
    """What was judged, by kind of finding, in the order of the feedback."""
    found: dict[str, list[Judgement]] = {}
    for record in feedback:
        for judged in record.judged:
            found.setdefault(judged.what, []).append(Judgement(judged.confidence, judged.right))
    return found


def _scale(judgements: Sequence[Judgement]) -> Scale:
    found = fitted(judgements)
    return Scale(slope=round(found.slope, 6), shift=round(found.shift, 6), judgements=len(judgements))


jobs = (JobKind(FIT, fit),)
