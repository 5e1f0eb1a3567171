"""Finding a realistic time for something that comes again and again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from dateutil.rrule import rrulestr

from selfos.features.profile import Hours
from selfos.kernel.vocabulary import LifeArea

_AHEAD: Final = 14
"""Days for which the calendar is looked at."""
_USUAL_MINUTES: Final = 30
_BY_AREA: Final = {
    LifeArea.HEALTH: (time(7), time(18), time(12, 15)),
    LifeArea.CAREER: (time(9), time(14), time(17)),
    LifeArea.HOME: (time(18), time(10)),
}
_OTHERWISE: Final = (time(18, 30), time(19, 30), time(7), time(12, 15), time(20, 30), time(21, 15), time(6, 15))


@dataclass(slots=True)
class Calendar:
    """What stands already, on the person's clock; times without a zone."""

    now: datetime
    taken: list[tuple[datetime, datetime]] = field(default_factory=list)

    @classmethod
    def of(cls, tasks: Iterable[dict[str, Any]], local: datetime) -> "Calendar":
        """The calendar of these tasks; those without a time of day take none."""
        calendar = cls(local.replace(tzinfo=None))
        for task in tasks:
            if at := task["start_at"] or task["due_at"]:
                begin = datetime.fromisoformat(at).astimezone(local.tzinfo).replace(tzinfo=None)
                calendar.take([begin], task["duration_minutes"] or _USUAL_MINUTES)
        return calendar

    def take(self, begins: Iterable[datetime], minutes: int) -> None:
        """Something stands at these times."""
        self.taken += [(begin, begin + timedelta(minutes=minutes)) for begin in begins]

    def place(self, rrule: str, minutes: int, first: date, wished: Sequence[time]) -> datetime:
        """When the series begins: at the first wished time that is free on all of its days in the next two weeks.

        Where none is, at the one with the fewest collisions.
        """
        series = [self._occurrences(rrule, first, at) for at in wished]
        best = min(series, key=lambda begins: sum(self._collides(begin, minutes) for begin in begins))
        self.take(best, minutes)
        return best[0]

    def _occurrences(self, rrule: str, first: date, at: time) -> list[datetime]:
        start = datetime.combine(max(first, self.now.date()), at)
        if start <= self.now:
            start += timedelta(days=1)
        rule = rrulestr(rrule, dtstart=start)
        return list(rule.between(start, start + timedelta(days=_AHEAD), inc=True)) or [
            rule.after(start, inc=True) or start
        ]

    def _collides(self, begin: datetime, minutes: int) -> bool:
        end = begin + timedelta(minutes=minutes)
        return any(start < end and begin < stop for start, stop in self.taken)


def wished_times(peak: Sequence[Hours], areas: Iterable[LifeArea]) -> list[time]:
    """Times to try, the best first: the person's peak hours, what suits the life area, then any."""
    return list(dict.fromkeys([*_starts(peak), *(at for area in areas for at in _BY_AREA.get(area, ())), *_OTHERWISE]))


def _starts(peak: Sequence[Hours]) -> Iterator[time]:
    for hours in peak:
        moment = datetime.combine(date.min, hours.starts)
        while moment + timedelta(minutes=_USUAL_MINUTES) <= datetime.combine(date.min, hours.ends):
            yield moment.time()
            moment += timedelta(minutes=_USUAL_MINUTES)
