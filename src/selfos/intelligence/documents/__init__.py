"""Reading documents: bytes of a file to titles and texts. Pure functions, but for `reading_apart`.

What comes from outside may be broken or made to harm: every reader bounds what it takes, and those that lean on large
parsers run in a process of their own.
"""

from .apart import reading_apart
from .document import MOST_CHARACTERS, Document, Format, Section, Unreadable
from .files import File, format_of, plain_text, unpacked
from .markdown import read_markdown
from .splitting import Part, split

__all__ = [
    "MOST_CHARACTERS",
    "Document",
    "File",
    "Format",
    "Part",
    "Section",
    "Unreadable",
    "format_of",
    "plain_text",
    "read_markdown",
    "reading_apart",
    "split",
    "unpacked",
]
