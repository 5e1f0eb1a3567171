from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfos.intelligence.builtin.talk import Item, Quote, Review, Voice, answers, done, plans, social
from selfos.intelligence.builtin.talk.items import count, named, numbered, quoted
from selfos.intelligence.builtin.talk.times import minutes_words, period_words, repeat_words, when_words

#: A Friday.
TODAY = date(2026, 11, 20)
BRIEF = Voice("x", "brief")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute)  # noqa: DTZ001 - the person's clock


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "every day"),
        ("FREQ=DAILY;INTERVAL=2", "every other day"),
        ("FREQ=WEEKLY;BYDAY=MO", "every Monday"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "every Monday, Wednesday and Friday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", "every other Sunday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA", "every day but Sunday"),
        ("FREQ=MONTHLY;BYMONTHDAY=1", "on day 1 of each month"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "on the last day of each month"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "on the last Friday of each month"),
        ("FREQ=MONTHLY;INTERVAL=3", "every third month"),
        ("RRULE:FREQ=YEARLY;COUNT=3", "every year"),
    ],
)
def test_a_rule_is_said_as_people_say_it(rule: str, words: str):
    assert repeat_words(rule) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 20), date(2026, 11, 20), "today"),
        (date(2026, 11, 24), date(2026, 11, 24), "on Tuesday"),
        (date(2026, 11, 16), date(2026, 11, 22), "this week"),
        (date(2026, 11, 16), date(2026, 11, 20), "this week"),
        (date(2026, 11, 23), date(2026, 11, 29), "next week"),
        (date(2026, 11, 21), date(2026, 11, 22), "this weekend"),
        (date(2026, 10, 1), date(2026, 10, 31), "in October"),
        (date(2025, 3, 1), date(2025, 3, 31), "in March 2025"),
        (date(2026, 1, 1), date(2026, 12, 31), "this year"),
        (date(2026, 11, 24), date(2026, 12, 3), "from 24 November to 3 December"),
    ],
)
def test_days_are_named_from_near_by(first: date, last: date, words: str):
    assert period_words(first, last, TODAY) == words


def test_lengths_and_counts():
    assert [minutes_words(n) for n in (1, 30, 45, 60, 90, 120)] == [
        *("1 minute", "half an hour", "45 minutes", "an hour", "1 h 30 min", "2 hours")
    ]
    assert [count(n, "task") for n in (0, 1, 2)] == ["no tasks", "one task", "2 tasks"]


def test_when_something_is_follows_its_title():
    assert when_words(date(2026, 11, 21), at(21, 16), None, TODAY) == " tomorrow at 16:00"
    assert when_words(None, at(25, 7), "FREQ=WEEKLY;BYDAY=WE", TODAY) == ", every Wednesday at 07:00"
    assert when_words(None, None, None, TODAY) == ""


def test_the_person_s_words_are_quoted_with_their_day_and_number():
    quote = Quote(text="Lisbon smells of sardines", written=date(2026, 9, 3))
    assert quoted(quote, 1, TODAY) == "On Thursday, 3 September you wrote: “Lisbon smells of sardines” [1]"


def test_an_agenda_is_numbered_for_what_follows():
    items = [Item(title="Dentist", at=at(20, 16)), Item(title="Bins", day=TODAY, minutes=5)]
    assert answers.agenda(BRIEF, items, (TODAY, TODAY), TODAY) == (
        "Today: 2 things.\n1. Dentist, today at 16:00\n2. Bins, today (5 minutes)"
    )
    assert answers.agenda(BRIEF, (), (TODAY, TODAY), TODAY) == "Nothing is planned today."


def test_a_moment_is_free_or_not():
    gaps = {TODAY: [(at(20, 8), at(20, 12))]}
    assert answers.free(BRIEF, gaps, TODAY, at(20, 9)) == "Yes, you are free today at 09:00."
    assert answers.free(BRIEF, gaps, TODAY, at(20, 13)).startswith("No, something stands today at 13:00.\nToday: 08:00")


def test_half_an_hour_and_a_tired_person_get_one_small_step():
    items = [Item(title=f"Step {n}", minutes=10) for n in range(4)]
    tired = answers.next_step(BRIEF, items, TODAY, minutes=30, mood="tired")
    assert tired == "A small step for half an hour:\n1. Step 0 (10 minutes)"
    assert answers.next_step(BRIEF, items, TODAY, minutes=30, mood="motivated").count("\n") == 3


def test_a_review_tells_counts_highlights_and_quotes():
    told = Review(
        period=(date(2026, 11, 16), TODAY),
        done=("Post the letter", "Fix the tap"),
        thoughts=3,
        quotes=(Quote(text="A calm day", written=date(2026, 11, 18)),),
        habits=(("Run", 2, 3),),
    )
    said = answers.review(Voice("a", "detailed"), told, TODAY)
    assert said.splitlines() == [
        "This week you finished 2 tasks and kept 3 thoughts.",
        "Done: “Post the letter” and “Fix the tap”.",
        "Run: 2 of 3 times.",
        "On Wednesday, 18 November you wrote: “A calm day” [1]",
    ]
    empty = answers.review(BRIEF, Review(period=(TODAY, TODAY)), TODAY)
    assert empty == "Today nothing was finished or written down."


def test_what_cannot_be_done_is_said_with_what_was_done_instead():
    assert "so “Call Ana” is on your list" in social.outside(BRIEF, "calls", "Call Ana")
    assert "can't play music" in social.outside(BRIEF, "music")
    assert "your own life" in social.general(BRIEF)


def test_a_plan_is_told_before_it_is_kept():
    steps = [Item(title=f"Step {n}", day=TODAY) for n in range(7)]
    said = plans.preview(Voice("a"), steps, 2, TODAY)
    assert "2 milestones and 7 steps" in said
    assert said.endswith("?")
    assert said.count("\n- ") == 5
    assert plans.preview(BRIEF, (), 0, TODAY) == ""


def test_a_completed_task_is_told_with_what_is_left():
    assert done.completed(BRIEF, ["Tap"], 3) == "Done: “Tap”."
    assert done.completed(Voice("a", "detailed"), ["Tap"], 3) == "Done: “Tap”. 3 tasks left for today."
    assert "today" in done.completed(Voice("a"), ["Tap"], 0)


@given(st.text(), st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=5))
def test_the_same_seed_says_the_same(seed: str, ways: list[str]):
    said = Voice(seed).one_of(*ways)
    assert said in ways
    assert Voice(seed).one_of(*ways) == said
    assert Voice(seed, "brief").one_of(*ways) == ways[0]


def test_seeds_vary_the_words():
    assert len({social.welcome(Voice(str(n))) for n in range(40)}) > 2


def test_lists_stay_short():
    assert numbered([str(n) for n in range(12)]).endswith("… and 2 more.")
    assert named(["a", "b", "c"]) == "“a”, “b” and “c”"
