"""Lays tasks into weeks that have only so many minutes: in order, near the day they are wanted, in pieces if long."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

#: A longer task than this is laid out in sessions: few people sit, dig or sort well for longer at a stretch.
LONGEST_SESSION = 120
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A task, or one session of it: step `rank` of stage `stage`, between two days counted from the start."""

    stage: int
    rank: int
    begin: int
    wanted: int
    minutes: int
    optional: bool
    whole: bool
    priority: int
    part: int = 1
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Placed:
    piece: Piece
    day: int


def select(pieces: Sequence[Piece], capacity: int) -> tuple[list[Piece], list[Piece]]:
    """What fits into `capacity` minutes, in order.

    First comes what has the highest priority, then a task of each stage, then the others, the optional ones last.
    """
    kept: set[int] = set()
    left = capacity
    for index in sorted(range(len(pieces)), key=lambda number: _rank(pieces[number])):
        if pieces[index].minutes <= left:
            kept.add(index)
            left -= pieces[index].minutes
    return [p for i, p in enumerate(pieces) if i in kept], [p for i, p in enumerate(pieces) if i not in kept]


def _rank(piece: Piece) -> tuple[bool, bool, int, int]:
    return piece.optional, piece.priority > 1, piece.rank, piece.stage


def split(piece: Piece, longest: int) -> list[Piece]:
    """Sessions of equal length, none above `longest` minutes, spread from the piece's begin to its wanted day."""
    if piece.whole:
        return [piece]
    parts = math.ceil(piece.minutes / max(longest, _SHORTEST))
    minutes = math.ceil(piece.minutes / parts)
    span = piece.wanted - piece.begin
    days = [piece.begin + round(span * (n + 1) / parts) for n in range(parts)]
    return [replace(piece, minutes=minutes, wanted=day, part=n + 1, parts=parts) for n, day in enumerate(days)]


def place(pieces: Sequence[Piece], room: Sequence[int], work_days: int) -> tuple[list[Placed], list[Piece]]:
    """Each piece in the first week from the wanted one on that has room, never before the piece ahead of it.

    `room` holds the free minutes of each week. Latest weeks, reckoned from the end, keep a pile from falling off it.
    """
    free = list(room)
    latest = _latest(pieces, room)
    placed: list[tuple[Piece, int]] = []
    lost: list[Piece] = []
    before = 0
    for piece, last in zip(pieces, latest, strict=True):
        week = _first_free(free, max(before, min(piece.wanted // 7, last)), piece.minutes)
        if week is None:
            lost.append(piece)
            continue
        free[week] -= piece.minutes
        placed.append((piece, week))
        before = week
    return _days(placed, work_days), lost


def _latest(pieces: Sequence[Piece], room: Sequence[int]) -> list[int]:
    free = list(room)
    week = len(room) - 1
    latest: list[int] = []
    for piece in reversed(pieces):
        while week > 0 and free[week] < piece.minutes:
            week -= 1
        free[week] -= piece.minutes
        latest.append(week)
    return latest[::-1]


def _first_free(free: Sequence[int], start: int, minutes: int) -> int | None:
    return next((week for week in range(start, len(free)) if free[week] >= minutes), None)


def _days(placed: Sequence[tuple[Piece, int]], work_days: int) -> list[Placed]:
    """The wanted day where the week allows it, else the pieces of a week spread over it; days never run backwards."""
    result: list[Placed] = []
    day = 0
    for piece, week in placed:
        fallback = 7 * week + 2
        wanted = piece.wanted if piece.wanted // 7 == week else fallback
        day = min(max(day, wanted), 7 * week + 6, work_days - 1)
        result.append(Placed(piece, day))
    return result
