"""What holds for any text that is read for dates and for any quick-add line."""

import time
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import example, given, settings
from hypothesis import strategies as st

from selfos.intelligence.builtin.quickadd import read_line
from selfos.intelligence.builtin.when import find, find_all, find_period

NOW = datetime(2025, 6, 11, 10, 0)  # noqa: DTZ001 - local wall-clock time
SPOKEN = (
    "every other each daily weekly monday tue fri saturdays june may 4th 15 31 2025 3pm 9:30 noon midnight at on in by "
    "until from to - , and the of first last next this week weekend month year day days hours 30 min half quarter past "
    "before after tomorrow yesterday tonight morning evening end for times starting christmas now ago ! 2/30 12/25 "
    '2025-02-30 #tag @ann !high !!! /home ~ ^health \\ " ` ( ) 99999999999 0 call mum'
)
WORDS = SPOKEN.split()
TIME_TALK = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
TEXTS = st.one_of(st.text(max_size=80), TIME_TALK, st.lists(st.sampled_from(WORDS), max_size=8).map("".join))
MOMENTS = st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2200, 1, 1))  # noqa: DTZ001 - local
UNDATED = ["call", "write", "dear", "Bob", "about", "green", "report", "kitchen", "loudly"]
PLAIN = st.lists(st.sampled_from(UNDATED), max_size=5).map(" ".join)
DATED = [
    "tomorrow at 5pm",
    "next friday",
    "every other sunday",
    "from july 3 to july 8",
    "in 20 minutes",
    "by the 20th",
]


@given(TEXTS, MOMENTS)
@example("29 february monday", datetime(2100, 3, 1))  # noqa: DTZ001
@example("every 1000 years", datetime(2199, 12, 31))  # noqa: DTZ001
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_and_spans_lie_inside_it_in_order(text: str, now: datetime) -> None:
    at = 0
    for mention in find_all(text, now):
        assert at <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        at = mention.end
    find_period(text, now)
    when = find(text, now)
    assert 0 <= when.confidence <= 1
    assert bool(when) == bool(when.spans)


@given(TIME_TALK, MOMENTS)
@settings(max_examples=300, deadline=None)
@example("every 40th monday", datetime(2025, 6, 11))  # noqa: DTZ001
@example("every feb 30", datetime(2025, 6, 11))  # noqa: DTZ001
def test_every_rule_can_be_expanded(text: str, now: datetime) -> None:
    when = find(text, now)
    if when.rrule:
        rrulestr(when.rrule, dtstart=now)


@given(TIME_TALK, MOMENTS)
@settings(max_examples=300, deadline=None)
def test_an_end_never_lies_before_its_start(text: str, now: datetime) -> None:
    when = find(text, now)
    if type(when.start) is type(when.end) and when.start is not None:
        start: Any = when.start
        assert start <= when.end


@given(PLAIN, st.sampled_from(DATED), PLAIN)
@settings(deadline=None)
def test_words_around_do_not_change_the_reading(before: str, dated: str, after: str) -> None:
    alone, within = find(dated, NOW), find(f"{before} {dated} {after}", NOW)
    assert (within.start, within.end, within.rrule) == (alone.start, alone.end, alone.rrule)


@settings(deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)), PLAIN, PLAIN)
def test_an_iso_date_is_always_found(day: date, before: str, after: str) -> None:
    assert find(f"{before} {day.isoformat()} {after}", NOW).start == day


@settings(deadline=None)
@given(TIME_TALK, st.sampled_from(["Europe/Berlin", "America/New_York", "Pacific/Apia", "Asia/Kathmandu"]), MOMENTS)
def test_an_aware_now_gives_the_same_wall_clock(text: str, zone: str, now: datetime) -> None:
    """But for "in 3 hours", which really pass."""
    aware = find(text, now.replace(tzinfo=ZoneInfo(zone)))
    naive = find(text, now)
    assert (aware.rrule, type(aware.start), type(aware.end)) == (naive.rrule, type(naive.start), type(naive.end))
    if isinstance(aware.start, datetime):
        assert aware.start.tzinfo is not None


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_nothing_of_a_quick_add_line_vanishes(text: str) -> None:
    task = read_line(text, datetime(2025, 6, 11, 10, tzinfo=UTC))
    kept = list(text)
    at = 0
    for part in task.parts:
        assert at <= part.start < part.end <= len(text)
        assert part.text == text[part.start : part.end]
        kept[part.start : part.end] = [" "] * (part.end - part.start)
        at = part.end
    assert "".join("".join(kept).split()) == "".join(task.title.split())


@pytest.mark.parametrize(
    "unit", ["1 2 3 4 ", "mon, tue, ", "half past ", "the first of the ", "a.a.", "every ", '"', "~1", "\\a"]
)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    """Four times the text within ten times the time: squares would take sixteen."""

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        began = time.process_time()
        read_line(text, NOW)
        return time.process_time() - began

    seconds(1000)
    small = max(min(seconds(6_000) for _ in range(2)), 0.002)
    assert min(seconds(24_000) for _ in range(2)) < 10 * small
