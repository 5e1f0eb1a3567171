"""What was learned from a person: shown, used for the order of suggestions, and forgotten."""

from dataclasses import asdict

from pydantic import Field

from selfos.features.calibration import Calibration, calibration_of
from selfos.features.feedback.fitting import judgements_of
from selfos.features.feedback.judging import traits_of
from selfos.features.feedback.queries import everything, standing, waiting
from selfos.features.feedback.records import Feedback, Subject, Verdict
from selfos.features.profile import profile_of
from selfos.features.suggestions import TaskSuggestion
from selfos.intelligence.builtin.learning import Judgement, Reliability, promise, reliability, taste_of
from selfos.intelligence.builtin.learning import Verdict as Taken
from selfos.kernel.actions import ActionSet, Input, Output
from selfos.kernel.context import Context

learning_actions = ActionSet("learning")

_TAKEN = {Verdict.ACCEPTED: True, Verdict.GOOD: True, Verdict.DISMISSED: False, Verdict.BAD: False}


class ReliabilityBin(Output):
    """Findings whose confidence lay from `low` up to `high`: how sure the engine was, how often it was right."""

    low: float
    high: float
    count: int
    predicted: float
    observed: float


class ReliabilityScore(Output):
    """Brier score and expected calibration error; 0 is best of both."""

    brier: float
    ece: float


class ReliabilityCurve(Output):
    """How far one kind of finding could be relied on; `what` is `all` for all of them together.

    `before` and `after` learning are measured on the latest `held_out` judgements, which were not learned from.
    """

    what: str
    count: int
    bins: list[ReliabilityBin]
    held_out: int
    before: ReliabilityScore | None
    after: ReliabilityScore | None


class Learned(Output):
    """What was learned so far."""

    enabled: bool
    feedback: int
    curves: list[ReliabilityCurve]


class Trait(Output):
    """What speaks for or against a suggestion, in log odds, and how many with it were taken `of` how many."""

    trait: str
    weight: float
    taken: int
    of: int


class Promising(Output):
    """A waiting suggestion and how likely it is to be welcome."""

    suggestion: TaskSuggestion
    promise: float
    because: list[Trait]


class PromisingSuggestions(Output):
    items: list[Promising]


class Most(Input):
    """How many."""

    limit: int = Field(50, ge=1, le=200)


class Forgotten(Output):
    """How much feedback was erased."""

    feedback: int


@learning_actions.reads("reliability", path="/learning/reliability", input=Input, output=Learned)
async def shown(context: Context, _given: Input) -> Learned:
    """How sure the engine was and how often it was right, by kind of finding."""
    feedback = await standing(context.runtime, context.space_id)
    by_kind = judgements_of(feedback)
    together = [Judgement(j.confidence, j.right) for record in feedback for j in record.judged]
    curves = [_curve("all", reliability(together)), *(_curve(w, reliability(by_kind[w])) for w in sorted(by_kind))]
    profile = await profile_of(context.runtime, context.space_id)
    return Learned(enabled=profile.learning, feedback=len(feedback), curves=curves if together else [])


@learning_actions.reads("suggestions", path="/learning/suggestions", input=Most, output=PromisingSuggestions)
async def promising(context: Context, given: Most) -> PromisingSuggestions:
    """Waiting task suggestions, the most welcome first, and why; the surest first where nothing was learned."""
    runtime, space = context.runtime, context.space_id
    profile = await profile_of(runtime, space)
    calibrated = await calibration_of(runtime, space, profile)
    taste = taste_of(_verdicts(await standing(runtime, space)) if profile.learning else [])
    found = []
    for suggestion, thought in await waiting(runtime, space):
        sure = calibrated.confidence("task", suggestion.confidence)
        score, reasons = promise(sure, traits_of(suggestion, thought, profile.zone), taste)
        because = [Trait(**asdict(reason)) for reason in reasons if reason.weight]
        found.append(Promising(suggestion=suggestion, promise=round(score, 4), because=because))
    found.sort(key=lambda one: (-one.promise, one.suggestion.created_at))
    return PromisingSuggestions(items=found[: given.limit])


@learning_actions.writes("forget", path="/learning/forget", input=Input, output=Forgotten, graded="final")
async def forget(context: Context, _given: Input) -> Forgotten:
    """Erase all feedback and everything that was learned from it, for good."""
    unit = context.unit
    feedback = await everything(unit)
    for record in (*feedback, *await unit.get_many(Calibration, [unit.space_id], deleted=True)):
        unit.erase(record)
    return Forgotten(feedback=len(feedback))


def _verdicts(feedback: list[Feedback]) -> list[Taken]:
    told = (record for record in feedback if record.subject is Subject.SUGGESTION and record.verdict in _TAKEN)
    return [Taken(record.traits, _TAKEN[record.verdict]) for record in told]


def _curve(what: str, found: Reliability) -> ReliabilityCurve:
    return ReliabilityCurve.model_validate({"what": what, **asdict(found)})
