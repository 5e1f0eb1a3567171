"""Groups by meaning, with vectors laid out by hand: what is alike points the same way."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from selfos.intelligence.builtin.patterns import Kind, ThoughtView, find_patterns
from tests.unit.patterns.lives import NOW, noise, thoughts

_DIMENSIONS = 384


def _spread(lives: list[ThoughtView], seed: int) -> list[ThoughtView]:
    """Unrelated directions, as unrelated sentences have."""
    return [replace(t, embedding=v) for t, v in zip(lives, _random(len(lives), seed), strict=True)]


def _together(lives: list[ThoughtView], seed: int, closeness: float) -> list[ThoughtView]:
    """Directions whose cosines to each other are about `closeness`."""
    centre = _random(1, seed)[0]
    mixed = np.sqrt(closeness) * centre + np.sqrt(1 - closeness) * _random(len(lives), seed + 1)
    mixed /= np.linalg.norm(mixed, axis=1, keepdims=True)
    return [replace(t, embedding=v) for t, v in zip(lives, mixed.astype(np.float32), strict=True)]


def _random(count: int, seed: int) -> npt.NDArray[np.float32]:
    vectors = np.random.default_rng(seed).normal(size=(count, _DIMENSIONS))
    unit: npt.NDArray[np.float32] = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return unit


_SEA = thoughts(
    (27, 22, "Flats near the beach again"),
    (20, 8, "What would a cottage by the water cost?"),
    (12, 21, "Dreamt of waves"),
    (5, 7, "Asked Tom whether he could leave town for the coast"),
)
_OTHER = [thought for thought in noise(3, 60)[0] if not thought.is_actionable]


def test_one_subject_in_different_words_is_a_theme() -> None:
    found = find_patterns([*_spread(_OTHER, 1), *_together(_SEA, 2, 0.65)], [], [], NOW)
    assert [finding.kind for finding in found] == [Kind.RECURRING_THEME]
    assert {item.id for item in found[0].evidence} == {thought.id for thought in _SEA}


def test_faint_likeness_is_none() -> None:
    assert not find_patterns([*_spread(_OTHER, 1), *_together(_SEA, 2, 0.3)], [], [], NOW)


def test_without_embeddings_the_words_alone_do_not_make_it_one() -> None:
    assert not find_patterns([*_OTHER, *_SEA], [], [], NOW)


def test_a_thought_that_waits_for_its_embedding_hides_nothing() -> None:
    mixed = [*_spread(_OTHER, 1), *_together(_SEA, 2, 0.65)]
    mixed[0] = replace(mixed[0], embedding=None)
    (found,) = find_patterns(mixed, [], [], NOW)
    assert {item.id for item in found.evidence} == {thought.id for thought in _SEA}
