"""What every reader makes of a file."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

#: Of one document: about 1,300 pages.
MOST_CHARACTERS: Final = 4_000_000
LONGEST_TITLE: Final = 500


class Format(StrEnum):
    """What a document was before it was read."""

    MARKDOWN = "markdown"
    PDF = "pdf"
    WEB = "web"
    TEXT = "text"


class Unreadable(Exception):
    """A file that cannot be read; the message goes on after its name: "is protected by a password"."""


@dataclass(frozen=True, slots=True)
class Section:
    """A run of text and where it stands: "page 12", "Lisbon / Food"; None where there is nothing to tell."""

    text: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A title and what it says. `written` is a day or a moment as it tells it, with a zone or without."""

    title: str
    sections: tuple[Section, ...]
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    written: date | None = None

    @property
    def characters(self) -> int:
        """How long all of it is."""
        return sum(len(section.text) for section in self.sections)


def cleaned(text: str) -> str:
    """Without control characters, halves of pairs and trailing blanks; line ends as `\\n`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    if not text.isprintable():
        text = "".join(c if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"} else " " for c in text)
    return re.sub(r"[ \t]+(?=\n)|\s+\Z", "", text)


def one_line(text: str, most: int = LONGEST_TITLE) -> str:
    """A title or a place in one line of at most `most` characters; empty where there is none."""
    return " ".join(cleaned(text).split())[:most].strip()
