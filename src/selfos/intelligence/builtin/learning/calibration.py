"""Confidences that hold for one person: Platt scaling with a prior (Platt 1999, Probabilistic Outputs for SVMs).

The probability that a finding is right is modelled as sigmoid(slope * logit(confidence) + shift). The prior stands at
slope 1 and shift 0, where nothing changes, so that few judgements move little and none move nothing.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_SLOPE_SPREAD: Final = 0.25
_SHIFT_SPREAD: Final = 0.4
"""Standard deviations of the prior: one wrong finding at .9 makes .86 of it, ten make .49."""
_LEAST_SLOPE: Final = 0.1
"""Above zero, so that what the engine is surer of stays what it is surer of."""
_EDGE: Final = 0.001
_STEPS: Final = 50


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the engine's confidence was, and whether the person found it right."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted scale of confidences: monotone, and within 0 to 1."""

    slope: float = 1.0
    shift: float = 0.0

    def __call__(self, confidence: float) -> float:
        """The confidence as it holds for this person."""
        if self == IDENTITY:
            return confidence
        return sigmoid(self.slope * logit(confidence) + self.shift)


IDENTITY: Final = Fit()


def fitted(judgements: Sequence[Judgement]) -> Fit:
    """The most probable scale; the problem is convex, so Newton's method finds the one there is."""
    points = [(logit(j.confidence), float(j.right)) for j in judgements]
    fit = _newton(points, IDENTITY, moves_slope=True)
    if fit.slope < _LEAST_SLOPE:
        fit = _newton(points, Fit(_LEAST_SLOPE, fit.shift), moves_slope=False)
    return fit


def logit(probability: float) -> float:
    """Log odds, of at most 999 to 1."""
    bounded = min(1 - _EDGE, max(_EDGE, probability))
    return math.log(bounded / (1 - bounded))


def sigmoid(odds: float) -> float:
    """The probability of log odds."""
    return 1 / (1 + math.exp(-odds)) if odds >= 0 else math.exp(odds) / (1 + math.exp(odds))


def _newton(points: Sequence[tuple[float, float]], fit: Fit, *, moves_slope: bool) -> Fit:
    if not points:
        return fit
    loss = _loss(points, fit)
    for _ in range(_STEPS):
        slope_step, shift_step = _step(points, fit, moves_slope=moves_slope)
        size = 1.0
        while True:
            candidate = Fit(fit.slope - size * slope_step, fit.shift - size * shift_step)
            better = _loss(points, candidate)
            if better <= loss or size < 1e-6:
                break
            size /= 2
        if loss - better < 1e-10:
            return fit
        fit, loss = candidate, better
    return fit


def _step(points: Sequence[tuple[float, float]], fit: Fit, *, moves_slope: bool) -> tuple[float, float]:
    """Newton's step of slope and shift."""
    slope_pull, shift_pull = 1 / _SLOPE_SPREAD**2, 1 / _SHIFT_SPREAD**2
    g_slope, g_shift = (fit.slope - 1) * slope_pull, fit.shift * shift_pull
    h_slope, h_both, h_shift = slope_pull, 0.0, shift_pull
    for x, right in points:
        p = sigmoid(fit.slope * x + fit.shift)
        weight = p * (1 - p)
        g_slope, g_shift = g_slope + (p - right) * x, g_shift + (p - right)
        h_slope, h_both, h_shift = h_slope + weight * x * x, h_both + weight * x, h_shift + weight
    if not moves_slope:
        return 0.0, g_shift / h_shift
    determinant = h_slope * h_shift - h_both * h_both
    return (
        (h_shift * g_slope - h_both * g_shift) / determinant,
        (h_slope * g_shift - h_both * g_slope) / determinant,
    )


def _loss(points: Sequence[tuple[float, float]], fit: Fit) -> float:
    prior = (fit.slope - 1) ** 2 / (2 * _SLOPE_SPREAD**2) + fit.shift**2 / (2 * _SHIFT_SPREAD**2)
    return prior + sum(_surprise(fit.slope * x + fit.shift, right) for x, right in points)


def _surprise(odds: float, right: float) -> float:
    """Minus the log likelihood, without overflow."""
    return max(odds, 0.0) - right * odds + math.log1p(math.exp(-abs(odds)))
