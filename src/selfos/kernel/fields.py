"""Field types shared by every record: bounded text, tags, instants."""

import hashlib
import unicodedata
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    NaiveDatetime,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)

MAX_PROSE_BYTES = 100_000
MAX_TAGS = 64
# a day from where the calendar ends, so that a moment has a local time in every zone
_FIRST_MOMENT = datetime.min.replace(tzinfo=UTC) + timedelta(days=1)
_LAST_MOMENT = datetime.max.replace(tzinfo=UTC) - timedelta(days=1)
_ALLOWED_CONTROLS = {"\n", "\t"}


def _printable(text: str) -> str:
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cs"} and character not in _ALLOWED_CONTROLS:
            raise ValueError(f"must not contain the control character U+{ord(character):04X}")
    return text


def _single_line(text: str) -> str:
    if "\n" in text or "\t" in text:
        raise ValueError("must be a single line")
    return text


def _within_bytes(text: str) -> str:
    if len(text.encode()) > MAX_PROSE_BYTES:
        raise ValueError(f"must not be longer than {MAX_PROSE_BYTES} bytes")
    return text


def _normal_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_a_number(value: object) -> object:
    # a query parameter is text: pydantic would take "0.5" for seconds since 1970
    if isinstance(value, (int, float)) or (isinstance(value, str) and "-" not in value.lstrip(" -")):
        raise ValueError("must be written as ISO 8601, for example 2026-01-31")
    return value


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("must name its zone, for example 2026-01-31T09:00:00Z")
    if not _FIRST_MOMENT < moment < _LAST_MOMENT:
        raise ValueError("is too close to the end of the calendar")
    return moment.astimezone(UTC)


def _tag(text: str) -> str:
    cleaned = text.strip().lstrip("#").strip().lower()
    if not cleaned:
        raise ValueError("must not be empty")
    return cleaned


def _says_something(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    return text


def _unique(tags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tags))


Prose = Annotated[str, AfterValidator(_normal_newlines), AfterValidator(_printable), AfterValidator(_within_bytes)]
"""Text of several lines, at most 100 kB in UTF-8; may be empty."""

Content = Annotated[
    str,
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": MAX_PROSE_BYTES}),
    AfterValidator(_normal_newlines),
    AfterValidator(_printable),
    AfterValidator(_within_bytes),
    AfterValidator(_says_something),
]
"""Prose that says something."""

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=500),
    AfterValidator(_printable),
    AfterValidator(_single_line),
    AfterValidator(_says_something),
]
"""One line of 1 to 500 characters: a title, a name."""

Tag = Annotated[
    str,
    StringConstraints(max_length=64),
    AfterValidator(_printable),
    AfterValidator(_single_line),
    AfterValidator(_tag),
]
"""A tag in lower case, without its `#`."""

Tags = Annotated[tuple[Tag, ...], AfterValidator(_unique), Field(max_length=MAX_TAGS)]

Instant = Annotated[datetime, BeforeValidator(_not_a_number), AfterValidator(_utc)]
"""A moment with its zone given; kept in UTC."""

WallTime = Annotated[
    NaiveDatetime,
    BeforeValidator(_not_a_number),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d", "examples": ["2026-01-31T09:00:00"]}),
]
"""A date and time as a clock on the wall shows it, without a zone."""

Day = Annotated[date, BeforeValidator(_not_a_number)]
"""A day of the person's own calendar, without a zone."""

Minutes = Annotated[int, Field(ge=1, le=525_600)]
Level = Annotated[int, Field(ge=1, le=5)]
Share = Annotated[float, Field(ge=0.0, le=1.0)]
"""A probability or a progress, 0 to 1."""

Upload = Annotated[bytes, Field(min_length=1), PlainSerializer(lambda content: hashlib.sha256(content).hexdigest())]
"""The bytes of a file; written down as their SHA-256, by which two of them are told apart."""
