"""Markdown as note-taking programs write it: front matter, [[wiki links]], #tags."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

import yaml

from .document import Document, Section, one_line
from .files import File, decoded

_FRONT: Final = re.compile(r"\A---[ \t]*\n(.{0,20000}?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LINK: Final = re.compile(r"!?\[\[([^\[\]|#\n]*)(#[^\[\]|\n]*)?(?:\|([^\[\]\n]*))?\]\]")
_TAG: Final = re.compile(r"(?<![\w/#&\[(])#([^\W\d_][\w/-]*)")
_HEADING: Final = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*#*$")
_FENCE: Final = re.compile(r"^ {0,3}(```|~~~)")
_DAY: Final = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_DATES: Final = ("date", "created", "created_at", "published")
_MOST_TAGS: Final = 64
_MOST_LINKS: Final = 500


def read_markdown(file: File) -> Document:
    """A note. Its day is told by its front matter or by its name ("2026-03-01.md"). Raises Unreadable."""
    text = decoded(file.content)
    front, text = _front_matter(text)
    links = tuple(dict.fromkeys(one_line(m[1]) for m in _LINK.finditer(text) if m[1].strip()))
    text = _LINK.sub(_shown, text)
    sections = tuple(_sections(text))
    first = sections[0].place if sections and text.lstrip().startswith("# ") else None
    named = front.get("title")
    title = (one_line(named) if isinstance(named, str) else "") or first or file.stem
    return Document(title, sections, _tags(front, sections), links[:_MOST_LINKS], _written(front, file.stem))


def _front_matter(text: str) -> tuple[dict[str, Any], str]:
    """What stands at the head between two lines of dashes, and the rest; what is no YAML belongs to the text."""
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    try:
        # the plainest loader: texts, lists and mappings only, no merging of mappings that could grow without end
        values = yaml.load(match[1], Loader=yaml.BaseLoader)  # noqa: S506 - it makes no objects
    except (yaml.YAMLError, RecursionError):
        return {}, text
    if not isinstance(values, dict):
        return ({}, text) if values else ({}, text[match.end() :])
    return {str(key).lower(): value for key, value in values.items()}, text[match.end() :]


def _shown(link: re.Match[str]) -> str:
    """A wiki link by the words that a reader sees."""
    target, heading, alias = link.groups()
    return str(alias or target or (heading or "")[1:]).strip()


def _sections(text: str) -> Iterator[Section]:
    """A section for each heading, named by the headings above it."""
    path: list[tuple[int, str]] = []
    lines: list[str] = []
    fenced = False
    for line in text.split("\n"):
        fenced ^= _FENCE.match(line) is not None
        heading = None if fenced else _HEADING.match(line)
        if heading:
            yield from _section(lines, path)
            level = len(heading[1])
            path = [(above, name) for above, name in path if above < level] + [(level, one_line(heading[2]))]
            lines = []
        lines.append(line)
    yield from _section(lines, path)


def _section(lines: list[str], path: list[tuple[int, str]]) -> Iterator[Section]:
    text = "\n".join(lines).strip()
    if text:
        yield Section(text, " / ".join(name for _, name in path) or None)


def _tags(front: dict[str, Any], sections: tuple[Section, ...]) -> tuple[str, ...]:
    given = front.get("tags", front.get("tag"))
    told = re.split(r"[,\s]+", given) if isinstance(given, str) else given if isinstance(given, list) else []
    found = [tag for tag in told if isinstance(tag, str)]
    for section in sections:
        found += _TAG.findall(_without_code(section.text))
    tidy = (one_line(tag).strip("#").strip().lower() for tag in found)
    return tuple(dict.fromkeys(tag for tag in tidy if tag and len(tag) <= 64))[:_MOST_TAGS]


def _without_code(text: str) -> str:
    return re.sub(r"^ {0,3}(```|~~~).*?(?:^ {0,3}\1|\Z)|`[^`\n]*`", "", text, flags=re.DOTALL | re.MULTILINE)


def _written(front: dict[str, Any], stem: str) -> date | None:
    for value in (*(front.get(name) for name in _DATES), stem):
        if isinstance(value, str) and (found := _told(value)) is not None:
            return found
    return None


def _told(text: str) -> date | None:
    """A moment in ISO 8601, else the first day in the text."""
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        match = _DAY.search(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
