"""Times of day, ranges, deadlines and lengths, said on Wednesday 11 June 2025 at 10:00."""

from datetime import date, datetime

import pytest

from selfos.intelligence.builtin.when import find

NOW = datetime(2025, 6, 11, 10, 0)  # noqa: DTZ001 - local wall-clock time

TIMES = {
    "3pm": "2025-06-11 15:00",
    "at 3": "2025-06-11 15:00",
    "at 11": "2025-06-11 11:00",
    "at 9": "2025-06-11 21:00",
    "9am": "2025-06-12 09:00",
    "9:15 a.m.": "2025-06-12 09:15",
    "15:45": "2025-06-11 15:45",
    "08:30": "2025-06-12 08:30",
    "1500h": "2025-06-11 15:00",
    "1730 hours": "2025-06-11 17:30",
    "17h30": "2025-06-11 17:30",
    "noon": "2025-06-11 12:00",
    "midnight": "2025-06-12 00:00",
    "5 o'clock": "2025-06-11 17:00",
    "half past four": "2025-06-11 16:30",
    "quarter past 4": "2025-06-11 16:15",
    "a quarter to five": "2025-06-11 16:45",
    "5 to 3": "2025-06-11 14:55",
    "ten past two": "2025-06-11 14:10",
    "20 minutes to 6pm": "2025-06-11 17:40",
    "six thirty pm": "2025-06-11 18:30",
    "tonight at 8": "2025-06-11 20:00",
    "8 tonight": "2025-06-11 20:00",
    "this afternoon at 4": "2025-06-11 16:00",
    "tomorrow at 5pm": "2025-06-12 17:00",
    "tomorrow 8:00am": "2025-06-12 08:00",
    "5pm tomorrow": "2025-06-12 17:00",
    "at 5 tomorrow afternoon": "2025-06-12 17:00",
    "tomorrow morning at 9": "2025-06-12 09:00",
    "monday at noon": "2025-06-16 12:00",
    "sunday at 2": "2025-06-15 14:00",
    "friday, 7:30pm": "2025-06-13 19:30",
    "on friday at half past seven in the evening": "2025-06-13 19:30",
    "6 in the morning": "2025-06-12 06:00",
    "on the 20th at 10am": "2025-06-20 10:00",
    "July 4 at 9:30": "2025-07-04 09:30",
    "9pm on july 4th": "2025-07-04 21:00",
    "2025-07-04T09:30": "2025-07-04 09:30",
    "2025-07-04 21:15:00": "2025-07-04 21:15",
    "12/24/2025 6:00 pm": "2025-12-24 18:00",
    "in 20 minutes": "2025-06-11 10:20",
    "in half an hour": "2025-06-11 10:30",
    "in an hour and a half": "2025-06-11 11:30",
    "in 2 and a half hours": "2025-06-11 12:30",
    "in 2.5 hours": "2025-06-11 12:30",
    "in 1 day 2 hours": "2025-06-12 12:00",
    "2 hours ago": "2025-06-11 08:00",
    "an hour from now": "2025-06-11 11:00",
    "45 min later": "2025-06-11 10:45",
    "right now": "2025-06-11 10:00",
    "dinner with Ana next friday at 7pm": "2025-06-20 19:00",
    "at ten-thirty": "2025-06-11 10:30",
    "2 hours before noon": "2025-06-11 10:00",
    "1 hour before tomorrow noon": "2025-06-12 11:00",
    "in 3/4 of an hour": "2025-06-11 10:45",
    "in about 1 hour": "2025-06-11 11:00",
    "three quarters past 2pm": "2025-06-11 14:45",
    "midnight tonight": "2025-06-12 00:00",
    "any time after 6": "2025-06-11 18:00",
}

RANGES = {
    "3-4pm": ("2025-06-11 15:00", "2025-06-11 16:00"),
    "3pm - 5pm": ("2025-06-11 15:00", "2025-06-11 17:00"),
    "11am-1pm": ("2025-06-11 11:00", "2025-06-11 13:00"),
    "11-1pm": ("2025-06-11 11:00", "2025-06-11 13:00"),
    "from 9 to 5 tomorrow": ("2025-06-12 09:00", "2025-06-12 17:00"),
    "between 9:30 and 11 on thursday": ("2025-06-12 09:30", "2025-06-12 11:00"),
    "tomorrow 14:00-15:30": ("2025-06-12 14:00", "2025-06-12 15:30"),
    "friday from 2 to 4pm": ("2025-06-13 14:00", "2025-06-13 16:00"),
    "9pm to 2am": ("2025-06-11 21:00", "2025-06-12 02:00"),
    "saturday 10pm until 1": ("2025-06-14 22:00", "2025-06-15 01:00"),
    "meeting on july 3 between 8am and 2pm": ("2025-07-03 08:00", "2025-07-03 14:00"),
    "from july 3 5pm to july 4 3am": ("2025-07-03 17:00", "2025-07-04 03:00"),
    "tomorrow afternoon from 3 to 5": ("2025-06-12 15:00", "2025-06-12 17:00"),
    "tomorrow morning from 8 to 10": ("2025-06-12 08:00", "2025-06-12 10:00"),
    "later than 9:30 but before 11:00 on thursday": ("2025-06-12 09:30", "2025-06-12 11:00"),
    "from now until 5": ("2025-06-11 10:00", "2025-06-11 17:00"),
    "8am tomorrow to 10am the day after tomorrow": ("2025-06-12 08:00", "2025-06-13 10:00"),
    "july 4 2\u20134pm": ("2025-07-04 14:00", "2025-07-04 16:00"),
}

DEADLINES = {
    "send it by friday": "2025-06-13",
    "by the 20th": "2025-06-20",
    "before next monday": "2025-06-16",
    "by end of month": "2025-06-30",
    "by eom": "2025-06-30",
    "due tomorrow": "2025-06-12",
    "due by 12/24": "2025-12-24",
    "until sunday": "2025-06-15",
    "no later than july 1": "2025-07-01",
    "by end of day friday": "2025-06-13",
    "report due friday, meeting tomorrow": "2025-06-13",
}

LENGTHS = {
    "for 30 min": 30,
    "30m": 30,
    "2h": 120,
    "1h30": 90,
    "1h 30m": 90,
    "2 hours": 120,
    "half an hour": 30,
    "an hour and a half": 90,
    "one and a half hours": 90,
    "three quarters of an hour": 45,
    "for a quarter of an hour": 15,
    "for 1 hour and 15 minutes": 75,
    "for two days": 2880,
    "three weeks": 30240,
    "a 45-minute walk": 45,
    "1½ hours": 90,
    "one hundred and twenty minutes": 120,
    "for an hour and a quarter": 75,
}


@pytest.mark.parametrize(("text", "point"), TIMES.items())
def test_a_time(text: str, point: str) -> None:
    assert find(text, NOW).start == datetime.fromisoformat(point)


@pytest.mark.parametrize(("text", "ends"), RANGES.items())
def test_a_range_of_hours(text: str, ends: tuple[str, str]) -> None:
    when = find(text, NOW)
    assert (when.start, when.end) == tuple(datetime.fromisoformat(end) for end in ends)


@pytest.mark.parametrize(("text", "day"), DEADLINES.items())
def test_a_deadline_has_only_an_end(text: str, day: str) -> None:
    when = find(text, NOW)
    assert (when.start, when.end) == (None, date.fromisoformat(day))


@pytest.mark.parametrize(("text", "minutes"), LENGTHS.items())
def test_a_length(text: str, minutes: int) -> None:
    when = find(text, NOW)
    assert (when.start, when.duration_minutes) == (None, minutes)
