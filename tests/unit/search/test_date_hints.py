"""The time that the words of a search speak of."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from selfos.intelligence.builtin.date_hints import date_hints

NOW = datetime(2024, 6, 12, 15, tzinfo=ZoneInfo("Europe/Berlin"))


def test_a_day_is_the_person_s_own_day() -> None:
    assert date_hints("What did we eat on 3 June 2024?", NOW) == (
        (datetime(2024, 6, 2, 22, tzinfo=UTC), datetime(2024, 6, 3, 22, tzinfo=UTC)),
    )


def test_a_month_is_all_of_it() -> None:
    assert date_hints("walks in January 2024", NOW) == (
        (datetime(2023, 12, 31, 23, tzinfo=UTC), datetime(2024, 1, 31, 23, tzinfo=UTC)),
    )


@pytest.mark.parametrize("text", ["Where do we keep the salt?", "", "the first of many"])
def test_words_without_a_time_give_no_hint(text: str) -> None:
    assert date_hints(text, NOW) == ()


def test_a_hint_never_ends_before_it_begins() -> None:
    for since, until in date_hints("the sunday before October 25, 2022", NOW):
        assert since < until
