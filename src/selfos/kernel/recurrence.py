"""Repeating: RFC 5545 rules (`FREQ=WEEKLY;BYDAY=MO`) and ISO 8601 durations (`P3D`).

Rules are walked in local wall time, so that nine o'clock stays nine o'clock when the clocks change. A wall time that a
change of clocks leaves out is read with the offset before it, and of two equal ones the first counts (RFC 5545, 3.3.5).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Annotated, Final, Self
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr
from pydantic import AfterValidator, Field

_ALWAYS: Final = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYHOUR", "BYMINUTE", "BYMONTH", "BYDAY"})
_DAILY: Final = _ALWAYS | {"BYSECOND", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"}
_PARTS: Final = {  # what each frequency may be narrowed by; more would be walked for minutes
    "HOURLY": _ALWAYS,
    "DAILY": _DAILY,
    "WEEKLY": _DAILY | {"BYSETPOS"},
    "MONTHLY": _DAILY | {"BYSETPOS"},
    "YEARLY": _DAILY | {"BYSETPOS"},
}
_NO_RULE: Final = "must be an RFC 5545 rule such as FREQ=WEEKLY;BYDAY=MO"
_PART: Final = re.compile(r"([A-Z]+)=([A-Z0-9,+-]+)")
_UNTIL: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?")
_DURATION: Final = re.compile(
    r"P(?=[\dT])(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,4})H)?(?:(\d{1,4})M)?)?"
)
_MAX_NUMBER: Final = 9999
_CYCLE: Final = 400  # years after which the Gregorian calendar repeats, weekdays included
_LAST_CYCLE: Final = 9599
_SOME_DAY: Final = datetime(_LAST_CYCLE, 1, 1)  # noqa: DTZ001 - wall time


@dataclass(frozen=True, slots=True)
class RecurrenceRule:
    """A rule without its start: which wall times, how many of them, until when."""

    pattern: str
    count: int | None = None
    until: str | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a rule, with or without `RRULE:`. Raises ValueError saying what is wrong with it."""
        parts = _parts(text.strip().upper().removeprefix("RRULE:"))
        count, until = parts.pop("COUNT", None), parts.pop("UNTIL", None)
        if count and until:
            raise ValueError("may have COUNT or UNTIL, not both")
        if until is not None:
            _until(until, ZoneInfo("UTC"))
        for number in (count, parts.get("INTERVAL")):
            if number is not None and not (number.isdigit() and 1 <= int(number) <= _MAX_NUMBER):
                raise ValueError(f"COUNT and INTERVAL must be 1 to {_MAX_NUMBER}")
        rule = cls(";".join(f"{name}={value}" for name, value in parts.items()), int(count) if count else None, until)
        if rule._first() is None:
            raise ValueError("must be a rule that happens at some time")
        return rule

    def __str__(self) -> str:
        limits = (f";COUNT={self.count}" if self.count else "") + (f";UNTIL={self.until}" if self.until else "")
        return self.pattern + limits

    @property
    def has_clock(self) -> bool:
        """Whether the rule itself says times of day."""
        return any(word in self.pattern for word in ("HOURLY", "BYHOUR", "BYMINUTE"))

    def after(self, start: datetime, beyond: datetime, zone: ZoneInfo) -> tuple[datetime, Self] | None:
        """The first wall time later than `beyond` in the series that begins at `start`, and the rule from there on.

        Both are wall times in `zone`, `start` not after `beyond`. None where the series ends before.
        """
        until = _until(self.until, zone) if self.until else None
        for passed, moment in enumerate(self._following(start), start=1):
            if (until and moment > until) or (self.count and passed >= self.count):
                return None
            if moment > beyond:
                return moment, replace(self, count=self.count - passed if self.count else None)
        return None

    def _following(self, start: datetime) -> Iterator[datetime]:
        """Occurrences later than `start`.

        They are looked for in the last years of the calendar, where weekdays fall alike, so that a rule which never
        comes again ends after four centuries and not after eighty.
        """
        years = (_LAST_CYCLE - start.year) // _CYCLE * _CYCLE
        late = start.replace(year=start.year + years)
        try:
            found = rrulestr(self.pattern, dtstart=late)
        except ValueError:  # from this start its interval meets no hour that it names
            return
        for moment in found.xafter(late):
            yield moment.replace(year=moment.year - years)

    def _first(self) -> datetime | None:
        try:
            return next(iter(rrulestr(self.pattern, dtstart=_SOME_DAY)), None)
        except (ValueError, TypeError, IndexError, KeyError, AttributeError) as error:  # dateutil's on odd values
            raise ValueError(_NO_RULE) from error


