"""What a reading gives."""

from dataclasses import dataclass
from datetime import date, datetime

Point = date | datetime


@dataclass(frozen=True, slots=True)
class Span:
    """Characters [start, end) of the text and what they said: "time", "deadline", "repeat" or "length"."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class When:
    """When a line means; all times are local wall-clock times, aware when now was.

    start, end: a date where no time of day was said, else a datetime; the end of days is the last day. A deadline
    ("by friday") has only an end. day_said is False where only a time of day was named and the day is the next to come.
    rrule is an RFC 5545 rule without DTSTART (which is start), its UNTIL local. after_completion: the rule counts from
    when it was last done. confidence is 0 to 1; spans say where it was read. False when nothing was said of time.
    """

    start: Point | None = None
    end: Point | None = None
    duration_minutes: int | None = None
    rrule: str | None = None
    after_completion: bool = False
    day_said: bool = True
    confidence: float = 0.0
    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return any((self.start, self.end, self.duration_minutes, self.rrule))


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text that speaks of time, and what it means by itself."""

    start: int
    end: int
    text: str
    when: When


def day_of(point: Point) -> date:
    return point.date() if isinstance(point, datetime) else point


def minutes_between(start: Point | None, end: Point | None) -> int | None:
    """None unless both are times of day."""
    if isinstance(start, datetime) and isinstance(end, datetime):
        return round((end - start).total_seconds() / 60) or None
    return None
