"""Dates and times of a thought, read with the conventions of a note: the day comes before the month.

All times are local and naive, like `now`.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from selfos.intelligence.builtin.understand.findings import Moment, Span
from selfos.intelligence.builtin.understand.lexicon import pattern
from selfos.intelligence.builtin.when import When, find, find_all

RULES = "rules@1"
#: Longer stretches of days ("this week", "in may") are due on their last day, shorter ones begin on their first.
SHORT_STRETCH = timedelta(days=3)

_DAY_FIRST = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?![\d/])")
_END_OF_DAY = re.compile(r"\b(?:eod|cob)\b", re.IGNORECASE)
#: "xmas cards" names the cards, not their day.
_FESTIVE = pattern("calendar", "festive")
#: "closes sun" is "by sun" in other words; the length stays.
_ENDS = pattern("calendar", "ends")
_TIMES_A_DAY = re.compile(r"\b(?:once|twice|(?:\w+|\d+) ?(?:times|x)) (?:a|per) day\b|\b\dx ?daily\b", re.IGNORECASE)
_EITHER_OR = pattern("calendar", "either or")


@dataclass(frozen=True, slots=True)
class Timing:
    """When a task is due, how it repeats, and the spans of the words that said so (within the text read)."""

    due: date | datetime | None = None
    rrule: str | None = None
    duration: timedelta | None = None
    spans: tuple[Span, ...] = ()


def find_moments(text: str, now: datetime) -> tuple[Moment, ...]:
    """Every mention of a time, in the order of the text."""
    return tuple(
        Moment(
            span=(mention.start, mention.end),
            confidence=mention.when.confidence,
            found_by=RULES,
            start=mention.when.start,
            end=mention.when.end,
            rrule=mention.when.rrule,
            duration=_minutes(mention.when),
        )
        for mention in find_all(_plain(text), now)
    )


def read_timing(text: str, now: datetime) -> Timing:
    """The one timing that a clause speaks of; an empty one where it names none."""
    text = _FESTIVE.sub(lambda m: "_" * len(m[0]), _plain(text))
    text = _ENDS.sub(lambda m: "by".ljust(len(m[0])), text)
    end_of_day = _END_OF_DAY.search(text)
    when = find(text, now)
    if _EITHER_OR.search(text) and not when.rrule:
        return Timing(duration=_minutes(when), spans=tuple((s.start, s.end) for s in when.spans))
    if end_of_day and not when.start and not when.end:
        return Timing(due=now.date(), spans=(end_of_day.span(),))
    if not when.rrule and _TIMES_A_DAY.search(text):
        count = (when.duration_minutes or 0) // 1440
        rule = f"FREQ=DAILY;COUNT={count}" if count > 1 else "FREQ=DAILY"
        return Timing(rrule=rule, spans=tuple((s.start, s.end) for s in when.spans))
    return Timing(
        due=_due(when, now),
        rrule=when.rrule,
        duration=_minutes(when),
        spans=tuple((s.start, s.end) for s in when.spans),
    )


def _plain(text: str) -> str:
    """The text with 21/10 turned to the month-first order that the reader of dates expects, length unchanged."""
    return _DAY_FIRST.sub(lambda m: f"{m[2]}/{m[1]}" if int(m[2]) <= 12 and int(m[1]) <= 31 else m[0], text)


def _due(when: When, now: datetime) -> date | datetime | None:
    if isinstance(when.start, datetime) and abs(when.start - now) < timedelta(minutes=1):
        return when.end  # "now" and "this time" name no moment to be ready by
    if when.rrule:
        return when.start if re.search(r"BY|COUNT", when.rrule) or isinstance(when.start, datetime) else None
    if when.start is None:
        return when.end
    if when.end is None or isinstance(when.start, datetime):
        return when.start
    long = _midnight(when.end) - _midnight(when.start) > SHORT_STRETCH
    return when.end if long and _midnight(when.end) >= now - timedelta(days=1) else when.start


def _midnight(point: date | datetime) -> datetime:
    day = point.date() if isinstance(point, datetime) else point
    return datetime.combine(day, time.min)


def _minutes(when: When) -> timedelta | None:
    return timedelta(minutes=when.duration_minutes) if when.duration_minutes else None
