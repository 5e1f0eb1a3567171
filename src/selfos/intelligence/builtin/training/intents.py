"""Fits the head that tells what a message wants: one sentence per line, the file's name is its label."""

import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from selfos.intelligence.builtin.intents.features import intent_features, sentence
from selfos.intelligence.builtin.training.build import fit_head
from selfos.intelligence.builtin.training.corpus import read_file
from selfos.intelligence.builtin.training.regression import Array
from selfos.kernel.search.ports import Encoder

VECTOR_PENALTY = 1.0
FOLDS = 3
#: Captured thoughts that are wishes as well, by the file they stand in: what they want of an assistant.
CAPTURED = {
    "short_commands.tsv": "create_task",
    "obligations.tsv": "create_task",
    "events.tsv": "schedule",
    "ideas.tsv": "note",
    "journals.tsv": "note",
    "feelings.tsv": "log_mood",
}
LONGEST = 16
#: What an assistant might be taken to do itself.
_OUTWARD = re.compile(
    r"\b(?:call|ring|phone|text|message|email|mail|pay|transfer|send|ask|tell|remind|remember|forget)\b", re.IGNORECASE
)


def read_sentences() -> tuple[list[str], list[str]]:
    """The sentences and their labels, file by file in the order of their names."""
    folder = files(__package__) / "intents"
    paths = sorted(folder.iterdir(), key=lambda file: file.name)
    read = [(path.name.removesuffix(".txt"), path.read_text(encoding="utf-8").splitlines()) for path in paths]
    pairs = [(label, line) for label, lines in read for line in lines if line]
    pairs += [(label, line) for name, label in CAPTURED.items() for line in _short(name)]
    return [line for _, line in pairs], [label for label, _ in pairs]


def _short(name: str) -> Iterator[str]:
    for text in (example.text for example in read_file(name)):
        if len(text.split()) <= LONGEST and "\n" not in text and not _OUTWARD.search(text):
            yield text


def build_intents(encoder: Encoder, path: Path) -> str:
    """Fits both families, writes the file, and tells how they do on sentences that were left out."""
    said, named = read_sentences()
    labels = sorted(set(named))
    truth = np.array([[name == label for label in labels] for name in named], dtype=np.float64)
    rows = [intent_features(text) for text in said]
    vectors = encoder.encode([sentence(text) for text in said]).astype(float)
    stored: dict[str, npt.NDArray[Any]] = {}
    told = [f"{len(said)} sentences, {len(labels)} intents"]
    for family, dense in (("minilm", vectors), ("rules", None)):
        head = fit_head(labels, rows, dense, truth, exclusive=True, vector_penalty=VECTOR_PENALTY, parts=FOLDS)
        stored |= {f"{family}/intent/{part}": array for part, array in head.stored.items()}
        told.append(f"{family}/intent".ljust(20) + f" {_told(head.held_out, truth, labels)}")
    np.savez_compressed(path, allow_pickle=False, **stored)
    return "\n".join(told)


def _told(chances: Array, truth: Array, labels: Sequence[str]) -> str:
    right = (chances.argmax(axis=1) == truth.argmax(axis=1)).mean()
    general = labels.index("general")
    refused = (chances.argmax(axis=1) == general)[truth[:, general] == 1].mean()
    return f"accuracy {right:.3f}  general refused {refused:.3f}  mean confidence {chances.max(axis=1).mean():.3f}"
