"""Fits the weights of the search ranking and prints them.

    python -m bench.fit_retrieval ITEMS.jsonl QUERIES.jsonl GOLD.jsonl

Listwise logistic regression: the probability of a record is the softmax of its weighted signals over its space, and
the answering records ("evidence" of a gold line) shall be likely. Each space is also scored by weights fitted on the
others, which is the honest figure; the printed weights are fitted on all.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.retrieval import Space, ask, read_lines, read_spaces
from selfos.intelligence.builtin.encoder import load_encoder
from selfos.kernel.search import Encoder
from selfos.kernel.search.ranking import WEIGHTS

FloatArray = npt.NDArray[np.float64]

STEPS = 150
RATE = 0.1
#: Pull of every weight towards 0, per question.
SHRINK = 1e-3


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its space, (records, signals), and the rows of the records that answer it."""

    space: str
    signals: FloatArray
    answers: list[int]


def read_questions(items: Path, queries: Path, gold: Path, encoder: Encoder) -> list[Question]:
    """Every question of the files with its signals."""
    spaces = read_spaces(items, encoder)
    evidence = {row["id"]: set(row["evidence"]) for row in read_lines(gold)}
    return [_question(spaces[row["space"]], row, evidence[row["id"]], encoder) for row in read_lines(queries)]


def _question(space: Space, row: dict[str, str], evidence: set[str], encoder: Encoder) -> Question:
    refs, signals = space.index.signals(ask(space, row["text"]), encoder)
    answers = [place for place, (_, record_id) in enumerate(refs) if space.names[record_id] in evidence]
    return Question(row["space"], signals.astype(np.float64), answers)


def fit(questions: list[Question]) -> FloatArray:
    """Weights for the signals, by Adam on the listwise loss."""
    spread = np.mean([question.signals.std(axis=0) for question in questions], axis=0) + 1e-6
    scaled = [(question.signals / spread, question.answers) for question in questions]
    weights = np.zeros(len(spread))
    momentum, variance = weights.copy(), weights.copy()
    for step in range(1, STEPS + 1):
        slope = SHRINK * weights + np.mean([_slope(weights, *one) for one in scaled], axis=0)
        momentum = 0.9 * momentum + 0.1 * slope
        variance = 0.99 * variance + 0.01 * slope**2
        weights -= RATE * momentum / (1 - 0.9**step) / (np.sqrt(variance / (1 - 0.99**step)) + 1e-8)
    fitted: FloatArray = weights / spread
    return fitted


def _slope(weights: FloatArray, signals: FloatArray, answers: list[int]) -> FloatArray:
    score = signals @ weights
    likely = np.exp(score - score.max())
    slope: FloatArray = (likely / likely.sum()) @ signals - signals[answers].mean(axis=0)
    return slope


def measure(questions: list[Question], weights: FloatArray) -> FloatArray:
    """Recall at 5, recall at 10 and the share with all answers within 10: one row a question."""
    rows = []
    for question in questions:
        order = np.argsort(-(question.signals @ weights), kind="stable")[:10].tolist()
        found = [sum(place in order[:depth] for place in question.answers) for depth in (5, 10)]
        rows.append([*(count / len(question.answers) for count in found), found[1] == len(question.answers)])
    return np.array(rows, np.float64)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Fit the weights of the search ranking.")
    for name in ("items", "queries", "gold"):
        parser.add_argument(name, type=Path)
    choice = parser.parse_args()
    questions = read_questions(choice.items, choice.queries, choice.gold, load_encoder())
    held_out = []
    for space in sorted({question.space for question in questions}):
        others = [question for question in questions if question.space != space]
        own = [question for question in questions if question.space == space]
        held_out.append(measure(own, fit(others)))
        print(space, len(own), "questions:", *(f"{value:.3f}" for value in held_out[-1].mean(axis=0)), flush=True)
    print("held out: R@5 {:.3f}  R@10 {:.3f}  all@10 {:.3f}".format(*np.concatenate(held_out).mean(axis=0)))
    weights = fit(questions)
    print("fitted on all: R@5 {:.3f}  R@10 {:.3f}  all@10 {:.3f}".format(*measure(questions, weights).mean(axis=0)))
    for name, weight in zip(WEIGHTS, weights / weights[0], strict=True):
        print(f'        "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
