"""Reading a text: every mention, the whole line, or the date words of a search."""

from dataclasses import replace
from datetime import date, datetime

from .grammar import Frame
from .line import Line, once
from .pieces import Piece, find_pieces
from .repeats import repeated
from .result import Mention, Span, When, day_of
from .values import Bound, Hours, Lasting, Repeat, Times


def find_all(text: str, now: datetime) -> tuple[Mention, ...]:
    """Every mention, in order and without overlap. now is local, naive or aware."""
    frame = Frame(now)
    readings = ((piece, _read([piece], frame)) for piece in find_pieces(text, frame))
    return tuple(Mention(p.start, p.end, text[p.start : p.end], when) for p, when in readings if when)


def find(text: str, now: datetime) -> When:
    """The one best reading of a whole line; an empty When where it says nothing of time."""
    frame = Frame(now)
    return _read(find_pieces(text, frame), frame)


def find_period(text: str, now: datetime) -> tuple[date, date] | None:
    """The days that words of a search mean, first and last: "in March" is the latest March, "last week" a week."""
    frame = Frame(now, past=True)
    when = _read(find_pieces(text, frame), frame)
    if when.start is None or when.rrule:
        return None
    return day_of(when.start), day_of(when.end or when.start)


def _read(pieces: list[Piece], frame: Frame) -> When:
    line = Line(pieces)
    repeat = line.take(Repeat)
    when = repeated(line, repeat, frame) if repeat else once(line, frame)
    if not when:
        return When()
    used = sorted({piece.start: piece for piece in line.used}.values(), key=lambda piece: piece.start)
    return replace(
        when,
        confidence=min(piece.sure for piece in used),
        spans=tuple(Span(piece.start, piece.end, _role(piece, when)) for piece in used),
    )


def _role(piece: Piece, when: When) -> str:
    if isinstance(piece.value, Repeat | Times | Hours):
        return "repeat"
    if isinstance(piece.value, Bound) and piece.value.side not in ("start", "since"):
        return "repeat" if when.rrule else "deadline"
    return "length" if isinstance(piece.value, Lasting) else "time"
