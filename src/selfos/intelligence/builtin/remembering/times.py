"""From when and until when a sentence says that something holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from selfos.intelligence.builtin.when import find_all, find_period

_YEAR: Final = re.compile(r"\b(?:in|since|until|till|from|to|of)\s+(?:19|20)\d\d\b", re.IGNORECASE)
_SINCE: Final = re.compile(r"\b(?:ever )?since\b", re.IGNORECASE)
_FROM: Final = re.compile(
    r"\b(?:from|as of|starting|effective|beginning)\s*$|^(?:from|as of|starting)\b", re.IGNORECASE
)
_UNTIL: Final = re.compile(r"\b(?:until|till|til|up to|through)\b", re.IGNORECASE)
_LINK: Final = re.compile(
    r"\b(?:ever since|since|from|as of|starting|effective|beginning|until|till|til|through)\s*$", re.IGNORECASE
)
_ON: Final = re.compile(r"\s+on\b(?!\s+(?:the|a|my|our|\d|[A-Z]))", re.IGNORECASE)
#: A stretch longer than any single name of days: it was told with both its ends.
_LONG: Final = timedelta(days=366)

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Held:
    """The days that a sentence names: it holds from `since`, until `until` (excluded); `on` is when it came about.

    `spans` are where they are named in the sentence, with the word before ("since", "until").
    """

    since: date | None = None
    until: date | None = None
    on: date | None = None
    spans: tuple[tuple[int, int], ...] = ()


def read_times(text: str, told: datetime, *, past: bool = False) -> Held:
    """The days named in a sentence that was said at `told`, local to the writer; `past` where it tells of what was."""
    since = until = on = None
    spans = []
    for start, end, next_days, last_days in _mentions(text, told):
        link = _LINK.search(text[:start])
        words = text[link.start() if link else start : end]
        if _SINCE.search(words):
            since = since or last_days[0]
        elif _UNTIL.search(words):
            until = until or (last_days if past else next_days)[1] + timedelta(days="end of" in words)
        elif _FROM.search(words):
            since = since or (last_days if past else next_days)[0]
            until = until or (next_days[1] + timedelta(days=1) if next_days[1] > next_days[0] + _LONG else None)
        else:
            on = on or (next_days if next_days[0] == told.date() else last_days)[0]
        tail = _ON.match(text, end)
        spans.append((link.start() if link else start, tail.end() if tail else end))
    return Held(since, until, on, tuple(spans))


def _mentions(text: str, told: datetime) -> Iterator[tuple[int, int, Days, Days]]:
    """Where days are named, and which they are: the next ones of that name, and the last ones."""
    found = [m for m in find_all(text, told) if not m.when.rrule and m.when.day_said]
    for match in _YEAR.finditer(text):
        if not any(m.start < match.end() and match.start() < m.end for m in found):
            year = int(match[0][-4:])
            yield *match.span(), *(2 * ((date(year, 1, 1), date(year, 12, 31)),))
    for mention in found:
        points = [_day(p) for p in (mention.when.start, mention.when.end) if p is not None]
        if points:
            ahead = points[0], points[-1]
            yield mention.start, mention.end, ahead, find_period(mention.text, told) or ahead


def _day(point: date | datetime) -> date:
    return point.date() if isinstance(point, datetime) else point
