"""The fitted judges: logistic regressions over named features and, where an encoder is at hand, sentence vectors.

The weights are built by `python -m selfos.intelligence.builtin.training` into `data/heads.npz`. There are two
families of them: `minilm` for texts with vectors, `rules` for texts without.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
Arrays = Mapping[str, npt.NDArray[Any]]

_PACKAGE = "selfos.intelligence.builtin.understand"

VERSION = "1"
#: Unit vectors have components near 0.05; scaled up they weigh about as much as the features that count 0 or 1.
VECTOR_SCALE = 6.0


@dataclass(frozen=True, slots=True)
class Head:
    """One regression: (features + vector) x labels; a softmax over exclusive labels, else a sigmoid for each.

    `slope` and `shift` are the calibration of the scores, fitted on held-out texts (Platt 1999, and temperature
    scaling for exclusive labels, Guo et al. 2017).
    """

    labels: tuple[str, ...]
    places: Mapping[str, int]
    words: Matrix
    vector: Matrix
    bias: Matrix
    slope: Matrix
    shift: Matrix
    exclusive: bool

    def judge(self, features: Sequence[Mapping[str, float]], vectors: Matrix | None) -> Matrix:
        """Calibrated probabilities, (texts, labels) float32; `vectors` is (texts, dimensions) or None."""
        scores = np.tile(self.bias, (len(features), 1))
        for row, found in enumerate(features):
            for name, value in found.items():
                place = self.places.get(name)
                if place is not None:
                    scores[row] += value * self.words[place]
        if vectors is not None:
            scores += VECTOR_SCALE * vectors @ self.vector
        scores = scores * self.slope + self.shift
        if self.exclusive:
            powers = np.exp(scores - scores.max(axis=1, keepdims=True))
            return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)
        return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), dtype=np.float32)

    @classmethod
    def of(cls, arrays: Arrays, name: str) -> "Head":
        """The head that was stored under `name`."""
        parts = ("words", "vector", "bias", "slope", "shift")
        return cls(
            labels=tuple(_text(arrays[f"{name}/labels"])),
            places={word: place for place, word in enumerate(_text(arrays[f"{name}/names"]))},
            **{part: arrays[f"{name}/{part}"].astype(np.float32) for part in parts},
            exclusive=bool(arrays[f"{name}/exclusive"]),
        )


@dataclass(frozen=True, slots=True)
class Heads:
    """All regressions of one family, by what they judge."""

    name: str
    clause: Head
    actionable: Head
    type: Head
    sentiment: Head
    areas: Head
    area_bars: Mapping[str, float]
    act_bar: float
    moods: Mapping[str, float]

    @property
    def found_by(self) -> str:
        return f"{self.name}@{VERSION}"


def load_heads(with_vectors: bool) -> Heads:
    """The heads for texts with or without sentence vectors."""
    return _load("minilm" if with_vectors else "rules")


@cache
def topic_vectors() -> tuple[tuple[str, ...], Matrix]:
    """The topic words and their unit vectors, (topics, dimensions)."""
    stored = stored_arrays(_PACKAGE)
    scaled = stored["topics/vectors"].astype(np.float32)
    return tuple(_text(stored["topics/names"])), scaled / np.linalg.norm(scaled, axis=1, keepdims=True)


@cache
def _load(family: str) -> Heads:
    arrays = stored_arrays(_PACKAGE)
    heads = {
        part: Head.of(arrays, f"{family}/{part}") for part in ("clause", "actionable", "type", "sentiment", "areas")
    }
    bars = json.loads(arrays[f"{family}/bars"].tobytes())
    name = "minilm-head" if family == "minilm" else "rules"
    return Heads(name=name, **heads, area_bars=bars["areas"], act_bar=bars["act"], moods=bars["sentiment"])


def _text(stored: npt.NDArray[Any]) -> list[str]:
    return stored.tobytes().decode().split("\n")


@cache
def stored_arrays(package: str) -> Arrays:
    """What training wrote into `data/heads.npz` of a package."""
    with as_file(files(package) / "data" / "heads.npz") as path, np.load(path, allow_pickle=False) as archive:
        return {name: archive[name] for name in archive.files}
