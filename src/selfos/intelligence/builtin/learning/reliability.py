"""How far confidences could be relied on: predicted against observed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from selfos.intelligence.builtin.learning.calibration import Judgement, fitted

_BINS: Final = 10
_TRAINED_ON: Final = 0.7
_LEAST: Final = 20
"""Judgements from which on a part can be held out."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Judgements whose confidence lay from `low` up to `high`: how sure the engine was, how often it was right."""

    low: float
    high: float
    count: int
    predicted: float
    observed: float


@dataclass(frozen=True, slots=True)
class Score:
    """Brier score (mean squared error) and expected calibration error (mean gap of the bins); 0 is best of both."""

    brier: float
    ece: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """The curve of all judgements. `before` and `after` fitting are measured on the latest ones, held out of it."""

    count: int
    bins: tuple[Bin, ...]
    held_out: int = 0
    before: Score | None = None
    after: Score | None = None


def reliability(judgements: Sequence[Judgement]) -> Reliability:
    """Of judgements in the order in which they were made."""
    count, bins = len(judgements), _bins(judgements, _as_it_is)
    if count < _LEAST:
        return Reliability(count, bins)
    cut = round(count * _TRAINED_ON)
    past, latest = judgements[:cut], judgements[cut:]
    return Reliability(count, bins, len(latest), _score(latest, _as_it_is), _score(latest, fitted(past)))


def _as_it_is(confidence: float) -> float:
    return confidence


def _score(judgements: Sequence[Judgement], scale: Callable[[float], float]) -> Score:
    count = len(judgements)
    brier = sum((scale(j.confidence) - j.right) ** 2 for j in judgements) / count
    gaps = (abs(one.predicted - one.observed) * one.count for one in _bins(judgements, scale))
    return Score(round(brier, 4), round(sum(gaps) / count, 4))


def _bins(judgements: Sequence[Judgement], scale: Callable[[float], float]) -> tuple[Bin, ...]:
    sorted_in: dict[int, list[tuple[float, bool]]] = {}
    for judgement in judgements:
        predicted = scale(judgement.confidence)
        sorted_in.setdefault(min(_BINS - 1, int(predicted * _BINS)), []).append((predicted, judgement.right))
    return tuple(
        Bin(
            low=number / _BINS,
            high=(number + 1) / _BINS,
            count=len(inside),
            predicted=round(sum(p for p, _ in inside) / len(inside), 4),
            observed=round(sum(right for _, right in inside) / len(inside), 4),
        )
        for number, inside in sorted(sorted_in.items())
    )
