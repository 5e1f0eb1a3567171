"""The one reading of a whole line, and every mention by itself."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from dateutil.rrule import rrulestr

from .grammar import Frame
from .pieces import Piece, find_pieces
from .settle import Point, likely_hour, next_time, settle, settle_range, within_week
from .values import DAY, Bound, Clock, Day, Fixed, Lasting, Moment, Range, Repeat, Times

ROLES = {Repeat: "repeat", Times: "repeat", Lasting: "length", tuple: "repeat"}


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
    when it was last done. confidence is 0 to 1, spans say where it was read.
    """

    start: date | datetime | None = None
    end: date | datetime | None = None
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


def find_all(text: str, now: datetime) -> tuple[Mention, ...]:
    """Every mention, in order and without overlap. now is local, naive or aware."""
    frame = Frame(now)
    mentions = []
    for piece in find_pieces(text, frame):
        if when := read([piece], frame):
            mentions.append(Mention(piece.start, piece.end, text[piece.start : piece.end], when))
    return tuple(mentions)


def find(text: str, now: datetime) -> When:
    """The one best reading of a whole line; an empty When where it says nothing of time."""
    frame = Frame(now)
    return read(find_pieces(text, frame), frame)


def find_period(text: str, now: datetime) -> tuple[date, date] | None:
    """The days that words of a search mean, first and last: "in March" is the latest March, "last week" a week."""
    when = read(find_pieces(text, frame := Frame(now, past=True)), frame)
    if when.start is None or when.rrule:
        return None
    return _day(when.start), _day(when.end or when.start)


def _day(point: Point) -> date:
    return point.date() if isinstance(point, datetime) else point


