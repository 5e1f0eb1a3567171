"""Days and periods, said on Wednesday 11 June 2025 at 10:00."""

from datetime import date, datetime

import pytest

from selfos.intelligence.builtin.when import find

NOW = datetime(2025, 6, 11, 10, 0)  # noqa: DTZ001 - local wall-clock time

DAYS = {
    # near
    "today": "2025-06-11",
    "call the bank tomorrow": "2025-06-12",
    "the day after tomorrow": "2025-06-13",
    "yesterday": "2025-06-10",
    "the day before yesterday": "2025-06-09",
    "tomorrow week": "2025-06-19",
    # weekdays
    "friday": "2025-06-13",
    "on Mon": "2025-06-16",
    "this saturday": "2025-06-14",
    "next monday": "2025-06-16",
    "next friday": "2025-06-20",
    "last friday": "2025-06-06",
    "this past sunday": "2025-06-08",
    "friday of next week": "2025-06-20",
    "next week on thursday": "2025-06-19",
    "next week thursday": "2025-06-19",
    "sunday after next": "2025-06-22",
    "a week from friday": "2025-06-20",
    "a week on saturday": "2025-06-21",
    "three fridays from now": "2025-06-27",
    "two mondays ago": "2025-06-02",
    # numbered
    "the 15th": "2025-06-15",
    "on the 3rd": "2025-07-03",
    "on the twenty first": "2025-06-21",
    "the 1st of next month": "2025-07-01",
    "the 20th of this month": "2025-06-20",
    "july 4": "2025-07-04",
    "4 July": "2025-07-04",
    "march the 3rd": "2026-03-03",
    "the fifth of november": "2025-11-05",
    "Sept. 9": "2025-09-09",
    "9-Sep-2025": "2025-09-09",
    "Oct 5th, 2027": "2027-10-05",
    "5 October 2027": "2027-10-05",
    "Fri, 3 Oct 2025": "2025-10-03",
    "thursday the 26th": "2025-06-26",
    "friday 13th": "2025-06-13",
    "29 february": "2028-02-29",
    # shapes
    "2025-12-01": "2025-12-01",
    "2025/12/01": "2025-12-01",
    "12/1/2025": "2025-12-01",
    "1.12.2025": "2025-01-12",
    "25.12.2025": "2025-12-25",
    "12/25": "2025-12-25",
    "3/9": "2026-03-09",
    "10/9/27": "2027-10-09",
    # counted
    "in 3 days": "2025-06-14",
    "in a week": "2025-06-18",
    "in two weeks": "2025-06-25",
    "in a fortnight": "2025-06-25",
    "in one month": "2025-07-11",
    "in 2 years": "2027-06-11",
    "in a couple of weeks": "2025-06-25",
    "10 days from now": "2025-06-21",
    "6 weeks ago": "2025-04-30",
    "a year ago": "2024-06-11",
    "3 days after tomorrow": "2025-06-15",
    "two weeks from friday": "2025-06-27",
    "a week before christmas": "2025-12-18",
    "the day after christmas": "2025-12-26",
    "1 month and 2 days from now": "2025-07-13",
    # places in a period
    "last friday of june": "2025-06-27",
    "first monday in september": "2025-09-01",
    "the third tuesday of october 2026": "2026-10-20",
    "second to last day of august": "2025-08-30",
    "last day of february 2028": "2028-02-29",
    "the last day of this month": "2025-06-30",
    "first day of next month": "2025-07-01",
    "end of the month": "2025-06-30",
    "eoy": "2025-12-31",
    # holidays
    "halloween": "2025-10-31",
    "christmas eve": "2025-12-24",
    "new year's eve": "2025-12-31",
    "new year's day": "2026-01-01",
    "valentine's day": "2026-02-14",
    "st patrick's day": "2026-03-17",
    "easter": "2026-04-05",
    "good friday 2027": "2027-03-26",
    "thanksgiving": "2025-11-27",
    "black friday": "2025-11-28",
    "labor day": "2025-09-01",
    "mother's day 2026": "2026-05-10",
    "father's day": "2025-06-15",
    "the day after thanksgiving": "2025-11-28",
    "the monday after easter": "2026-04-06",
    "the ides of march": "2026-03-15",
    "5 may next year": "2026-05-05",
    "first of the month": "2025-07-01",
    "first day of the month": "2025-07-01",
    "+10 days": "2025-06-21",
    "within a month": "2025-07-11",
    "a hundred days from now": "2025-09-19",
    "for march 13th": "2026-03-13",
    # part of a day
    "tomorrow morning": "2025-06-12",
    "tonight": "2025-06-11",
    "this evening": "2025-06-11",
    "last night": "2025-06-10",
    "friday night": "2025-06-13",
    "sunday in the afternoon": "2025-06-15",
}

