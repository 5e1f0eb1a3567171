"""What is welcome to a person: how much more often than usual they took what had a trait.

Each trait has a weight in log odds against the person's usual rate of taking, smoothed as if a few usual verdicts had
been seen before. Weights and their sum are bounded, so that no taste can bury a finding, and each can be told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from selfos.intelligence.builtin.learning.calibration import logit, sigmoid

_USUAL: Final = 4.0
"""Verdicts that a trait without any is taken to have had, at the usual rate."""
_MOST_OF_A_TRAIT: Final = 1.0
_MOST: Final = 1.5


@dataclass(frozen=True, slots=True)
class Verdict:
    """What had these traits was taken, or turned down."""

    traits: tuple[str, ...]
    taken: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """A trait and what it counts for, in log odds, with the verdicts it stands on."""

    trait: str
    weight: float
    taken: int
    of: int


Taste = Mapping[str, Reason]


def taste_of(verdicts: Sequence[Verdict]) -> Taste:
    """What each trait counts for."""
    usual = (sum(v.taken for v in verdicts) + _USUAL / 2) / (len(verdicts) + _USUAL)
    seen: dict[str, tuple[int, int]] = {}
    for verdict in verdicts:
        for trait in set(verdict.traits):
            taken, of = seen.get(trait, (0, 0))
            seen[trait] = taken + verdict.taken, of + 1
    return {trait: _reason(trait, taken, of, usual) for trait, (taken, of) in seen.items()}


def promise(confidence: float, traits: Iterable[str], taste: Taste) -> tuple[float, tuple[Reason, ...]]:
    """How welcome it is likely to be, 0 to 1, and why, what counts most first."""
    reasons = [taste[trait] for trait in dict.fromkeys(traits) if trait in taste]
    moved = _bounded(sum(reason.weight for reason in reasons), _MOST)
    told = sorted(reasons, key=lambda reason: (-abs(reason.weight), reason.trait))
    return (sigmoid(logit(confidence) + moved) if moved else confidence), tuple(told)


def _reason(trait: str, taken: int, of: int, usual: float) -> Reason:
    rate = (taken + _USUAL * usual) / (of + _USUAL)
    return Reason(trait, round(_bounded(logit(rate) - logit(usual), _MOST_OF_A_TRAIT), 3), taken, of)


def _bounded(weight: float, most: float) -> float:
    return min(most, max(-most, weight))
