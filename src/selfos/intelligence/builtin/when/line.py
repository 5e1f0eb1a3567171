"""The pieces of one line by what they are, and the reading of a line that happens once."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import TypeVar

from .days import DAY, Day, Fixed
from .grammar import Frame
from .pieces import Piece
from .result import Point, When, minutes_between
from .settle import settle, settle_range, within_week
from .values import Bound, Hours, Lasting, Moment, Range

T = TypeVar("T")
Ends = tuple[Point | None, Point | None]


class Line:
    """The pieces of one line; `used` are those that the reading stands on."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.used: list[Piece] = []
        self.moment = Moment()
        for piece in pieces:
            if isinstance(piece.value, Moment) and (joined := join(self.moment, piece.value)):
                self.moment = joined
                self.used.append(piece)

    def take(self, kind: type[T]) -> T | None:
        """The first value of this kind."""
        for piece in self.pieces:
            if isinstance(piece.value, kind):
                self.used.append(piece)
                return piece.value
        return None

    def drop_moments(self) -> None:
        self.used = [piece for piece in self.used if not isinstance(piece.value, Moment)]

    def bound(self, *sides: str) -> Bound | None:
        for piece in self.pieces:
            if isinstance(piece.value, Bound) and piece.value.side in sides:
                self.used.append(piece)
                return piece.value
        return None


def join(known: Moment, more: Moment) -> Moment | None:
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


def once(line: Line, frame: Frame) -> When:
    span = line.take(Range)
    if span:
        span = _on_the_day(span, line.moment)
        said = bool(span.start.day or span.start.instant or span.end.day)
        start, end = settle_range(span, frame) or (None, None)
    else:
        (start, end), said = _between_bounds(line, frame)
    length = line.take(Lasting)
    if length is None:
        return When(start, end, minutes_between(start, end), day_said=said)
    if end is None and start and not isinstance(start, datetime) and not length.amount.by_clock:
        end = last_day(start, length)
    return When(start, end, length.amount.minutes or None, day_said=said)


def last_day(start: date, length: Lasting) -> date | None:
    """The last day of "two days" from `start`."""
    after = length.amount.after(datetime.combine(start, time()))
    return after.date() - DAY if after else None


def _on_the_day(span: Range, moment: Moment) -> Range:
    """ "on friday ... from 3 to 4" """
    if span.start.clock and not (span.start.day or span.end.day) and moment.day and not moment.clock:
        start = replace(span.start, day=moment.day, part=span.start.part or moment.part)
        return Range(start, replace(span.end, part=span.end.part or moment.part))
    return span


def _named_moment(line: Line) -> Moment:
    if line.moment == Moment() and (hours := line.take(Hours)):
        return Moment(clock=hours.clocks[0])
    return line.moment


def _between_bounds(line: Line, frame: Frame) -> tuple[Ends, bool]:
    moment, since, until = _named_moment(line), line.bound("start", "since"), line.bound("due", "until", "through")
    if since:
        moment = join(moment, since.moment) or moment
    finish = until.moment if until else Moment()
    if until and until.side == "due" and finish.day and moment.day and not since:
        # "report due friday, meeting tomorrow": the deadline is the task's.
        line.drop_moments()
        moment = Moment()
    said = any((moment.day, moment.instant, finish.day, finish.instant))
    if finish != Moment() and moment.day is None and finish.clock is None and (joined := finish.joined(moment)):
        # "by friday ... at 5pm"
        moment, finish = Moment(), joined
    if moment != Moment() and finish != Moment():
        return settle_range(Range(moment, finish), frame) or (None, None), said
    if finish != Moment():
        ends = settle(finish, frame)
        return (None, ends[-1 if until and until.side == "through" else 0] if ends else None), said
    if since and since.side == "since":
        frame = replace(frame, past=True)
    start, end = settle(moment, frame) or (None, None)
    return (start, None if since or end == start else end), said
