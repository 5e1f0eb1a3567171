"""Repeats, said on Wednesday 11 June 2025 at 10:00."""

from datetime import date, datetime

import pytest

from selfos.intelligence.builtin.when import find

NOW = datetime(2025, 6, 11, 10, 0)  # noqa: DTZ001 - local wall-clock time

RULES = {
    "every day": "FREQ=DAILY",
    "daily": "FREQ=DAILY",
    "every other day": "FREQ=DAILY;INTERVAL=2",
    "every 3 days": "FREQ=DAILY;INTERVAL=3",
    "every two weeks": "FREQ=WEEKLY;INTERVAL=2",
    "fortnightly": "FREQ=WEEKLY;INTERVAL=2",
    "every month": "FREQ=MONTHLY",
    "quarterly": "FREQ=MONTHLY;INTERVAL=3",
    "once a year": "FREQ=YEARLY",
    "every 20 minutes": "FREQ=MINUTELY;INTERVAL=20",
    "every hour": "FREQ=HOURLY",
    "water the plants every friday": "FREQ=WEEKLY;BYDAY=FR",
    "every mon, wed and fri": "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "every tuesday and thursday": "FREQ=WEEKLY;BYDAY=TU,TH",
    "tuesdays and thursdays": "FREQ=WEEKLY;BYDAY=TU,TH",
    "on sundays": "FREQ=WEEKLY;BYDAY=SU",
    "every monday and every thursday": "FREQ=WEEKLY;BYDAY=MO,TH",
    "every other tuesday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "every second tuesday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "every 3 weeks on friday": "FREQ=WEEKLY;INTERVAL=3;BYDAY=FR",
    "every weekday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "on weekdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "every weekend": "FREQ=WEEKLY;BYDAY=SA,SU",
    "every mon-thu": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH",
    "every morning": "FREQ=DAILY",
    "monday mornings": "FREQ=WEEKLY;BYDAY=MO",
    "every saturday night": "FREQ=WEEKLY;BYDAY=SA",
    "every month on the 15th": "FREQ=MONTHLY;BYMONTHDAY=15",
    "monthly on the 1st and 15th": "FREQ=MONTHLY;BYMONTHDAY=1,15",
    "the 10th of every month": "FREQ=MONTHLY;BYMONTHDAY=10",
    "every 10th": "FREQ=MONTHLY;BYMONTHDAY=10",
    "last day of every month": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "end of each month": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "first monday of every month": "FREQ=MONTHLY;BYDAY=1MO",
    "every third friday of the month": "FREQ=MONTHLY;BYDAY=3FR",
    "every last friday of the month": "FREQ=MONTHLY;BYDAY=-1FR",
    "every month on the 2nd tuesday": "FREQ=MONTHLY;BYDAY=2TU",
    "last sunday of every other month": "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1SU",
    "first and third monday of every month": "FREQ=MONTHLY;BYDAY=1MO,3MO",
    "first workday of every month": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
    "every year on may 4": "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4",
    "every may 4th": "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4",
    "annually on 4 may": "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4",
    "every june": "FREQ=YEARLY;BYMONTH=6",
    "every fourth thursday of november": "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
    "every day for 10 times": "FREQ=DAILY;COUNT=10",
    "every day for 2 weeks": "FREQ=DAILY;UNTIL=20250625",
    "every monday until september 1": "FREQ=WEEKLY;BYDAY=MO;UNTIL=20250901",
    "daily until christmas": "FREQ=DAILY;UNTIL=20251225",
    "weekly from july 1 to august 15": "FREQ=WEEKLY;UNTIL=20250815",
    "every friday through august": "FREQ=WEEKLY;BYDAY=FR;UNTIL=20250831",
    "every hour until 5pm": "FREQ=HOURLY;UNTIL=20250611T170000",
    "every half hour": "FREQ=MINUTELY;INTERVAL=30",
    "every 1.5 hours": "FREQ=MINUTELY;INTERVAL=90",
    "every day except sunday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA",
    "weekdays except friday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH",
    "alternate mondays": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
    "every 1st and 3rd friday": "FREQ=MONTHLY;BYDAY=1FR,3FR",
    "first tuesday and third thursday of every month": "FREQ=MONTHLY;BYDAY=1TU,3TH",
    "every christmas": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
    "bi-weekly on friday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
    "fridays 4x": "FREQ=WEEKLY;BYDAY=FR;COUNT=4",
}

STARTS = {
    "every day at 7am": "2025-06-12 07:00",
    "every wednesday at 18:00": "2025-06-11 18:00",
    "every wednesday at 9am": "2025-06-18 09:00",
    "every friday from 3 to 4pm": "2025-06-13 15:00",
    "every other sunday at 6pm": "2025-06-15 18:00",
    "at 8pm every day": "2025-06-11 20:00",
    "daily at 9:30 starting july 1": "2025-07-01 09:30",
    "every monday at 10 starting next week": "2025-06-16 10:00",
    "every afternoon at 4": "2025-06-11 16:00",
}


@pytest.mark.parametrize(("text", "rule"), RULES.items())
def test_a_rule(text: str, rule: str) -> None:
    assert find(text, NOW).rrule == rule


@pytest.mark.parametrize(("text", "start"), STARTS.items())
def test_the_first_time(text: str, start: str) -> None:
    assert find(text, NOW).start == datetime.fromisoformat(start)


def test_an_hour_range_gives_every_occurrence_its_length() -> None:
    when = find("gym every tuesday 18:00-19:30", NOW)
    assert (when.rrule, when.duration_minutes) == ("FREQ=WEEKLY;BYDAY=TU", 90)


def test_several_hours_a_day_stand_in_the_rule() -> None:
    assert find("every day at 9, 13 and 17", NOW).rrule == "FREQ=DAILY;BYHOUR=9,13,17;BYMINUTE=0"


def test_a_first_day_that_was_named() -> None:
    assert find("every 3 days starting tomorrow", NOW).start == date(2025, 6, 12)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("every! 3 days", "FREQ=DAILY;INTERVAL=3"),
        ("every 2 weeks after completion", "FREQ=WEEKLY;INTERVAL=2"),
        ("10 days after completion", "FREQ=DAILY;INTERVAL=10"),
        ("2 weeks after done", "FREQ=WEEKLY;INTERVAL=2"),
        ("every month when done", "FREQ=MONTHLY"),
    ],
)
def test_a_repeat_from_completion(text: str, rule: str) -> None:
    when = find(text, NOW)
    assert (when.rrule, when.after_completion) == (rule, True)


@pytest.mark.parametrize(
    "text",
    [
        "every time I see him",
        "day after day",
        "twice",
        "every second counts",
        "each of us",
        "every feb 30",
        "every 40th monday",
        "every 32nd",
    ],
)
def test_no_repeat(text: str) -> None:
    assert not find(text, NOW)
