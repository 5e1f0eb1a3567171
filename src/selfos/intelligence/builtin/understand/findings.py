"""What may be found in a captured thought.

Times are local to the writer and naive: they are read off the text, not off a clock. A span is a half-open
range of characters of the text. A confidence is a probability between 0 and 1, fitted on held-out texts of
the training set.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something read out of the text: where it stands, who found it and how sure that finder is."""

    span: Span
    confidence: float
    found_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label(Finding):
    """A judgement on the whole text: its type, its mood, a life area, a tag."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Finding):
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Finding):
    """A sum of money; `currency` is an ISO 4217 code, or None where the text names none."""

    value: Decimal
    currency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Finding):
    """A date, time, stretch of time or recurrence that the text names."""

    start: date | datetime | None
    end: date | datetime | None
    rrule: str | None
    duration: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTask(Finding):
    """Something the writer still has to do or attend; the title is in the words of the text."""

    title: str
    due: date | datetime | None = None
    rrule: str | None = None
    duration: timedelta | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """Everything found in one thought.

    `confidence` is the probability that the thought is actionable. `read_to` is the number of characters that
    were read; it is less than the length of the text only where the text is longer than the bound.
    """

    is_actionable: bool
    confidence: float
    found_by: str
    tasks: tuple[FoundTask, ...]
    type: Label
    life_areas: tuple[Label, ...]
    sentiment: Label
    people: tuple[Person, ...]
    amounts: tuple[Amount, ...]
    tags: tuple[Label, ...]
    dates: tuple[Moment, ...]
    read_to: int
