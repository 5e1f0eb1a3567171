"""Vectors of texts that were met before."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from selfos.intelligence.builtin.remembered import Remembered


class _Counting:
    """An encoder whose vectors tell the length of a text; it counts what it was asked."""

    model, dimensions = "counting", 2

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        self.asked += texts
        return np.array([[len(text), 1] for text in texts], np.float32).reshape(-1, 2)


def test_each_text_is_encoded_once_and_the_order_is_kept() -> None:
    within = _Counting()
    encoder = Remembered(within)
    encoder.encode(["bb", "a"])
    assert encoder.encode(["a", "ccc", "bb", "ccc"]).tolist() == [[1, 1], [3, 1], [2, 1], [3, 1]]
    assert within.asked == ["bb", "a", "ccc"]


def test_what_was_met_longest_ago_is_forgotten_first() -> None:
    within = _Counting()
    encoder = Remembered(within, most=2)
    for text in ("a", "bb", "a", "ccc", "a", "bb"):
        encoder.encode([text])
    assert within.asked == ["a", "bb", "ccc", "bb"]


def test_no_text_and_more_texts_than_are_kept() -> None:
    encoder = Remembered(_Counting(), most=2)
    assert encoder.encode([]).shape == (0, 2)
    assert encoder.encode(["a", "bb", "ccc"]).tolist() == [[1, 1], [2, 1], [3, 1]]


def test_a_vector_changed_by_who_asked_stays_as_it_was() -> None:
    encoder = Remembered(_Counting())
    encoder.encode(["a"])[:] = 9
    encoder.encode(["a"])[:] = 9
    assert encoder.encode(["a"]).tolist() == [[1, 1]]
