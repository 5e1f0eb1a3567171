"""The sentences of a text that answer a question about it, or tell what it is about: quoted, never reworded."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from math import log
from typing import Final

from selfos.intelligence.builtin.remembering import Sentence, sentences, terms

MOST: Final = 3
_READ: Final = 60_000
"""Characters of a text that are read."""
_LEAST_WORDS: Final = 4
_WRAPPED: Final = re.compile(r"(?<!\n)\n(?!\n|\s*(?:[-*#\u2022]|\d+[.)]))")
"""Ends of lines within a paragraph, which end no sentence."""
_LONGEST: Final = 300
_NEAR: Final = 0.5
"""The share of the best sentence's weight that another must reach to be quoted beside it."""
_ABOUT_TEXTS: Final = frozenset(
    term
    for word in """about say says mention mentions explain explains describe describes document file text page pdf note
    article attachment attached summary summarise summarize sum up short main point points content contents topic"""
    .split()
    for term in terms(word)
)  # fmt: skip


def asks_for(question: str, title: str) -> frozenset[str]:
    """The words by which a question wants something particular of a text; none for "what is it about"."""
    return frozenset(terms(question)) - frozenset(terms(title)) - _ABOUT_TEXTS


def answering(text: str, wanted: Collection[str]) -> tuple[str, ...]:
    """The sentences that say most of what is wanted, rare words counting more, in their order; none if none does."""
    found = _sentences(text)
    read = [frozenset(terms(one.text)) for one in found]
    spread = Counter(word for words in read for word in words)
    weights = [sum(log(1 + len(found) / spread[word]) for word in words.intersection(wanted)) for words in read]
    best = max(weights, default=0.0)
    return _chosen(found, [weight if weight >= _NEAR * best else 0.0 for weight in weights])


def outline(text: str) -> tuple[str, ...]:
    """How a text begins, and the sentences that hold most of what it speaks of again and again (Luhn 1958)."""
    found = _sentences(text)
    read = [list(terms(one.text)) for one in found]
    often = Counter(word for words in read for word in set(words))
    weights = [sum(often[word] - 1 for word in set(words)) / (len(words) + 3) for words in read]
    if weights:
        weights[0] = max(weights) + 1
    return _chosen(found, weights)


def _sentences(text: str) -> list[Sentence]:
    found = list(sentences(_WRAPPED.sub(" ", text[:_READ])))
    return [one for one in found if len(one.text.split()) >= _LEAST_WORDS] or found


def _chosen(found: Sequence[Sentence], weights: Sequence[float]) -> tuple[str, ...]:
    ranked = sorted(range(len(found)), key=lambda n: -weights[n])[:MOST]
    return tuple(_shortened(found[n].text) for n in sorted(ranked) if weights[n] > 0)


def _shortened(sentence: str) -> str:
    line = " ".join(sentence.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + "…"
