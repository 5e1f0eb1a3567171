"""Days, months and years as they are named, and the dates they mean."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateutil.relativedelta import relativedelta

from .grammar import Frame

Days = tuple[date, date]
DAY = timedelta(days=1)
#: 29 February falls on a given weekday every 40 years at least.
YEARS_SEARCHED = 40


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year by the fields that were named; what is missing is found by looking ahead (or back).

    weekday is 0 for Monday. weak marks words that are seldom a date by themselves ("may", "2014").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    weak: bool = False

    def days(self, frame: Frame, after: date | None = None) -> Days | None:
        """First and last day meant: the earliest that is not over, or later than `after`; None when impossible."""
        if self.year is not None:
            return self._in(self.year, self.month or 1)
        if self.month is None and self.day is None:
            return self._coming_weekday(frame, after)
        floor = after + DAY if after else frame.today
        if after is None and self.month and self.weekday is not None:
            # "Sunday, Feb 10" is the nearest such day.
            found = [*self._matching(floor, 1), *self._matching(floor, -1)]
            return min(found, key=lambda days: abs(days[0] - floor), default=None)
        if frame.past and after is None:
            return next((days for days in self._matching(floor, -1) if days[0] <= floor), None)
        return next((days for days in self._matching(floor, 1) if days[1] >= floor), None)

    def _coming_weekday(self, frame: Frame, after: date | None) -> Days | None:
        if self.weekday is None:
            return None
        ahead = (self.weekday - (after or frame.today).weekday() - 1) % 7 + 1
        day = (after or frame.today) + (ahead - (7 if frame.past and after is None else 0)) * DAY
        return day, day

    def _matching(self, floor: date, way: int) -> Iterator[Days]:
        """What fits the named fields, by month or year from the one of `floor` on."""
        for step in range(YEARS_SEARCHED if self.month else 12 * YEARS_SEARCHED):
            turns = way * step * (12 if self.month else 1)
            year, month = divmod(floor.year * 12 + (self.month or floor.month) - 1 + turns, 12)
            days = self._in(year, month + 1)
            if days and (self.weekday is None or days[0].weekday() == self.weekday):
                yield days

    def _in(self, year: int, month: int) -> Days | None:
        if not MINYEAR < year < MAXYEAR:  # a day later or earlier must exist too
            return None
        try:
            if self.day is not None:
                return (date(year, month, self.day),) * 2
            return month_days(year, month) if self.month is not None else (date(year, 1, 1), date(year, 12, 31))
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

    @property
    def is_day_number(self) -> bool:
        """Only "the 15th" was said."""
        return self.day is not None and self.month is None and self.weekday is None


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days already known: first and last, both included.

    whole: a week, month or weekend rather than a day. attributive: the name may belong to the noun behind it, as in
    "christmas songs".
    """

    first: date
    last: date
    whole: bool = False
    weak: bool = False
    attributive: bool = False

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
