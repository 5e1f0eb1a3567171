"""What the rules build: days, clocks, amounts, and their combinations, still to be settled against now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from .grammar import Frame

Days = tuple[date, date]
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year by the fields that were named; what is missing is found by looking ahead (or back).

    weekday is 0 for Monday. weak marks words that are seldom a date by themselves ("may", "sat").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    weak: bool = False

    def days(self, frame: Frame, after: date | None = None) -> Days | None:
        """First and last day meant; the earliest that is not over (or later than `after`), None if impossible."""
        return next(self._candidates(frame, after), None)

    def _candidates(self, frame: Frame, after: date | None) -> Iterator[Days]:
        if self.day is None and self.month is None and self.year is None:
            yield from self._weekday(frame, after)
            return
        floor = after + DAY if after else frame.today
        for year, month in self._months(floor, back=frame.past and not after):
            days = self._in_month(year, month)
            if days is None or (self.weekday is not None and self.year is None and days[0].weekday() != self.weekday):
                continue
            if self.year is not None or (days[0] <= frame.today if frame.past and not after else days[1] >= floor):
                yield days

    def _weekday(self, frame: Frame, after: date | None) -> Iterator[Days]:
        if self.weekday is None:
            return
        ahead = (self.weekday - (after or frame.today).weekday() - 1) % 7 + 1
        day = (after or frame.today) + timedelta(days=ahead - (7 if frame.past and not after else 0))
        yield day, day

    def _months(self, floor: date, *, back: bool) -> Iterator[tuple[int, int]]:
        """The months it could lie in, nearest first; 29 February on a given weekday needs 40 years at most."""
        if self.year is not None:
            yield self.year, self.month or 1
            return
        for step in range(40 if self.month else 60):
            turn = -step if back else step
            index = floor.year * 12 + floor.month - 1 + (0 if self.month else turn)
            year = floor.year + turn if self.month else index // 12
            if 1 <= year <= 9999:
                yield year, self.month or index % 12 + 1

    def _in_month(self, year: int, month: int) -> Days | None:
        try:
            if self.day is not None:
                return (date(year, month, self.day),) * 2
            if self.month is not None:
                return month_days(year, month)
            return date(year, 1, 1), date(year, 12, 31)
        except ValueError:
            return None

    def filled_from(self, other: "Day") -> "Day":
        """ "Nov 18" of "Nov 18 to Dec 19, 2015" takes the year, "13" of "13 to 15 July" the month as well."""
        if self.weekday is not None and self.day is None:
            return self
        month = self.month or (other.month if self.day else None)
        return replace(self, month=month, year=self.year or other.year)

    @property
    def is_period(self) -> bool:
        return self.day is None and self.weekday is None


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days already known: first and last, both included. whole: a week, month or weekend rather than a day."""

    first: date
    last: date
    whole: bool = False
    weak: bool = False

    def days(self, frame: Frame, after: date | None = None) -> Days | None:  # noqa: ARG002 - the face of Day
        return self.first, self.last

    @property
    def is_period(self) -> bool:
        return self.whole


AnyDay = Day | Fixed


def fixed(day: date) -> Fixed:
    return Fixed(day, day)


def month_days(year: int, month: int) -> Days:
    first = date(year, month, 1)
    return first, first + relativedelta(months=1, days=-1)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. open: morning or evening was not said, so hour is 1 to 12. loose: a bare hour ("2")."""

    hour: int
    minute: int = 0
    open: bool = False
    loose: bool = False

    @property
    def hours(self) -> tuple[int, ...]:
        return (self.hour % 12, self.hour % 12 + 12) if self.open else (self.hour % 24,)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day, the hours [first, last)."""

    first: int
    last: int

    def hour(self, clock: Clock) -> int:
        for hour in clock.hours:
            if self.first <= hour < self.last:
                return hour
        # Of the night the small hours are left: "3 at night" is 03:00, "12 at night" midnight.
        night = self.last == 24 and self.first == 18
        return min(clock.hours) if night else clock.hours[-1 if self.first >= 12 else 0]


@dataclass(frozen=True, slots=True)
class Moment:
    """A point named by a day, a time of day or both, or an instant that is known already."""

    day: AnyDay | None = None
    clock: Clock | None = None
    part: Part | None = None
    instant: datetime | None = None

    @property
    def has_time(self) -> bool:
        return self.clock is not None or self.instant is not None

    @property
    def weak(self) -> bool:
        return bool(self.day and self.day.weak and not self.has_time and not self.part)

    def joined(self, other: "Moment") -> "Moment | None":
        """Both together when each says what the other leaves open."""
        if self.instant or other.instant or (self.clock and other.clock):
            return None
        if self.day and other.day:
            return None
        return Moment(self.day or other.day, self.clock or other.clock, self.part or other.part)


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time; months and years keep their calendar meaning when added to a date."""

    months: float = 0
    days: float = 0
    seconds: float = 0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.months + other.months, self.days + other.days, self.seconds + other.seconds)

    def times(self, factor: float) -> "Amount":
        return Amount(self.months * factor, self.days * factor, self.seconds * factor)

    @property
    def minutes(self) -> int:
        """A year counts 365 days and any other month 30."""
        years, months = divmod(self.months, 12)
        return round((years * 365 + months * 30 + self.days) * 1440 + self.seconds / 60)

    @property
    def by_clock(self) -> bool:
        return self.seconds != 0

    def after(self, start: datetime, sign: int = 1) -> datetime | None:
        months = int(self.months)
        days = self.days + (self.months - months) * 30
        try:
            day = start + sign * relativedelta(months=months) + sign * timedelta(days=days)
            if day.tzinfo is None:
                return day + sign * timedelta(seconds=self.seconds)
            # Hours and minutes really pass, also over a change of the clocks.
            return (day.astimezone(UTC) + sign * timedelta(seconds=self.seconds)).astimezone(day.tzinfo)
        except (OverflowError, ValueError):
            return None


UNITS = {
    "second": Amount(seconds=1),
    "minute": Amount(seconds=60),
    "hour": Amount(seconds=3600),
    "day": Amount(days=1),
    "week": Amount(days=7),
    "fortnight": Amount(days=14),
    "month": Amount(months=1),
    "quarter": Amount(months=3),
    "year": Amount(months=12),
}


@dataclass(frozen=True, slots=True)
class Range:
    """From one moment to another; last days and end times as they were said."""

    start: Moment
    end: Moment


@dataclass(frozen=True, slots=True)
class Bound:
    """A moment with a side: "start" (from, after, since, starting), "until", "through" (to its end) or "due" (by, before)."""

    side: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time as such: "for 30 minutes"; ahead: "for the next 2 months"."""

    amount: Amount
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """How often a repeat happens in all."""

    count: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """The parts of an RRULE (RFC 5545); after_completion counts from when it was last done."""

    freq: str
    interval: int = 1
    by_day: tuple[str, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    by_position: int | None = None
    part: Part | None = None
    after_completion: bool = False
