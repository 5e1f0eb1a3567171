from datetime import date, datetime

import pytest

from selfos.intelligence.builtin.understand.calendar import read_timing
from tests.unit.understand.conftest import NOW


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("send it by friday", date(2026, 5, 15)),
        ("before the 24th", date(2026, 5, 24)),
        ("eod", date(2026, 5, 13)),
        ("meds review 6/7 9:40", datetime.fromisoformat("2026-07-06T09:40")),
        ("closes 21/10", date(2026, 10, 21)),
        ("tomorrow morning", date(2026, 5, 14)),
        ("order xmas cards", None),
        ("22 or 29 nov", None),
        ("do it right now", None),
    ],
)
def test_due_follows_the_conventions_of_notes(text: str, due: date | datetime | None):
    assert read_timing(text, NOW).due == due


def test_a_course_of_medicine_repeats_daily():
    assert read_timing("twice a day for 10 days", NOW).rrule == "FREQ=DAILY;COUNT=10"
