"""Encoding each text once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from selfos.features.embedding import Remembering


@dataclass
class Counting:
    model: str = "counting"
    dimensions: int = 2
    texts: list[str] = field(default_factory=list)

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        self.texts += texts
        return np.array([[len(text), 1] for text in texts], np.float32)


def test_no_text_is_encoded_twice_and_the_order_is_kept() -> None:
    beneath = Counting()
    encoder = Remembering(beneath)
    assert encoder.encode(["a", "bb", "a"])[:, 0].tolist() == [1, 2, 1]
    assert encoder.encode(["ccc", "bb"])[:, 0].tolist() == [3, 2]
    assert beneath.texts == ["a", "bb", "ccc"]


def test_nothing_is_encoded_to_no_rows() -> None:
    assert Remembering(Counting()).encode([]).shape == (0, 2)
