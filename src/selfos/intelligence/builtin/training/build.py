"""Fits every head on the corpus and writes them into one file."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from selfos.intelligence.builtin.training.corpus import Example, read_corpus
from selfos.intelligence.builtin.training.regression import (
    Array,
    Table,
    calibrate,
    fit,
    folds,
    probabilities,
    vocabulary,
)
from selfos.intelligence.builtin.understand import lexicon
from selfos.intelligence.builtin.understand.features import Features, text_features
from selfos.intelligence.builtin.understand.heads import VECTOR_SCALE
from selfos.intelligence.builtin.understand.reading import Reading, embed, read
from selfos.kernel.search.ports import Encoder

#: A rare mood is said a little sooner than its probability alone would have it; 0 would change nothing.
RARITY = 0.4
TYPES = ("task", "idea", "journal", "question", "note", "event", "money")
SENTIMENTS = ("negative", "neutral", "positive")
AREAS = ("health", "career", "relationships", "creativity", "finance", "personal_growth", "spirituality")
#: The corpus names no moment of writing; its relative dates are read from this one.
WRITTEN = datetime(2026, 5, 13, 10, 0)  # noqa: DTZ001 - local time, as in the product
FOLDS = 6
#: Least number of examples that a named feature must be seen in.
LEAST = 2
#: Words and word pairs are many and each says little; the signs are few and chosen.
PENALTIES = {"w:": 1.5, "b:": 2.5, "o:": 1.5, "h:": 1.5}
SIGN_PENALTY = 0.5
VECTOR_PENALTY = 4.0
#: Whether something is an act hangs on its form far more than on its topic.
ACT_VECTOR_PENALTY = 15.0


@dataclass(frozen=True, slots=True)
class Material:
    """The corpus as numbers; `owner` tells the text of each clause."""

    examples: Sequence[Example]
    readings: Sequence[Reading]
    owner: npt.NDArray[np.intp]
    clause_rows: Sequence[Features]
    clause_vectors: Array
    text_vectors: Array

    def acts(self) -> Array:
        """Whether each clause is an act: (clauses, 1) of 0 and 1."""
        clauses = [clause for reading in self.readings for clause in reading.clauses]
        said = [self.examples[owner].is_act(clause.span) for owner, clause in zip(self.owner, clauses, strict=True)]
        return np.array(said, dtype=np.float64)[:, None]

    def text_rows(self, acts: Array) -> list[Features]:
        by_text = [acts[self.owner == i, 0].tolist() for i in range(len(self.examples))]
        return [
            text_features(r.text, r.clauses, a, r.moments, r.amounts)
            for r, a in zip(self.readings, by_text, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Fitted:
    """One head as arrays to store, and its calibrated probabilities on held-out rows."""

    stored: Mapping[str, npt.NDArray[Any]]
    held_out: Array


def gather(encoder: Encoder) -> Material:
    examples = list(read_corpus())
    readings = [read(example.text, WRITTEN) for example in examples]
    pairs = [embed(reading, encoder) for reading in readings]
    return Material(
        examples=examples,
        readings=readings,
        owner=np.array([i for i, reading in enumerate(readings) for _ in reading.clauses]),
        clause_rows=[row for reading in readings for row in reading.clause_features()],
        clause_vectors=np.concatenate([clauses for _, clauses in pairs]).astype(float),
        text_vectors=np.concatenate([whole for whole, _ in pairs]).astype(float),
    )


def build(encoder: Encoder, path: Path) -> dict[str, Array]:
    """Fits both families, writes the file, and gives the held-out probabilities by head for the report."""
    material = gather(encoder)
    stored: dict[str, npt.NDArray[Any]] = {}
    held: dict[str, Array] = {}
    for family in ("minilm", "rules"):
        heads = _family(material, with_vectors=family == "minilm")
        for name, head in heads.items():
            stored |= {f"{family}/{name}/{part}": array for part, array in head.stored.items()}
            held[f"{family}/{name}"] = head.held_out
        stored[f"{family}/bars"] = _encoded(json.dumps(_bars(material, heads)))
    names = sorted(lexicon.words("topics"))
    stored["topics/names"] = _encoded("\n".join(names))
    stored["topics/vectors"] = encoder.encode(names).astype(np.float16)
    np.savez_compressed(path, allow_pickle=False, **stored)
    return held


def _family(material: Material, *, with_vectors: bool) -> dict[str, Fitted]:
    clause_vectors = material.clause_vectors if with_vectors else None
    text_vectors = material.text_vectors if with_vectors else None
    clause = fit_head(
        ("act",),
        material.clause_rows,
        clause_vectors,
        material.acts(),
        groups=material.owner,
        vector_penalty=ACT_VECTOR_PENALTY,
    )
    rows = material.text_rows(clause.held_out)
    return {
        "clause": clause,
        "actionable": fit_head(
            ("actionable",),
            _wordless(rows),
            text_vectors,
            wanted(material.examples, "actionable"),
            vector_penalty=ACT_VECTOR_PENALTY,
        ),
        "type": fit_head(TYPES, rows, text_vectors, wanted(material.examples, "type"), exclusive=True),
        "sentiment": fit_head(SENTIMENTS, rows, text_vectors, wanted(material.examples, "sentiment"), exclusive=True),
        "areas": fit_head(AREAS, rows, text_vectors, wanted(material.examples, "areas")),
    }


def _wordless(rows: Sequence[Features]) -> list[Features]:
    """Without single words: whether there is an act to do was judged clause by clause."""
    return [{name: value for name, value in row.items() if name[:2] not in ("w:", "o:")} for row in rows]


def wanted(examples: Sequence[Example], head: str) -> Array:
    """The labels of a head as a (texts, labels) table of 0 and 1."""
    rows = [_labels(example)[head] for example in examples]
    return np.array(rows, dtype=np.float64)


def _labels(example: Example) -> dict[str, list[bool]]:
    return {
        "actionable": [bool(example.acts)],
        "type": [example.type == name for name in TYPES],
        "sentiment": [example.sentiment == name for name in SENTIMENTS],
        "areas": [name in example.areas for name in AREAS],
    }


def fit_head(
    labels: Sequence[str],
    rows: Sequence[Features],
    vectors: Array | None,
    truth: Array,
    *,
    exclusive: bool = False,
    groups: npt.NDArray[np.intp] | None = None,
    vector_penalty: float = VECTOR_PENALTY,
    parts: int = FOLDS,
) -> Fitted:
    """One head of `labels` for rows of named features and their vectors, calibrated on rows left out in turn.

    `truth` is (rows, labels) of 0 and 1; rows of one group are left out together, one of `parts` each time.
    """
    names = vocabulary(rows, LEAST)
    dense = np.zeros((len(rows), 0)) if vectors is None else VECTOR_SCALE * vectors
    inputs = Table.of(rows, names, dense)
    penalty = np.array([PENALTIES.get(name[:2], SIGN_PENALTY) for name in names])
    penalty = np.concatenate([penalty, np.full(dense.shape[1], vector_penalty)])
    owner = np.arange(len(rows)) if groups is None else groups
    scores = np.zeros_like(truth)
    for known, held in folds(owner.max() + 1, parts):
        learn, test = np.isin(owner, known), np.isin(owner, held)
        weights, bias = fit(inputs.take(learn), truth[learn], penalty, exclusive=exclusive)
        scores[test] = inputs.take(test).scores(weights) + bias
    slope, shift = calibrate(scores, truth, exclusive=exclusive)
    weights, bias = fit(inputs, truth, penalty, exclusive=exclusive)
    stored: dict[str, npt.NDArray[Any]] = {
        "labels": _encoded("\n".join(labels)),
        "names": _encoded("\n".join(names)),
        "words": weights[: len(names)].astype(np.float16),
        "vector": weights[len(names) :].astype(np.float16),
        "bias": bias.astype(np.float32),
        "slope": slope.astype(np.float32),
        "shift": shift.astype(np.float32),
        "exclusive": np.array(exclusive),
    }
    return Fitted(stored, probabilities(scores * slope + shift, exclusive=exclusive))


def _bars(material: Material, heads: Mapping[str, Fitted]) -> dict[str, object]:
    """Thresholds with the best F1 on held-out rows, drawn halfway to 0.5 where a label is too rare to trust its own."""
    areas = wanted(material.examples, "areas")
    own = [_best_bar(heads["areas"].held_out[:, k], areas[:, k]) for k in range(len(AREAS))]
    act = _best_bar(heads["clause"].held_out[:, 0], material.acts()[:, 0])
    rarity = wanted(material.examples, "sentiment").mean(axis=0) ** RARITY
    return {
        "areas": dict(zip(AREAS, own, strict=True)),
        "act": act,
        "sentiment": dict(zip(SENTIMENTS, np.round(rarity, 3).tolist(), strict=True)),
    }


def _best_bar(chances: Array, truth: Array) -> float:
    def score(bar: float) -> float:
        said = chances >= bar
        return float(2 * (said * truth).sum() / max(1.0, said.sum() + truth.sum()))

    best = max(np.arange(0.2, 0.71, 0.02), key=score)
    return round((float(best) + 0.4) / 2, 3)


def _encoded(text: str) -> npt.NDArray[np.uint8]:
    return np.frombuffer(text.encode(), dtype=np.uint8)
