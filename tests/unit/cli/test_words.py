"""Times, repetitions and lengths in words."""

import time
from collections.abc import Iterator
from datetime import date

import pytest

from selfos.cli import words

TODAY = date(2026, 11, 20)


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=DAILY", "every day"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", "every 2 weeks on Sunday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        ("FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261231T000000Z", "every week on Monday and Thursday until 2026-12-31"),
        ("RRULE:FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,22,13", "every month on the 1st, the 22nd and the 13th"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "every month on the last day 3 times"),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5", "every year on the 5th in March"),
    ],
)
def test_rules_in_words(rule: str, said: str) -> None:
    assert words.repeats(rule) == said


@pytest.mark.parametrize("rule", ["FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2", "FREQ=MONTHLY;BYMONTHDAY=-9", "every full moon"])
def test_a_rule_beyond_words_is_shown_as_it_is(rule: str) -> None:
    assert words.repeats(rule) == rule


@pytest.mark.usefixtures("berlin")
def test_moments_are_on_the_clock_of_this_machine() -> None:
    assert words.moment("2026-11-21", "2026-11-20T23:30:00Z", TODAY) == "tomorrow, 00:30"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-20", "today"),
        ("2026-11-19", "yesterday"),
        ("2026-11-22", "Sunday 22 November"),
        ("2027-01-03", "Sunday 3 January"),
        ("2028-01-03", "Monday 3 January 2028"),
        ("2025-12-31", "Wednesday 31 December 2025"),
    ],
)
def test_days(day: str, said: str) -> None:
    assert words.moment(day, None, TODAY) == said


def test_lengths_and_intervals() -> None:
    assert [words.minutes(count) for count in (0, 30, 60, 75)] == ["0 min", "30 min", "1 h", "1 h 15 min"]
    assert [words.after(text) for text in ("P3D", "P1W", "PT5H")] == [
        *("3 days after it is done", "1 week after it is done", "PT5H after")
    ]
    assert words.moment(None, None, TODAY) == words.priority(None) == ""
