"""The reading of one thought, from text to findings."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import numpy as np

from selfos.intelligence.builtin.understand.features import text_features
from selfos.intelligence.builtin.understand.findings import Label, Understanding
from selfos.intelligence.builtin.understand.heads import Head, Heads, Matrix, load_heads
from selfos.intelligence.builtin.understand.reading import Reading, embed, read
from selfos.intelligence.builtin.understand.tags import find_tags
from selfos.intelligence.builtin.understand.tasks import find_tasks
from selfos.kernel.search.ports import Encoder

#: Least probability at which tasks are offered: recall and false alarms weigh the same here on held-out texts.
ACTIONABLE = 0.45


def understand(text: str, now_local: datetime, encoder: Encoder | None = None) -> Understanding:
    """What a captured thought holds. Never raises on any text.

    `now_local` is the writer's wall clock at the moment of writing; a zone, if there is one, is dropped. Without
    an encoder the rules and words decide alone. Texts beyond `READ_CHARACTERS` are read up to there.
    """
    reading = read(text, now_local.replace(tzinfo=None))
    heads = load_heads(with_vectors=encoder is not None)
    whole, parts = embed(reading, encoder) if encoder is not None else (None, None)
    acts = _acts(reading, heads, parts)
    row = text_features(reading.text, reading.clauses, acts, reading.moments, reading.amounts)

    def judge(head: Head) -> dict[str, float]:
        chances = head.judge([row], whole)[0]
        return dict(zip(head.labels, np.round(chances.astype(float), 3).tolist(), strict=True))

    chance = judge(heads.actionable)["actionable"]
    tasks = find_tasks(reading, acts, heads.act_bar, heads.found_by) if chance >= ACTIONABLE else ()
    return Understanding(
        is_actionable=bool(tasks),
        confidence=chance,
        found_by=heads.found_by,
        tasks=tasks,
        type=_best(judge(heads.type), reading, heads),
        life_areas=_areas(judge(heads.areas), reading, heads),
        sentiment=_best(judge(heads.sentiment), reading, heads, heads.moods),
        people=reading.people,
        amounts=reading.amounts,
        tags=find_tags(reading, whole),
        dates=reading.moments,
        read_to=len(reading.text),
    )


def _acts(reading: Reading, heads: Heads, vectors: Matrix | None) -> list[float]:
    if not reading.clauses:
        return []
    return [float(chance) for chance in heads.clause.judge(reading.clause_features(), vectors)[:, 0]]


def _best(chances: dict[str, float], reading: Reading, heads: Heads, bars: Mapping[str, float] | None = None) -> Label:
    name = max(chances, key=lambda label: chances[label] / (bars or {}).get(label, 1.0))
    return _label(name, chances[name], reading, heads)


def _areas(chances: dict[str, float], reading: Reading, heads: Heads) -> tuple[Label, ...]:
    ranked: Sequence[str] = sorted(chances, key=lambda label: -chances[label])
    return tuple(
        _label(name, chances[name], reading, heads) for name in ranked if chances[name] >= heads.area_bars[name]
    )


def _label(name: str, chance: float, reading: Reading, heads: Heads) -> Label:
    return Label(span=(0, len(reading.text)), confidence=chance, found_by=heads.found_by, name=name)
