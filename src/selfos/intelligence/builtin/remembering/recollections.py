"""What was recalled for a question, as the answering sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from uuid import UUID


class Held(Protocol):
    """A memory: what holds of whom, from `valid_from` until `valid_until` (excluded); None is unknown, or still."""

    @property
    def id(self) -> UUID: ...
    @property
    def what(self) -> str: ...
    @property
    def statement(self) -> str: ...
    @property
    def subject(self) -> str | None: ...
    @property
    def attribute(self) -> str | None: ...
    @property
    def value(self) -> str | None: ...
    @property
    def single(self) -> bool: ...
    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_until(self) -> date | None: ...
    @property
    def learned_at(self) -> datetime: ...
    @property
    def quote(self) -> str:
        """The words that it stands on, the newest of them."""


@dataclass(frozen=True, slots=True)
class Recollection:
    """One record that may answer: its words, when they were said (aware) and by whom.

    `said_by` is `me` for the person's own words, else who or what said it. `score` orders the recollections of one
    question; `likeness` is that of meanings, 0 to 1. `memory` is set where the record is one.
    """

    kind: str
    id: UUID
    text: str
    at: datetime
    score: float
    said_by: str = "me"
    memory: Held | None = None
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class Recalled:
    """Recollections, best first. `degraded` says what was not searched, None when all was.

    `names` tells who stands behind which words, by whom and as what: ("me", "sister") is called Ana.
    """

    items: tuple[Recollection, ...]
    degraded: str | None = None
    names: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Citation:
    """Words that an answer stands on, and when they were said (aware)."""

    kind: str
    id: UUID
    quote: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in words with what it stands on. `sure` is 0 to 1; 0, without citations, for "I don't know"."""

    text: str
    citations: tuple[Citation, ...] = ()
    sure: float = 0.0
