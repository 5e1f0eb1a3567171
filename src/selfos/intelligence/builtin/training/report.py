"""How the heads do on texts that they were not fitted on."""

from collections.abc import Mapping, Sequence

import numpy as np

from selfos.intelligence.builtin.training.build import wanted
from selfos.intelligence.builtin.training.corpus import Example
from selfos.intelligence.builtin.training.regression import Array


def report(examples: Sequence[Example], held_out: Mapping[str, Array]) -> str:
    """One line per family and head."""
    lines = []
    for name, chances in held_out.items():
        _, head = name.split("/")
        if head == "clause":
            continue
        truth = wanted(examples, head)
        lines.append(
            f"{name:20} {_exclusive(chances, truth) if head in ('type', 'sentiment') else _marked(chances, truth)}"
        )
    return "\n".join([f"{len(examples)} texts", *lines])


def _exclusive(chances: Array, truth: Array) -> str:
    said = np.eye(truth.shape[1])[chances.argmax(axis=1)]
    scores = 2 * (said * truth).sum(axis=0) / (said + truth).sum(axis=0).clip(1)
    return f"accuracy {(said * truth).sum() / len(truth):.3f}  macro F1 {scores.mean():.3f}"


def _marked(chances: Array, truth: Array) -> str:
    said = chances >= 0.5
    f1 = 2 * (said * truth).sum() / max(1.0, said.sum() + truth.sum())
    recall, spared = (said * truth).sum() / truth.sum(), ((1 - said) * (1 - truth)).sum() / (1 - truth).sum()
    brier = ((chances - truth) ** 2).mean()
    return f"F1 {f1:.3f}  balanced accuracy {(recall + spared) / 2:.3f}  Brier {brier:.3f}"
