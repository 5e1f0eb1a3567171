"""From what was said to dates and times: the coming one is meant, mornings and afternoons are told apart."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from .days import DAY, Day, Fixed
from .grammar import Frame
from .result import Point, day_of
from .values import Clock, Moment, Part, Range

Points = tuple[Point, Point]
NIGHT = Part(18, 24)


def at(day: date, hour: int, minute: int, frame: Frame) -> datetime:
    return datetime.combine(day, time(hour, minute), frame.now.tzinfo)


def settle(moment: Moment, frame: Frame, after: date | None = None) -> Points | None:
    """First and last day of a day or period, or the same instant twice; None when there is no such day."""
    if moment.instant:
        return moment.instant, moment.instant
    if moment.day is None:
        return _without_day(moment, frame)
    days = moment.day.days(frame, after)
    if days is None or moment.clock is None:
        return days
    try:
        point = _on_day(days[0], moment.clock, moment.part, frame)
    except OverflowError:
        return None
    return point, point


def _without_day(moment: Moment, frame: Frame) -> Points | None:
    if moment.clock is None:
        over = moment.part is not None and moment.part.last <= frame.now.hour
        day = frame.today + (DAY if over else timedelta())
        return (day, day) if moment.part else None
    point = next_time(moment.clock, moment.part, frame)
    return point, point


def next_time(clock: Clock, part: Part | None, frame: Frame) -> datetime:
    """The next time the clock shows this, now included."""
    if part or (clock.loose and clock.hour <= 6):
        # "at 4" by itself is in the afternoon.
        hours: tuple[int, ...] = (likely_hour(clock, part),)
    else:
        hours = clock.hours
    minute_now = frame.now.replace(second=0, microsecond=0)
    times = (at(frame.today + n * DAY, hour, clock.minute, frame) for n in (0, 1) for hour in sorted(hours))
    return next(point for point in times if point >= minute_now)


def _on_day(day: date, clock: Clock, part: Part | None, frame: Frame) -> datetime:
    if part:
        hour = part.hour(clock)
        # The small hours of "tonight" belong to the next day.
        return at(day + DAY if part == NIGHT and hour < 6 else day, hour, clock.minute, frame)
    if day == frame.today and clock.open:
        for hour in clock.hours:
            if at(day, hour, clock.minute, frame) >= frame.now:
                return at(day, hour, clock.minute, frame)
    return at(day, likely_hour(clock), clock.minute, frame)


def likely_hour(clock: Clock, part: Part | None = None) -> int:
    """Of an hour without am or pm: 7 to 11 are the morning's, 12 to 6 the afternoon's."""
    if part:
        return part.hour(clock)
    morning, *afternoon = clock.hours
    return morning if not afternoon or morning >= 7 else afternoon[0]


def settle_range(span: Range, frame: Frame) -> Points | None:
    """Both ends; the last day of a period, the next day when the end lies past midnight."""
    start, end = _share(span)
    if start.clock and end.clock and end.day is None:
        return _hours(start, end, frame)
    if not (first := settle(start, frame)):
        return None
    begin = first[0]
    first_day = day_of(begin)
    if end.day is None and end.clock:
        return _until_clock(begin, end, frame)
    floating = isinstance(end.day, Day) and end.day.year is None
    # A later time on the very same day is a range too.
    after = first_day - DAY if start.has_time and end.has_time else first_day
    last = settle(end, frame, after=after if floating else None)
    if not last:
        return None
    return _in_order(start, end, begin, last[1], frame)


def _in_order(start: Moment, end: Moment, begin: Point, finish: Point, frame: Frame) -> Points | None:
    if _key(begin) <= _key(finish):
        return begin, finish
    if isinstance(start.day, Day) and start.day.year and start.day.month and isinstance(end.day, Day):
        # "Dec 28 to Jan 3, 2016" begins in the year before.
        earlier = settle(replace(start, day=replace(start.day, year=start.day.year - 1)), frame)
        return (earlier[0], finish) if earlier and _key(earlier[0]) <= _key(finish) else None
    return None


def _key(point: Point) -> tuple[int, int, int, int, int]:
    clock = (point.hour, point.minute) if isinstance(point, datetime) else (0, 0)
    return point.year, point.month, point.day, *clock


def _share(span: Range) -> tuple[Moment, Moment]:
    """What one end says for both: the day of "3pm to 5pm tomorrow", the month of "13 to 15 July"."""
    start, end = span.start, span.end
    if start.day is None and start.clock and end.day is not None and not end.day.is_period and end.clock:
        start, end = replace(start, day=end.day), replace(end, day=None)
    if isinstance(start.day, Day) and isinstance(end.day, Day):
        start = replace(start, day=start.day.filled_from(end.day))
        if end.day.month is None and end.day.day and start.day and isinstance(start.day, Day) and start.day.year:
            end = replace(end, day=replace(end.day, year=start.day.year, month=start.day.month))
    return start, end


def _hours(start: Moment, end: Moment, frame: Frame) -> Points | None:
    """Of all readings of "9 to 5" the shortest; the day's ordinary hours when nothing was said."""
    if not (start.clock and end.clock):
        return None
    first, last = _nearest(start, end)
    if start.day is None:
        begin = at(frame.today, *first, frame)
        begin += DAY if begin < frame.now.replace(second=0, microsecond=0) else timedelta()
    else:
        days = start.day.days(frame)
        if not days:
            return None
        begin = at(days[0], *first, frame)
    finish = at(begin.date(), *last, frame)
    return begin, finish if finish > begin else finish + DAY


def _nearest(start: Moment, end: Moment) -> tuple[tuple[int, int], tuple[int, int]]:
    a, b = start.clock or Clock(0), end.clock or Clock(0)
    starts = (start.part.hour(a),) if start.part else a.hours
    ends = (end.part.hour(b),) if end.part else b.hours
    likely = likely_hour(a)

    def length(pair: tuple[int, int]) -> tuple[int, bool]:
        gap = (pair[1] * 60 + b.minute - pair[0] * 60 - a.minute) % 1440
        return gap or 1440, pair[0] != likely

    hours = min(((x, y) for x in starts for y in ends), key=length)
    return (hours[0], a.minute), (hours[1], b.minute)


def _until_clock(begin: Point, end: Moment, frame: Frame) -> Points | None:
    if end.clock is None:
        return None
    if not isinstance(begin, datetime):
        return begin, _on_day(begin, end.clock, end.part, frame)
    hours = (end.part.hour(end.clock),) if end.part else end.clock.hours
    ends = [at(begin.date() + n * DAY, hour, end.clock.minute, frame) for n in (0, 1) for hour in sorted(hours)]
    return begin, next(point for point in ends if point > begin)


def within_week(week: Fixed, weekday: int) -> Fixed:
    day = week.first + (weekday - week.first.weekday()) % 7 * DAY
    return Fixed(day, day)
