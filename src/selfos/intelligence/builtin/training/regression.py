"""Logistic regression with L2 in plain numpy: full-batch Adam on a standard convex loss."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

STEPS = 250
RATE = 0.08


def vocabulary(rows: Sequence[Mapping[str, float]], least: int) -> list[str]:
    """Feature names seen in at least `least` rows, sorted."""
    seen = Counter(name for row in rows for name in row)
    return sorted(name for name, count in seen.items() if count >= least)


@dataclass(frozen=True, slots=True)
class Runs:
    """Cells in an order that brings those with one key together; `starts` is where each of the `keys` begins."""

    order: npt.NDArray[np.intp]
    starts: npt.NDArray[np.intp]
    keys: npt.NDArray[np.intp]

    @classmethod
    def of(cls, keys: npt.NDArray[np.intp]) -> "Runs":
        order = np.argsort(keys, kind="stable")
        distinct, starts = np.unique(keys[order], return_index=True)
        return cls(order, starts, distinct)

    def summed(self, cells: Array, size: int) -> Array:
        """The sums of the cells (cells, labels) by key: (size, labels), zero where a key has none."""
        sums = np.zeros((size, cells.shape[1]))
        if len(cells):
            sums[self.keys] = np.add.reduceat(cells[self.order], self.starts, axis=0)
        return sums


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of named features, kept sparse as (row, column, value), beside dense vectors (rows, dimensions)."""

    rows: npt.NDArray[np.intp]
    columns: npt.NDArray[np.intp]
    values: Array
    names: int
    vectors: Array
    by_row: "Runs" = field(init=False)
    by_column: "Runs" = field(init=False)

    @classmethod
    def of(cls, rows: Sequence[Mapping[str, float]], names: Sequence[str], vectors: Array) -> "Table":
        places = {name: place for place, name in enumerate(names)}
        cells = [
            (i, places[name], value) for i, row in enumerate(rows) for name, value in row.items() if name in places
        ]
        at, column, value = zip(*cells, strict=True) if cells else ((), (), ())
        return cls(np.array(at, dtype=np.intp), np.array(column, dtype=np.intp), np.array(value), len(names), vectors)

    def __len__(self) -> int:
        return len(self.vectors)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_row", Runs.of(self.rows))
        object.__setattr__(self, "by_column", Runs.of(self.columns))

    def take(self, chosen: npt.NDArray[np.bool_]) -> "Table":
        places = np.cumsum(chosen) - 1
        kept = chosen[self.rows]
        return Table(places[self.rows[kept]], self.columns[kept], self.values[kept], self.names, self.vectors[chosen])

    def scores(self, weights: Array) -> Array:
        """Rows times weights (names + dimensions, labels): (rows, labels)."""
        words = self.by_row.summed(self.values[:, None] * weights[self.columns], len(self))
        return np.asarray(words + self.vectors @ weights[self.names :])

    def pull(self, error: Array) -> Array:
        """The transposed product: what the errors of the rows say about each weight."""
        words = self.by_column.summed(self.values[:, None] * error[self.rows], self.names)
        return np.concatenate([words, self.vectors.T @ error])


def fit(inputs: Table, wanted: Array, penalty: Array, *, exclusive: bool) -> tuple[Array, Array]:
    """Weights (inputs, labels) and bias (labels,) that minimise mean log loss + sum(penalty * weight²) / rows.

    `wanted` is (rows, labels) of 0 and 1; `penalty` has one number per input.
    """
    rows, size = len(inputs), len(penalty)
    weights, bias = np.zeros((size, wanted.shape[1])), np.log(wanted.mean(axis=0).clip(0.01, 0.99))
    if not exclusive:
        bias = bias - np.log1p(-wanted.mean(axis=0).clip(0.01, 0.99))
    moments = [np.zeros_like(weights), np.zeros_like(weights), np.zeros_like(bias), np.zeros_like(bias)]
    for step in range(1, STEPS + 1):
        error = (probabilities(inputs.scores(weights) + bias, exclusive=exclusive) - wanted) / rows
        slope = inputs.pull(error) + 2 * penalty[:, None] * weights / rows
        rate = RATE * (1 - step / (STEPS + 1))
        weights = weights - rate * _adam(slope, moments, 0, step)
        bias = bias - rate * _adam(error.sum(axis=0), moments, 2, step)
    return weights, bias


def _adam(slope: Array, moments: list[Array], at: int, step: int) -> Array:
    moments[at] = 0.9 * moments[at] + 0.1 * slope
    moments[at + 1] = 0.999 * moments[at + 1] + 0.001 * slope**2
    return np.asarray((moments[at] / (1 - 0.9**step)) / (np.sqrt(moments[at + 1] / (1 - 0.999**step)) + 1e-8))


def probabilities(scores: Array, *, exclusive: bool) -> Array:
    if exclusive:
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True))
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))))


def calibrate(scores: Array, wanted: Array, *, exclusive: bool) -> tuple[Array, Array]:
    """Slope and shift per label for held-out scores: one temperature where labels exclude each other, else Platt's."""
    if exclusive:
        best = min(
            np.arange(0.4, 2.05, 0.05), key=lambda t: _log_loss(probabilities(scores * t, exclusive=True), wanted)
        )
        return np.full(scores.shape[1], best), np.zeros(scores.shape[1])
    none = np.zeros(0, dtype=np.intp)
    columns = [Table(none, none, np.zeros(0), 0, scores[:, [k]]) for k in range(scores.shape[1])]
    fits = [fit(column, wanted[:, [k]], np.array([0.1]), exclusive=False) for k, column in enumerate(columns)]
    return np.array([w[0, 0] for w, _ in fits]), np.array([b[0] for _, b in fits])


def _log_loss(chances: Array, wanted: Array) -> float:
    return float(-np.log((chances * wanted).sum(axis=1).clip(1e-9)).mean())


def folds(rows: int, count: int, seed: int = 7) -> Iterator[tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]]:
    """(rows to learn from, rows held out), `count` times, in a fixed shuffle."""
    order = np.random.default_rng(seed).permutation(rows)
    for part in range(count):
        held = order[part::count]
        yield np.setdiff1d(order, held), np.sort(held)