class _Line:
    """The pieces of one line by what they are."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.used: list[Piece] = []
        self.moment = Moment()
        for piece in pieces:
            if isinstance(piece.value, Moment) and (joined := _join(self.moment, piece.value)):
                self.moment = joined
                self.used.append(piece)

    def first(self, kind: type) -> Piece | None:
        return next((piece for piece in self.pieces if isinstance(piece.value, kind)), None)

    def take(self, kind: type) -> object | None:
        piece = self.first(kind)
        if piece:
            self.used.append(piece)
        return piece.value if piece else None

    def bound(self, *sides: str) -> Moment | None:
        for piece in self.pieces:
            if isinstance(piece.value, Bound) and piece.value.side in sides:
                self.used.append(piece)
                return piece.value.moment
        return None


def _join(known: Moment, more: Moment) -> Moment | None:
    """Two mentions of one line together: a day and a time, or a week and the weekday in it."""
    if known == Moment():
        return more
    if joined := known.joined(more):
        return joined
    if known.day and more.day and known.day.is_period and not more.day.is_period and known.clock is None:
        day = more.day
        if isinstance(day, Day) and day.day is None and day.weekday is not None and isinstance(known.day, Fixed):
            day = within_week(known.day, day.weekday)
        return replace(more, day=day)
    return None


def read(pieces: list[Piece], frame: Frame) -> When:
    line = _Line(pieces)
    repeat = line.take(Repeat)
    when = _repeated(line, repeat, frame) if isinstance(repeat, Repeat) else _once(line, frame)
    if not when:
        return When()
    used = sorted({(piece.start, piece.end): piece for piece in line.used}.values(), key=lambda piece: piece.start)
    return replace(
        when,
        confidence=min((piece.sure for piece in used), default=0.0),
        spans=tuple(Span(piece.start, piece.end, _role(piece, when)) for piece in used),
    )


def _role(piece: Piece, when: When) -> str:
    if isinstance(piece.value, Bound) and piece.value.side != "start":
        return "repeat" if when.rrule else "deadline"
    return ROLES.get(type(piece.value), "time")


# --- once ---


def _once(line: _Line, frame: Frame) -> When:
    start, end, day_said = _ends(line, frame)
    length = line.take(Lasting)
    minutes = length.amount.minutes if isinstance(length, Lasting) else None
    if minutes and start and not end and isinstance(length, Lasting) and not length.amount.by_clock:
        last = length.amount.after(datetime.combine(_day(start), datetime.min.time()))
        end = last.date() - DAY if last and not isinstance(start, datetime) else None
    if isinstance(start, datetime) and isinstance(end, datetime) and not minutes:
        minutes = round((end - start).total_seconds() / 60)
    return When(start, end, minutes or None, day_said=day_said)


def _ends(line: _Line, frame: Frame) -> tuple[Point | None, Point | None, bool]:
    moment = line.moment
    span = line.take(Range)
    if isinstance(span, Range):
        if span.start.day is None and span.start.clock and span.end.day is None and moment.day and not moment.clock:
            start = replace(span.start, day=moment.day, part=span.start.part or moment.part)
            span = Range(start, replace(span.end, part=span.end.part or moment.part))
        points = settle_range(span, frame)
        return (*(points or (None, None)), bool(span.start.day or span.start.instant or span.end.day))
    since, until = line.bound("start"), line.bound("due", "until", "through")
    if since is not None and (joined := _join(moment, since)):
        moment = joined
    said = bool(moment.day or moment.instant or (until and (until.day or until.instant)))
    if until is not None and moment != Moment() and until.day is None:
        points = settle_range(Range(moment, until), frame)
        return (*(points or (None, None)), said)
    points = settle(moment, frame)
    start, end = points or (None, None)
    if until is not None:
        finish = settle(until, frame)
        end = finish[0] if finish else None
    return start, None if end == start else end, said


# --- again and again ---


def _repeated(line: _Line, repeat: Repeat, frame: Frame) -> When:
    repeat = _with_more_days(line, repeat)
    begin, until, clock, end_clock = _repeat_bounds(line, frame)
    times, length = line.take(Times), line.take(Lasting)
    minutes = None
    if isinstance(length, Lasting):
        if length.ahead or not length.amount.by_clock:
            last = length.amount.after(datetime.combine(begin or frame.today, datetime.min.time()))
            until = until or (last.date() if last else None)
        else:
            minutes = length.amount.minutes
    clocks = line.take(tuple)
    hours = tuple(clocks) if isinstance(clocks, tuple) else ((clock,) if clock else ())
    start = _first(repeat, begin, hours, frame)
    end = None
    if isinstance(start, datetime) and end_clock and hours:
        points = settle_range(
            Range(Moment(Fixed(start.date(), start.date()), hours[0]), Moment(clock=end_clock)), frame
        )
        start, end = points or (start, None)
        minutes = (
            round((end - start).total_seconds() / 60)
            if isinstance(end, datetime) and isinstance(start, datetime)
            else minutes
        )
    rule = _rrule(
        repeat, hours, until, times.count if isinstance(times, Times) else None, timed=isinstance(start, datetime)
    )
    return When(start, end, minutes, rule, repeat.after_completion)


def _with_more_days(line: _Line, repeat: Repeat) -> Repeat:
    """ "every monday and every thursday" is one rule."""
    for piece in line.pieces:
        other = piece.value
        if (
            isinstance(other, Repeat)
            and other is not repeat
            and (other.freq, other.interval) == (repeat.freq, repeat.interval)
        ):
            days = dict.fromkeys(repeat.by_day + other.by_day)
            if repeat.by_day and other.by_day:
                repeat = replace(repeat, by_day=tuple(days))
                line.used.append(piece)
    return repeat


def _repeat_bounds(line: _Line, frame: Frame) -> tuple[date | None, date | None, Clock | None, Clock | None]:
    since, finish = line.bound("start"), line.bound("until", "through", "due")
    moment, end_clock = line.moment, None
    begin = settle(since, frame) if since and (since.day or since.instant) else None
    clock = moment.clock or (since.clock if since else None)
    if clock and moment.part:
        clock = Clock(moment.part.hour(clock), clock.minute)
    until = settle(finish, frame, after=_day(begin[0]) if begin and finish.day else None) if finish else None
    span = line.take(Range)
    if isinstance(span, Range):
        if span.start.clock and span.end.clock and not span.end.day:
            clock, end_clock = span.start.clock, span.end.clock
        elif points := settle_range(span, frame):
            ends_in_period = span.end.day is not None and span.end.day.is_period
            begin, until = (
                points,
                settle(span.end, frame, after=_day(points[0])) if ends_in_period else (points[1],) * 2,
            )
    if begin is None and moment.day:
        begin = settle(replace(moment, clock=None), frame)
    return (_day(begin[0]) if begin else None), (_day(until[0]) if until else None), clock, end_clock


def _first(repeat: Repeat, begin: date | None, hours: tuple[Clock, ...], frame: Frame) -> Point | None:
    """The first occurrence that is not over: the coming matching day, or the first from the day that was named."""
    if repeat.freq in ("HOURLY", "MINUTELY", "SECONDLY"):
        return next_time(hours[0], repeat.part, frame) if hours else frame.now.replace(second=0, microsecond=0)
    rule = _rrule(repeat if begin else replace(repeat, interval=1), (), None, None, timed=False)
    day = begin or frame.today
    dates = rrulestr(rule, dtstart=datetime.combine(day, datetime.min.time()))
    for occurrence in dates.xafter(datetime.combine(day, datetime.min.time()), count=2, inc=True):
        if not hours:
            return occurrence.date()
        point = datetime.combine(occurrence.date(), datetime.min.time(), frame.now.tzinfo).replace(
            hour=likely_hour(hours[0], repeat.part), minute=hours[0].minute
        )
        if point >= frame.now or begin:
            return point
    return None


def _rrule(repeat: Repeat, hours: tuple[Clock, ...], until: date | None, count: int | None, *, timed: bool) -> str:
    fields: list[tuple[str, object]] = [("FREQ", repeat.freq)]
    if repeat.interval > 1:
        fields.append(("INTERVAL", repeat.interval))
    for name, values in (("BYMONTH", repeat.by_month), ("BYMONTHDAY", repeat.by_month_day), ("BYDAY", repeat.by_day)):
        if values:
            fields.append((name, ",".join(str(value) for value in values)))
    if repeat.by_position:
        fields.append(("BYSETPOS", repeat.by_position))
    if len(hours) > 1 and len({clock.minute for clock in hours}) == 1:
        fields.append(("BYHOUR", ",".join(str(likely_hour(clock, repeat.part)) for clock in hours)))
        fields.append(("BYMINUTE", hours[0].minute))
    if count:
        fields.append(("COUNT", count))
    elif until:
        fields.append(("UNTIL", f"{until:%Y%m%d}" + ("T235959" if timed else "")))
    return ";".join(f"{name}={value}" for name, value in fields)
