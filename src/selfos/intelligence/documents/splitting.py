"""A long text in parts of bounded length."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .document import Document, Section

#: Characters of a part: about two pages, small enough to be quoted and found by what it says.
LONGEST: Final = 4000
_CUTS: Final = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?。])\s*"), re.compile(r"\s"))
_PAGE: Final = re.compile(r"page (\d+)\Z")


@dataclass(frozen=True, slots=True)
class Part:
    """A run of text of at most LONGEST characters, and where it stands in its document."""

    text: str
    place: str | None = None


def split(document: Document) -> list[Part]:
    """All of a document in order: short sections together, long ones cut where a paragraph or a sentence ends."""
    parts: list[Part] = []
    held: list[Section] = []
    for piece in (piece for section in document.sections for piece in _pieces(section)):
        if held and sum(len(one.text) + 2 for one in held) + len(piece.text) > LONGEST:
            parts.append(_joined(held))
            held = []
        held.append(piece)
    return [*parts, _joined(held)] if held else parts


def _pieces(section: Section) -> Iterator[Section]:
    text = section.text.strip()
    while len(text) > LONGEST:
        end = _end(text)
        if piece := text[:end].strip():
            yield Section(piece, section.place)
        text = text[end:].lstrip()
    if text:
        yield Section(text, section.place)


def _end(text: str) -> int:
    """Where the first part of a text that is too long ends: at the best cut in its second half."""
    for cut in _CUTS:
        ends = [match.end() for match in cut.finditer(text, LONGEST // 2, LONGEST)]
        if ends:
            return ends[-1]
    return LONGEST


def _joined(sections: list[Section]) -> Part:
    return Part("\n\n".join(section.text for section in sections), _place(sections[0].place, sections[-1].place))


def _place(first: str | None, last: str | None) -> str | None:
    """Where a part begins; of pages also where it ends."""
    begin, end = _PAGE.match(first or ""), _PAGE.match(last or "")
    return f"pages {begin[1]}–{end[1]}" if begin and end and begin[1] != end[1] else first
