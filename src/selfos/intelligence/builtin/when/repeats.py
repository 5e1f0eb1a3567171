"""The reading of a line that happens again and again: its rule, its first time, its last."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from dateutil.rrule import rrulestr

from .days import Fixed
from .grammar import Frame
from .line import Line
from .result import Point, When, day_of, minutes_between
from .settle import at, likely_hour, next_time, settle, settle_range
from .values import Bound, Clock, Hours, Lasting, Moment, Range, Repeat, Times

BY_THE_CLOCK = ("HOURLY", "MINUTELY", "SECONDLY")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a line says beside the repeat itself."""

    begin: date | None = None
    until: Point | None = None
    clocks: tuple[Clock, ...] = ()
    end_clock: Clock | None = None
    count: int | None = None


def repeated(line: Line, repeat: Repeat, frame: Frame) -> When:
    repeat = _with_more_days(line, repeat)
    if not repeat.possible:
        return When()
    limits = _limits(line, frame)
    length = line.take(Lasting)
    minutes = None
    if length and repeat.freq in BY_THE_CLOCK:
        limits = replace(limits, until=limits.until or length.amount.after(frame.now))
    elif length and (length.ahead or not length.amount.by_clock):
        limits = replace(limits, until=limits.until or _days_later(limits.begin or frame.today, length))
    elif length:
        minutes = length.amount.minutes
    start = _first(repeat, limits, frame)
    if start is None:
        return When()
    end = _end(start, limits, frame) if repeat.freq not in BY_THE_CLOCK else None
    rule = _rrule(repeat, limits, timed=isinstance(start, datetime))
    return When(start, end, minutes or minutes_between(start, end), rule, repeat.after_completion)


def _with_more_days(line: Line, repeat: Repeat) -> Repeat:
    """ "every monday and every thursday" is one rule."""
    for piece in line.pieces:
        other = piece.value
        if isinstance(other, Repeat) and other is not repeat and repeat.by_day and other.by_day:
            days = dict.fromkeys(repeat.by_day + other.by_day)
            if replace(other, by_day=repeat.by_day, part=repeat.part) == repeat:
                repeat = replace(repeat, by_day=tuple(days))
                line.used.append(piece)
    return repeat


def _limits(line: Line, frame: Frame) -> Limits:
    since, finish = line.bound("start", "since"), line.bound("until", "through", "due")
    times, hours, span = line.take(Times), line.take(Hours), line.take(Range)
    moment = line.moment
    begin = settle(replace(since.moment, clock=None), frame) if since and since.moment.day else None
    if begin is None and moment.day:
        begin = settle(replace(moment, clock=None, part=None), frame)
    first_day = day_of(begin[0]) if begin else None
    clock = moment.clock or (since.moment.clock if since else None)
    if clock and moment.part:
        clock = Clock(moment.part.hour(clock), clock.minute)
    limits = Limits(
        first_day,
        _until(finish, first_day, frame),
        hours.clocks if hours else ((clock,) if clock else ()),
        count=times.count if times else None,
    )
    return _within(span, limits, frame) if span else limits


def _until(finish: Bound | None, begin: date | None, frame: Frame) -> Point | None:
    """Until a month is until its first day, through a month until its last."""
    if finish is None:
        return None
    ends = settle(finish.moment, frame, after=begin if finish.moment.day else None)
    return ends[-1 if finish.side == "through" else 0] if ends else None


def _within(span: Range, limits: Limits, frame: Frame) -> Limits:
    """A range of hours gives each time its length, a range of days the first and last day."""
    if span.start.clock and span.end.clock and not span.end.day:
        return replace(limits, clocks=(span.start.clock,), end_clock=span.end.clock)
    ends = settle_range(span, frame)
    if not ends:
        return limits
    begin = day_of(ends[0])
    until = (
        _until(Bound("until", span.end), begin, frame) if span.end.day and span.end.day.is_period else day_of(ends[1])
    )
    return replace(limits, begin=begin, until=until)


def _days_later(start: date, length: Lasting) -> date | None:
    last = length.amount.after(datetime.combine(start, time()))
    return last.date() if last else None


def _first(repeat: Repeat, limits: Limits, frame: Frame) -> Point | None:
    """The first time that is not over: the coming matching day, or the first from the day that was named."""
    clock = limits.clocks[0] if limits.clocks else None
    if repeat.freq in BY_THE_CLOCK:
        return next_time(clock, repeat.part, frame) if clock else frame.now.replace(second=0, microsecond=0)
    begin = datetime.combine(limits.begin or frame.today, time())
    rule = _rrule(repeat if limits.begin else replace(repeat, interval=1), Limits(), timed=False)
    for day in rrulestr(rule, dtstart=begin).xafter(begin, count=2, inc=True):
        if clock is None:
            return day_of(day)
        point = at(day.date(), likely_hour(clock, repeat.part), clock.minute, frame)
        if limits.begin or point >= frame.now:
            return point
    return None


def _end(start: Point | None, limits: Limits, frame: Frame) -> Point | None:
    if not (isinstance(start, datetime) and limits.end_clock and limits.clocks):
        return None
    first = Moment(Fixed(start.date(), start.date()), limits.clocks[0])
    ends = settle_range(Range(first, Moment(clock=limits.end_clock)), frame)
    # The range tells how long it lasts; the hour of the start is known already.
    return (
        start + (ends[1] - ends[0])
        if ends and isinstance(ends[0], datetime) and isinstance(ends[1], datetime)
        else None
    )


def _rrule(repeat: Repeat, limits: Limits, *, timed: bool) -> str:
    """RFC 5545; an UNTIL beside a start with a time of day takes in the whole last day."""
    hours = ",".join(str(likely_hour(clock, repeat.part)) for clock in limits.clocks)
    several = len(limits.clocks) > 1 and len({clock.minute for clock in limits.clocks}) == 1
    fields = {
        "FREQ": repeat.freq,
        "INTERVAL": repeat.interval if repeat.interval > 1 else None,
        "BYMONTH": _list(repeat.by_month),
        "BYMONTHDAY": _list(repeat.by_month_day),
        "BYDAY": _list(repeat.by_day),
        "BYSETPOS": repeat.by_position,
        "BYHOUR": hours if several else None,
        "BYMINUTE": limits.clocks[0].minute if several else None,
        "COUNT": limits.count,
        "UNTIL": _until_field(limits.until, timed=timed) if limits.until and not limits.count else None,
    }
    return ";".join(f"{name}={value}" for name, value in fields.items() if value is not None)


def _until_field(until: Point, *, timed: bool) -> str:
    if isinstance(until, datetime):
        return f"{until:%Y%m%dT%H%M%S}" if timed else f"{until:%Y%m%d}"
    return f"{until:%Y%m%d}" + ("T235959" if timed else "")


def _list(values: tuple[object, ...]) -> str | None:
    return ",".join(map(str, values)) or None