PERIODS = {
    "next week": ("2025-06-16", "2025-06-22"),
    "this week": ("2025-06-09", "2025-06-15"),
    "last week": ("2025-06-02", "2025-06-08"),
    "the week after next": ("2025-06-23", "2025-06-29"),
    "next weekend": ("2025-06-21", "2025-06-22"),
    "this weekend": ("2025-06-14", "2025-06-15"),
    "next month": ("2025-07-01", "2025-07-31"),
    "in march": ("2026-03-01", "2026-03-31"),
    "in august": ("2025-08-01", "2025-08-31"),
    "in may 2026": ("2026-05-01", "2026-05-31"),
    "next year": ("2026-01-01", "2026-12-31"),
    "in 2031": ("2031-01-01", "2031-12-31"),
    "the week of october 6": ("2025-10-06", "2025-10-12"),
    "the first week of july": ("2025-06-30", "2025-07-06"),
    "july 3 to july 8": ("2025-07-03", "2025-07-08"),
    "july 3-8": ("2025-07-03", "2025-07-08"),
    "3 - 8 July 2026": ("2026-07-03", "2026-07-08"),
    "from the 20th to the 25th": ("2025-06-20", "2025-06-25"),
    "from the 28th to the 2nd": ("2025-06-28", "2025-07-02"),
    "between august 10 and 14": ("2025-08-10", "2025-08-14"),
    "Dec 28 - Jan 3, 2027": ("2026-12-28", "2027-01-03"),
    "monday to wednesday": ("2025-06-16", "2025-06-18"),
    "from tomorrow until sunday": ("2025-06-12", "2025-06-15"),
    "2025-07-01 to 2025-07-09": ("2025-07-01", "2025-07-09"),
    "june to august": ("2025-06-01", "2025-08-31"),
    "next 3 days": ("2025-06-12", "2025-06-14"),
    "two upcoming weeks": ("2025-06-12", "2025-06-25"),
    "the rest of the week": ("2025-06-11", "2025-06-15"),
    "the weekend before christmas": ("2025-12-20", "2025-12-21"),
    "last weekend of july": ("2025-07-26", "2025-07-27"),
    "12th of july until the 22nd": ("2025-07-12", "2025-07-22"),
    "beginning of 2027": ("2027-01-01", "2027-05-02"),
    "7/5-7/10": ("2025-07-05", "2025-07-10"),
}

NOTHING = [
    "it may rain and we may stay",
    "the long march of progress",
    "the cat sat on the mat",
    "the sun is out",
    "wait a second",
    "the second time around",
    "first things first",
    "upgrade to version 2.10.3",
    "release v1.2",
    "it costs $12.50",
    "mix it 1:3",
    "we won 3-2",
    "1 in 5 people agree",
    "call 555-0123",
    "room 12",
    "read chapter 7",
    "buy 2 litres of milk",
    "30 February",
    "2025-02-30",
    "31/31/2020",
    "day by day",
    "one more time",
    "the end of the road",
    "see you later",
    "she is 5 years old",
    "an hour is not enough",
    "install mp3 player",
    "the 2nd floor",
    "ask April about June",
    "https://example.org/2024/05/06/post",
    "mail a.b@2024-05-06.example",
    "a two-way street",
    "24/7 support",
    "look at 3 options",
    "between 5 and 10 people",
    "two by four",
    "nine to five",
    "page 10 to 12",
    "look up some christmas songs",
    "my weekly report",
    "what time is it",
    "not now",
    "from now on",
    "money from one account to another",
    "at least 3",
    "about 20",
    "now and then",
]


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_a_day(text: str, day: str) -> None:
    start = find(text, NOW).start
    assert start is not None
    assert (start.date() if isinstance(start, datetime) else start) == date.fromisoformat(day)


@pytest.mark.parametrize(("text", "days"), PERIODS.items())
def test_a_period(text: str, days: tuple[str, str]) -> None:
    when = find(text, NOW)
    assert (when.start, when.end) == tuple(date.fromisoformat(day) for day in days)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_to_do_with_time(text: str) -> None:
    assert not find(text, NOW)
