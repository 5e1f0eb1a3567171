"""What the rules build besides days: clocks, amounts, and their combinations, still to be settled against now."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from dateutil.relativedelta import relativedelta

from .days import AnyDay


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
    """A moment with a side: "start" (from, after), "since", "until", "through" (to its end) or "due" (by, before)."""

    side: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time as such: "for 30 minutes"; ahead: "for the next 2 months"."""

    amount: Amount
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Hours:
    """Several times of one day: "at 10, 12 and 17"."""

    clocks: tuple[Clock, ...]


@dataclass(frozen=True, slots=True)
class Times:
    """How often a repeat happens in all."""

    count: int


#: The days of the months that are shorter than 31.
LONGEST = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


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

    @property
    def possible(self) -> bool:
        """No month has a sixth friday or a 24th workday, and february no 30th."""
        fridays = 5 if self.freq == "MONTHLY" or self.by_month else 53
        longest = max((LONGEST.get(month, 31) for month in self.by_month), default=31)
        return (
            all(abs(int(day[:-2] or 0)) <= fridays for day in self.by_day)
            and all(abs(day) <= longest for day in self.by_month_day)
            and abs(self.by_position or 0) <= 23
        )
