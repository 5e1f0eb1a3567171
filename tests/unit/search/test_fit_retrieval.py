"""Fitting the ranking's weights on made-up signals."""

import numpy as np

from bench.fit_retrieval import Question, fit, measure


def questions(count: int) -> list[Question]:
    """The first signal tells the answer, the second the contrary, the third nothing."""
    rng = np.random.default_rng(7)
    made = []
    for _ in range(count):
        answer = int(rng.integers(40))
        signals = rng.normal(size=(40, 3))
        signals[answer] += (3, -3, 0)
        made.append(Question("space", signals, [answer]))
    return made


def test_weights_follow_what_tells_the_answer() -> None:
    told, against, nothing = fit(questions(80))
    assert told > 0.5
    assert against < -0.5
    assert abs(nothing) < told / 3


def test_recall_counts_answers_within_the_depth() -> None:
    signals = np.arange(20, 0, -1, dtype=np.float64)[:, None]
    rows = measure([Question("space", signals, [0, 7]), Question("space", signals, [15])], np.ones(1))
    assert rows.tolist() == [[0.5, 1.0, 1.0], [0.0, 0.0, 0.0]]
