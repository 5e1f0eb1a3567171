"""Small-sample statistics: exact tails, correction for many looks, and posteriors; right for small counts too."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_GRID = 400


def poisson_tail(count: int, mean: float) -> float:
    """P(X >= count) for a Poisson variable."""
    if count <= 0:
        return 1.0
    if mean <= 0:
        return 0.0
    if mean > count:
        return 1.0 - sum(_poisson(k, mean) for k in range(count))
    term, total, k = _poisson(count, mean), 0.0, count
    while term > total * 1e-12 and term > 1e-300:
        total += term
        k += 1
        term *= mean / k
    return min(total, 1.0)


def fisher(hits: int, size: int, other_hits: int, other_size: int) -> float:
    """One-sided exact test that the first group's rate is no higher than the second's (Fisher 1922)."""
    total, successes = size + other_size, hits + other_hits
    whole = _log_choose(total, successes)
    top = min(size, successes)
    tail = sum(
        math.exp(_log_choose(size, k) + _log_choose(other_size, successes - k) - whole)
        for k in range(hits, top + 1)
        if successes - k <= other_size
    )
    return min(tail, 1.0)


def holm(chances: Sequence[float]) -> list[float]:
    """The chances corrected for having looked as often (Holm 1979), in the same order."""
    order = sorted(range(len(chances)), key=chances.__getitem__)
    adjusted = [0.0] * len(chances)
    highest = 0.0
    for place, index in enumerate(order):
        highest = max(highest, min((len(chances) - place) * chances[index], 1.0))
        adjusted[index] = highest
    return adjusted


def probably_higher(hits: int, size: int, other_hits: int, other_size: int, by: float) -> float:
    """Posterior probability, under flat priors, that the first group's rate exceeds the second's by more than `by`."""
    rates = (np.arange(_GRID) + 0.5) / _GRID
    first = _beta(rates, hits, size)
    below = np.concatenate([[0.0], np.cumsum(_beta(rates, other_hits, other_size))])
    reach = np.clip(np.floor((rates - by) * _GRID + 0.5).astype(int), 0, _GRID)
    return float((first * below[reach]).sum())


def done_in_time(needed: int, done: int, weeks: float) -> float:
    """P(at least `needed` things get done in a week) after `done` in `weeks`: the predictive of a Poisson rate.

    Negative binomial, from a Jeffreys prior on the rate.
    """
    shape, share = done + 0.5, weeks / (weeks + 1.0)
    fewer = sum(
        math.exp(
            math.lgamma(k + shape)
            - math.lgamma(shape)
            - math.lgamma(k + 1)
            + shape * math.log(share)
            + k * math.log1p(-share)
        )
        for k in range(needed)
    )
    return max(1.0 - fewer, 0.0)


def _poisson(k: int, mean: float) -> float:
    return math.exp(k * math.log(mean) - mean - math.lgamma(k + 1))


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def _beta(rates: npt.NDArray[np.float64], hits: int, size: int) -> npt.NDArray[np.float64]:
    logs = hits * np.log(rates) + (size - hits) * np.log1p(-rates)
    weights: npt.NDArray[np.float64] = np.exp(logs - logs.max())
    return weights / np.sum(weights)