def _parts(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for piece in text.split(";"):
        found = _PART.fullmatch(piece)
        if found is None or found[1] in parts:
            raise ValueError(_NO_RULE)
        parts[found[1]] = found[2]
    known = _PARTS.get(parts.get("FREQ", ""))
    if known is None:
        raise ValueError("must have FREQ=HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY")
    if not known.issuperset(parts):
        raise ValueError(f"with this FREQ may have only {', '.join(sorted(known))}")
    return parts


def _until(text: str, zone: ZoneInfo) -> datetime:
    """The last wall time of UNTIL; a bare day includes all of it."""
    found = _UNTIL.fullmatch(text)
    if found is None:
        raise ValueError("UNTIL must look like 20261231 or 20261231T225959Z")
    year, month, day = (int(found[n]) for n in (1, 2, 3))
    if found[4] is None:
        return datetime.combine(date(year, month, day), time.max)
    hour, minute, second = (int(found[n]) for n in (4, 5, 6))
    moment = datetime.combine(date(year, month, day), time(hour, minute, second))
    if not found[7] or not 1 < year < _MAX_NUMBER:
        return moment
    return wall(moment.replace(tzinfo=UTC), zone)


@lru_cache(maxsize=4096)
def checked_rule(text: str) -> str:
    """The rule as it is kept. Raises ValueError."""
    return str(RecurrenceRule.parse(text))


@dataclass(frozen=True, slots=True)
class Span:
    """A duration: a part by the calendar (a month, three days) and a part by the clock (four hours)."""

    calendar: relativedelta
    clock: timedelta

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an ISO 8601 duration without seconds, at most 50 years. Raises ValueError."""
        found = _DURATION.fullmatch(text.strip().upper())
        if found is None:
            raise ValueError("must be an ISO 8601 duration such as P3D, P2W, P1M or PT4H")
        years, months, weeks, days, hours, minutes = (int(n or 0) for n in found.groups())
        span = cls(
            relativedelta(years=years, months=months, weeks=weeks, days=days), timedelta(hours=hours, minutes=minutes)
        )
        base = datetime(2000, 1, 1, tzinfo=UTC)
        if not base < base + span.calendar + span.clock <= base.replace(year=2050):
            raise ValueError("must be longer than nothing and at most 50 years")
        return span


def checked_span(text: str) -> str:
    """The duration as it is kept. Raises ValueError."""
    Span.parse(text)
    return text.strip().upper()


def wall(moment: datetime, zone: ZoneInfo) -> datetime:
    """The wall time of a moment, without a zone."""
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def moment_of(wall_time: datetime, zone: ZoneInfo) -> datetime:
    """The moment of a wall time, in UTC."""
    return wall_time.replace(tzinfo=zone, fold=0).astimezone(UTC)


_RULE_EXAMPLES: Final = ["FREQ=WEEKLY;BYDAY=MO"]

Repeats = Annotated[str, Field(min_length=1, max_length=500, examples=_RULE_EXAMPLES), AfterValidator(checked_rule)]
"""An RFC 5545 recurrence rule without DTSTART."""

RepeatAfter = Annotated[str, Field(min_length=1, max_length=30, examples=["P3D"]), AfterValidator(checked_span)]
"""An ISO 8601 duration counted from a completion."""
