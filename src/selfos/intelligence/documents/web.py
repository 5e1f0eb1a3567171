"""Web pages: the article without menus and advertisements."""

import re
from datetime import date, datetime
from typing import Any, Final

import lxml.html
from lxml.etree import LxmlError
from readability import Document as Article
from readability.encoding import get_encoding
from readability.readability import Unparseable

from .document import MOST_CHARACTERS, Document, Section, Unreadable, cleaned, one_line
from .files import File

#: An article shorter than this is taken for a mistake, and the whole page is read.
_SHORT: Final = 250
_BREAKS: Final = frozenset(
    "address article blockquote br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li main ol p pre section table"
    " td th tr ul".split()
)
_SILENT: Final = (
    "//script|//style|//noscript|//template|//nav|//footer|//header|//aside|//form|//svg|//iframe|//comment()"
)
_PUBLISHED: Final = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@name='date' or @itemprop='datePublished']/@content",
    "//time/@datetime",
)


def read_web(file: File) -> Document:
    """A page. Raises Unreadable."""
    try:
        html = file.content.decode(get_encoding(file.content) or "utf-8", "replace")
        page = lxml.html.document_fromstring(_without_declaration(html))
        article = Article(html)
        title = one_line(article.short_title() or "")
        text = _text(lxml.html.fromstring(article.summary()))
    except (LxmlError, Unparseable, ValueError, LookupError) as error:
        raise Unreadable("is no web page that can be read") from error
    written = _published(page)
    if len(text) < _SHORT:
        text = max(text, _body(page), key=len)
    if not text:
        raise Unreadable("has no text that can be read without running its scripts")
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(f"has more than {MOST_CHARACTERS:,} characters")
    named = "" if title == "[no-title]" else title
    return Document(named or file.stem, (Section(text),), written=written)


def _without_declaration(html: str) -> str:
    return re.sub(r"\A\s*<\?xml[^>]*\?>", "", html)


def _body(page: Any) -> str:
    for element in page.xpath(_SILENT):
        element.drop_tree()
    return _text(page)


def _text(element: Any) -> str:
    """The text of an element, a line for each block."""
    pieces: list[str] = []
    for event, node in lxml.etree.iterwalk(element, events=("start", "end")):
        block = node.tag in _BREAKS
        if block:
            pieces.append("\n")
        told = node.text if event == "start" else node.tail
        if told and isinstance(node.tag, str):
            pieces.append(re.sub(r"\s+", " ", told))
    lines = (line.strip() for line in cleaned("".join(pieces)).split("\n"))
    return "\n".join(line for line in lines if line)


def _published(page: Any) -> date | None:
    for path in _PUBLISHED:
        for told in page.xpath(path):
            try:
                return datetime.fromisoformat(str(told).strip())
            except ValueError:
                continue
    return None
