"""PDF: a section for each page."""

import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from .document import MOST_CHARACTERS, Document, Section, Unreadable, cleaned, one_line
from .files import File

MOST_PAGES: Final = 3000
#: Titles that programs leave behind when nobody gave one.
_NO_TITLE: Final = re.compile(r"untitled|microsoft \w+ - |\S+\.(?:docx?|tex|dvi|indd|pdf|qxd)$", re.IGNORECASE)
_LONG_LINE: Final = 40


def read_pdf(file: File) -> Iterator[tuple[int, int] | Document]:
    """How far it is, (page, pages), again and again; at the end the document. Raises Unreadable."""
    reader = PdfReader(io.BytesIO(file.content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("is protected by a password")
    pages = len(reader.pages)
    if pages > MOST_PAGES:
        raise Unreadable(f"has more than {MOST_PAGES:,} pages")
    sections, room = [], MOST_CHARACTERS
    for number, page in enumerate(reader.pages, start=1):
        text = _unwrapped(cleaned(page.extract_text()))
        room -= len(text)
        if room < 0:
            raise Unreadable(f"has more than {MOST_CHARACTERS:,} characters")
        if text:
            sections.append(Section(text, f"page {number}"))
        yield number, pages
    if not sections:
        raise Unreadable("has no text: its pages are pictures; recognise their text first (OCR)")
    title = one_line(str((reader.metadata and reader.metadata.title) or ""))
    yield Document(file.stem if not title or _NO_TITLE.match(title) else title, tuple(sections), written=_made(reader))


def _unwrapped(text: str) -> str:
    """Sentences in one piece: the lines of a page end where the paper does."""
    text = re.sub(r"(?<=[^\W\d_])-\n(?=[a-zà-öø-ÿ])", "", text)
    lines = text.split("\n")
    joined = [
        line + (" " if len(line) > _LONG_LINE and line[-1] not in ".!?:" and after else "\n")
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
    ]
    return "".join(joined).strip()


def _made(reader: PdfReader) -> date | None:
    try:
        return reader.metadata.creation_date if reader.metadata else None
    except (PyPdfError, ValueError):
        return None
