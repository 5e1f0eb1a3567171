"""Where the sought words stand in a record that was found."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from .documents import Doc
from .query import Wish
from .words import Word, read_words

Spans = tuple[tuple[int, int], ...]

_MOST: Final = 12


def highlight(doc: Doc, wish: Wish) -> dict[str, Spans]:
    """Spans (start, end) in characters of the record's title and text, by field; fields without any are left out."""
    found = {field: _spans(text, wish) for field, text in (("title", doc.title), ("text", doc.text))}
    return {field: spans for field, spans in found.items() if spans}


def _spans(text: str, wish: Wish) -> Spans:
    terms = {*wish.names, *(sought.term for sought in wish.sought)}
    beginnings = tuple(sought.prefix for sought in wish.sought if sought.prefix)

    def is_sought(word: Word) -> bool:
        return word.term in terms or word.text.startswith(beginnings)

    return tuple(_joined(islice(((word.start, word.end) for word in read_words(text) if is_sought(word)), _MOST)))


def _joined(spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Overlapping spans as one: pairs of characters overlap."""
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current and start < current[1]:
            current = current[0], max(end, current[1])
            continue
        if current:
            yield current
        current = start, end
    if current:
        yield current
