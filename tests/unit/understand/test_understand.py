from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfos.intelligence.builtin.understand import Understanding, understand
from selfos.intelligence.builtin.understand.reading import EMBEDDED_CLAUSES, READ_CHARACTERS, embed, read
from selfos.kernel.search.ports import Encoder
from tests.unit.understand.conftest import NOW

NOT_ACTS = [
    "Paid the window cleaner this morning",
    "I should have called her back",
    "scrap the friday meeting, they cancelled",
    "One day I'd love to keep bees",
    "Ravi has to be at the airport by five, his brother is driving him",
    "why do cats sit on paper",
]


def titles(seen: Understanding) -> list[str]:
    return [task.title for task in seen.tasks]


def test_a_command_is_a_task_with_its_date_and_person(encoder: Encoder):
    seen = understand("need to email Greta the agenda by friday", NOW, encoder)
    assert titles(seen) == ["Email Greta the agenda"]
    assert seen.tasks[0].due == date(2026, 5, 15)
    assert seen.tasks[0].people == ("Greta",)
    assert seen.is_actionable
    assert seen.type.name == "task"


def test_what_is_left_of_a_clause_without_its_time_must_say_something(encoder: Encoder):
    assert titles(understand("Renew the passport before March, it takes six weeks", NOW, encoder)) == [
        "Renew the passport"
    ]


def test_tags_at_the_end_are_no_part_of_the_title(encoder: Encoder):
    assert titles(understand("Buy a present for Greta until friday #family #gifts", NOW, encoder)) == [
        "Buy a present for Greta"
    ]
    assert titles(understand("email the #launch agenda to Greta", NOW, encoder)) == [
        "Email the #launch agenda to Greta"
    ]


def test_several_acts_are_several_tasks(encoder: Encoder):
    seen = understand("ring the plasterer, order tiles and measure the back bedroom", NOW, encoder)
    assert titles(seen) == ["Ring the plasterer", "Order tiles", "Measure the back bedroom"]


def test_a_shopping_list_is_one_task(encoder: Encoder):
    assert titles(understand("buy: leeks, rice, a big lemon", NOW, encoder)) == ["Buy leeks, rice, a big lemon"]


def test_a_duty_is_found_inside_a_journal_entry(encoder: Encoder):
    text = "Long wet walk with the dog, then soup. Saw a heron. I must ring the roofer tomorrow. Slept like a log."
    seen = understand(text, NOW, encoder)
    assert titles(seen) == ["Ring the roofer"]
    assert text[slice(*seen.tasks[0].span)].startswith("I must ring the roofer")


@pytest.mark.parametrize("text", NOT_ACTS)
def test_what_is_done_wished_or_another_s_is_no_task(text: str, encoder: Encoder):
    seen = understand(text, NOW, encoder)
    assert not seen.is_actionable
    assert seen.tasks == ()
    assert seen.confidence < 0.5


def test_mood_and_areas_of_plain_cases(encoder: Encoder):
    glad = understand("She said yes! I am so happy I could dance", NOW, encoder)
    sad = understand("I miss Dad so much tonight, cried in the car again", NOW, encoder)
    assert (glad.sentiment.name, sad.sentiment.name) == ("positive", "negative")
    assert "relationships" in [area.name for area in sad.life_areas]


def test_own_tags_come_first(encoder: Encoder):
    seen = understand("#allotment dig over the bean bed, chord is F#m", NOW, encoder)
    assert seen.tags[0].name == "allotment"
    assert 1 <= len(seen.tags) <= 5


def test_every_finding_says_who_found_it_and_where(encoder: Encoder):
    text = "pay Anna £20 for the tickets on friday #theatre"
    for reader, name in ((encoder, "minilm-head@1"), (None, "rules@1")):
        seen = understand(text, NOW, reader)
        assert seen.found_by == name
        for found in (*seen.tasks, *seen.people, *seen.amounts, *seen.tags, *seen.dates, seen.type, *seen.life_areas):
            assert 0 <= found.span[0] < found.span[1] <= len(text)
            assert 0 <= found.confidence <= 1
            assert "@" in found.found_by


def test_rules_alone_read_a_plain_command():
    seen = understand("ring the dentist tomorrow at 9am", NOW)
    assert titles(seen) == ["Ring the dentist"]
    assert seen.tasks[0].due == datetime.fromisoformat("2026-05-14T09:00")


def test_an_aware_moment_is_read_by_its_wall_clock():
    seen = understand("ring the dentist tomorrow", datetime(2026, 5, 13, 10, tzinfo=UTC))
    assert seen.tasks[0].due == date(2026, 5, 14)


def test_a_long_text_is_read_up_to_the_bound(encoder: Encoder):
    seen = understand("ring the bank. " * 7000, NOW, encoder)
    assert seen.read_to <= READ_CHARACTERS
    _, clauses = embed(read("ring the bank, " * 200, NOW), encoder)
    assert not clauses[EMBEDDED_CLAUSES:].any()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400) | st.from_regex(r"([-*\d.()\[\]:;,\n→'\"£$€ a-z]{0,8}){0,30}", fullmatch=True))
def test_no_text_makes_it_raise(text: str):
    seen = understand(text, NOW)
    assert seen.is_actionable == bool(seen.tasks)
    assert seen.read_to <= len(text)
