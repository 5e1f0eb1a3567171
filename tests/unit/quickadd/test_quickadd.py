"""The quick-add line, said on Wednesday 11 June 2025 at 10:00."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from selfos.intelligence.builtin.quickadd import QuickTask, read_line

NOW = datetime(2025, 6, 11, 10, 0)  # noqa: DTZ001 - local wall-clock time


def read(text: str) -> QuickTask:
    return read_line(text, NOW)


def test_a_line_with_everything() -> None:
    task = read("call mum every other sunday at 6pm #family @mum !high 30m /calls")
    assert task.title == "call mum"
    assert task.rrule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU"
    assert task.start == task.due == datetime(2025, 6, 15, 18, 0)  # noqa: DTZ001
    assert (task.duration_minutes, task.priority, task.project) == (30, 1, "calls")
    assert (task.tags, task.people) == (("family",), ("mum",))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("buy milk tomorrow", "buy milk"),
        ("tomorrow buy milk", "buy milk"),
        ("Pay rent, friday", "Pay rent"),
        ("tomorrow: call Bob (plumber)", "call Bob (plumber)"),
        ("write report by friday for Ana", "write report for Ana"),
        ("dentist on july 3 at 9:30 am", "dentist"),
        ("lunch with Eva from 12 to 1pm tomorrow", "lunch with Eva"),
        ("run for 30 min every morning", "run"),
        ("log in tomorrow", "log in"),
        ("read chapter 7 ~45m", "read chapter 7"),
        ("renew passport (due october 1)", "renew passport"),
        ("stretch", "stretch"),
        ("water plants every! 3 days", "water plants"),
        ("gym mondays and thursdays 18:00-19:30", "gym"),
    ],
)
def test_the_title_is_what_is_left(text: str, title: str) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    "text",
    [
        "learn C# and F#",
        "tea and/or coffee w/ Ana",
        "fix issue #1 and #2",
        "mail ann@example.org the plan",
        "open https://example.org/#top/@me",
        "edit /etc/hosts",
        "wow! great!",
        "2^nd draft",
        "50% off",
        "it costs ~5 dollars",
        "a / b",
        "! careful",
    ],
)
def test_what_only_looks_like_a_mark_stays(text: str) -> None:
    task = read(text)
    assert (task.title, task.parts) == (text, ())


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (r"print \#hashtag", "print #hashtag"),
        (r"read \tomorrow", "read tomorrow"),
        ('watch "Friday Night" friday', 'watch "Friday Night"'),
        ("run `make every day` now", "run `make every day`"),
        (r"\@home and \!high", "@home and !high"),
    ],
)
def test_escapes_and_quotes_keep_text_as_it_is(text: str, title: str) -> None:
    task = read(text)
    assert task.title == title
    assert (task.tags, task.people, task.priority) == ((), (), None)


@pytest.mark.parametrize(
    ("mark", "priority"),
    [
        ("!urgent", 1),
        ("!high", 1),
        ("!HIGH", 1),
        ("!med", 3),
        ("!medium", 3),
        ("!low", 5),
        ("!2", 2),
        ("!5", 5),
        ("!!!", 1),
        ("!!", 2),
    ],
)
def test_priorities(mark: str, priority: int) -> None:
    assert read(f"file taxes {mark}").priority == priority


def test_the_first_of_two_priorities_counts_and_the_other_stays() -> None:
    task = read("file taxes !1 !low")
    assert (task.priority, task.title) == (1, "file taxes !low")


def test_areas_are_named_by_caret_or_by_a_tag_of_that_name() -> None:
    task = read("run 5k ^health #finance #5k-club ^nonsense")
    assert task.life_areas == ("health", "finance")
    assert task.tags == ("finance",)
    assert task.title == "run 5k #5k-club ^nonsense"


def test_tags_are_listed_once() -> None:
    assert read("a #x b #y, #x").tags == ("x", "y")


def test_a_day_is_due_that_day() -> None:
    task = read("buy milk friday")
    assert (task.start, task.due) == (None, date(2025, 6, 13))


def test_a_deadline_is_due_and_has_no_start() -> None:
    task = read("hand in essay by friday 5pm")
    assert (task.start, task.due) == (None, datetime(2025, 6, 13, 17, 0))  # noqa: DTZ001


def test_a_time_of_day_is_a_start() -> None:
    task = read("call Bob at 3pm")
    assert task.start == task.due == datetime(2025, 6, 11, 15, 0)  # noqa: DTZ001


def test_a_range_starts_and_is_due_at_its_end() -> None:
    task = read("camp july 3-8")
    assert (task.start, task.due) == (date(2025, 7, 3), date(2025, 7, 8))


def test_a_range_of_hours_has_a_length() -> None:
    task = read("meet Ana tomorrow 14:00-15:30")
    assert (task.start, task.duration_minutes) == (datetime(2025, 6, 12, 14, 0), 90)  # noqa: DTZ001


def test_a_repeat_from_completion() -> None:
    task = read("water plants every! 3 days")
    assert (task.rrule, task.after_completion) == ("FREQ=DAILY;INTERVAL=3", True)


def test_parts_say_where_each_value_came_from() -> None:
    text = "meet @Ana on friday at 3pm #work ~1h"
    parts = {part.field: part for part in read(text).parts}
    assert {field: part.text for field, part in parts.items()} == {
        "person": "@Ana",
        "start": "on friday at 3pm",
        "tag": "#work",
        "duration_minutes": "~1h",
    }
    assert all(text[part.start : part.end] == part.text for part in parts.values())


def test_times_come_out_in_the_zone_that_was_given() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    task = read_line("call at 3pm", datetime(2025, 6, 11, 23, 30, tzinfo=UTC), berlin)
    assert task.start == datetime(2025, 6, 12, 15, 0, tzinfo=berlin)


def test_an_hour_stays_on_the_wall_clock_over_a_change_of_the_clocks() -> None:
    new_york = ZoneInfo("America/New_York")
    saturday = datetime(2025, 3, 8, 20, 0, tzinfo=new_york)
    assert read_line("run tomorrow at 9am", saturday).start == datetime(2025, 3, 9, 9, 0, tzinfo=new_york)
    in_eight_hours = read_line("wake up in 8 hours", saturday).start
    assert in_eight_hours == datetime(2025, 3, 9, 5, 0, tzinfo=new_york)
