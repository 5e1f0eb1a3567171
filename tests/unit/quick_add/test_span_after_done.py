"""Rules that count from a completion, as durations."""

import pytest

from selfos.features.quick_add.reading import span_after_done


@pytest.mark.parametrize(
    ("rrule", "span"),
    [
        ("FREQ=DAILY;INTERVAL=3", "P3D"),
        ("FREQ=WEEKLY", "P1W"),
        ("FREQ=MONTHLY;INTERVAL=2", "P2M"),
        ("FREQ=YEARLY", "P1Y"),
        ("FREQ=HOURLY;INTERVAL=4", "PT4H"),
        ("FREQ=WEEKLY;BYDAY=MO", None),
        ("FREQ=DAILY;COUNT=3", None),
        ("FREQ=MINUTELY;INTERVAL=5", None),
    ],
)
def test_only_plain_rules_are_durations(rrule: str, span: str | None) -> None:
    assert span_after_done(rrule) == span
