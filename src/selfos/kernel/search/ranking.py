"""The order of what is found: a weighted sum of signals, each a column over the records.

The weights were fitted by `python -m bench.fit_retrieval`: listwise logistic regression over the answering turns of 760
questions on five conversations of LoCoMo. Each conversation scored by weights fitted on the other four: recall at 5
.762, recall at 10 .836, all answers within 10 .774. They are written here and nowhere else.

`linked` is 0 all over those conversations, in which nobody is called by anything but a name. Its weight was taken on
the lives of `bench.remembering` that are not held out: mean reciprocal rank .689 without it, .699 from .6 to 1.5.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt

from .documents import microseconds
from .matching import FloatArray, Matches, beside
from .query import DateSpan, Query, Wish
from .table import Documents

WEIGHTS: Final[Mapping[str, float]] = MappingProxyType(
    {
        "words": 1.00,
        "meaning": 2.02,
        "meaning_before": 0.41,
        "meaning_after": 0.22,
        "person": 0.84,
        "linked": 0.60,
        "thread": 1.67,
        "answers": 0.39,
        "asks": -0.33,
        "tells_when": 0.89,
        "near_date": 1.56,
        "on_day": 0.90,
    }
)

#: How far the best record of a conversation outweighs its others when the conversation is judged.
_SHARPNESS: Final = 15.0
_DAY: Final = 86_400_000_000
#: Days after which a record told later, or foretold earlier, counts 1/e of one inside the time asked for.
_FADE_AFTER: Final = 9.0
_FADE_BEFORE: Final = 2.0


def read_signals(
    documents: Documents, query: Query, wish: Wish, matches: Matches, likeness: FloatArray
) -> dict[str, FloatArray]:
    """Every signal as a column over the slots, by the names of WEIGHTS."""
    before, after = documents.column("before"), documents.column("after")
    asks = documents.column("asks").astype(np.float32)
    threaded = documents.column("thread") >= 0
    mix = 0.6 * matches.score + likeness
    near, on_day = _dates(documents.column("at"), query.date_hints)
    return {
        "words": matches.score,
        "meaning": likeness,
        "meaning_before": beside(likeness, before),
        "meaning_after": beside(likeness, after),
        "person": matches.person,
        "linked": matches.linked,
        "thread": _threads(documents, mix),
        "answers": beside(asks * mix, before) * threaded,
        "asks": asks * threaded,
        "tells_when": documents.column("timed") * np.float32(wish.asks_when),
        "near_date": near,
        "on_day": on_day,
    }


def weigh(signals: Mapping[str, FloatArray]) -> FloatArray:
    """The score of every slot."""
    columns = [np.float32(WEIGHTS[name]) * column for name, column in signals.items()]
    total: FloatArray = np.sum(columns, axis=0, dtype=np.float32)
    return total


def _threads(documents: Documents, mix: FloatArray) -> FloatArray:
    """How well a record's conversation answers as a whole: the soft maximum of its records, 0 or less.

    What is in no conversation stands for itself alone.
    """
    threads = documents.column("thread")
    shifted = mix - mix.max(initial=0)
    totals = np.bincount(threads + 1, weights=np.exp(_SHARPNESS * shifted))
    together = np.log(np.maximum(totals, 1e-12)) / _SHARPNESS
    found: FloatArray = np.where(threads >= 0, together[threads + 1], shifted).astype(np.float32)
    return found


def _dates(at: npt.NDArray[np.int64], hints: tuple[DateSpan, ...]) -> tuple[FloatArray, FloatArray]:
    """Nearness of each record to the times asked for, 1 inside them, and whether it lies on the very day."""
    near = np.zeros(len(at), np.float32)
    on_day = near.copy()
    for since, until in hints:
        start, stop = microseconds(since), microseconds(until)
        early, late = np.maximum(start - at, 0) / _DAY, np.maximum(at - stop, 0) / _DAY
        inside = (at >= start) & (at < stop)
        fading = np.exp(-early / _FADE_BEFORE - late / _FADE_AFTER)
        near = np.maximum(near, np.where(inside, 1, fading)).astype(np.float32)
        if stop - start <= _DAY:
            on_day = np.maximum(on_day, inside).astype(np.float32)
    return near, on_day
