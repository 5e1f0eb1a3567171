"""What is read out of captures, and what is left alone."""

from datetime import date, datetime

import pytest

from selfos.intelligence.builtin.remembering import Claim, extract
from selfos.kernel.vocabulary import Sensitivity

TOLD = datetime.fromisoformat("2025-05-03T19:40")


def claim(text: str) -> Claim:
    (found,) = extract(text, TOLD)
    return found


@pytest.mark.parametrize(
    ("text", "what", "subject", "attribute", "value"),
    [
        ("I live in Porto now.", "fact", "me", "lives in", "Porto"),
        ("We moved to Lisbon yesterday, boxes everywhere", "fact", "me", "lives in", "Lisbon"),
        ("Dad lives in Faro now, near the marina", "fact", "Dad", "lives in", "Faro"),
        ("Started at Kestrel today as a planner", "fact", "me", "works at", "Kestrel"),
        ("I'm allergic to walnuts", "fact", "me", "is allergic to", "walnuts"),
        ("my new phone number is 07700 900461", "fact", "me", "phone number", "07700 900461"),
        ("Rent goes up to 1,040 from November on", "fact", "me", "rent", "1,040"),
        ("Ana's birthday is on 14 August", "person", "Ana", "birthday", "14 August"),
        ("My sister Ana was here", "person", "me", "sister", "Ana"),
        ("Priya is my dentist now", "fact", "me", "dentist", "Priya"),
        ("I can't stand olives", "preference", "me", "opinion of olives", "can't stand olives"),
        ("I go swimming on Tuesdays and Fridays", "routine", "me", "routine swimming", "on Tuesdays and Fridays"),
        ("I've decided to learn the cello", "goal", "me", "goal", "learn the cello"),
        ("Finished the Portuguese course today!", "achievement", "me", "achieved", "Finished the Portuguese course"),
    ],
)
def test_a_plain_statement_is_read(text: str, what: str, subject: str, attribute: str, value: str) -> None:
    found = claim(text)
    assert (found.what, found.subject, found.attribute, found.value) == (what, subject, attribute, value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "buy milk",
        "What if we moved to Berlin?",
        "I might work at Kestrel one day",
        "I wish I lived in Porto",
        "She said “I live in Porto and I love it there”",
        "Where do I live?",
        "Coach Reilly moved me to left back",
        "the heating man moved to Tuesday",
        "I love it when that happens",
        "water the tomatoes every 2 days",
        "My day is ruined",
        "we are moving to the next slide",
    ],
)
def test_what_is_not_plainly_said_is_left_alone(text: str) -> None:
    assert extract(text, TOLD) == ()


def test_days_are_told_from_when_it_was_said() -> None:
    assert claim("We moved to Lisbon yesterday").since == date(2025, 5, 2)
    assert claim("Rent goes up to 1,040 from November on").since == date(2025, 11, 1)
    assert claim("I'm vegetarian since 2019").since == date(2019, 1, 1)


@pytest.mark.parametrize(
    ("text", "value", "until"),
    [
        ("Off citalopram completely as of today", "citalopram", date(2025, 5, 3)),
        ("Last day at Kestrel.", "Kestrel", date(2025, 5, 3)),
        ("I used to smoke, stopped in 2019", "smoke", date(2019, 1, 1)),
        ("I no longer do yoga", "yoga", date(2025, 5, 3)),
        ("Gave up the cello.", "the cello", date(2025, 5, 3)),
    ],
)
def test_an_end_is_read_as_one(text: str, value: str, until: date) -> None:
    found = claim(text)
    assert (found.ends, found.value, found.until) == (True, value, until)


def test_she_is_who_was_named_before() -> None:
    text = "Leo brought his new girlfriend Carla. He works at Kestrel."
    assert {(c.subject, c.attribute, c.value) for c in extract(text, TOLD)} == {
        ("Leo", "girlfriend", "Carla"),
        ("Leo", "works at", "Kestrel"),
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I'm allergic to walnuts", Sensitivity.HEALTH),
        ("My salary is 3,400", Sensitivity.MONEY),
        ("I pray at the mosque on Fridays", Sensitivity.RELIGION),
        ("I live in Porto", None),
    ],
)
def test_sensitive_matters_are_marked(text: str, kind: Sensitivity | None) -> None:
    assert claim(text).sensitive == kind


def test_the_span_is_the_sentence_it_stands_in() -> None:
    text = "Rain. I live in Porto! More rain."
    start, end = claim(text).span
    assert text[start:end] == "I live in Porto!"


def test_a_long_text_is_read_in_bounded_time_and_gives_bounded_claims() -> None:
    text = "\n".join(f"My locker number is {number}" for number in range(5000))
    assert 0 < len(extract(text, TOLD)) <= 40


def test_a_pronoun_after_one_named_person_is_theirs() -> None:
    found = extract("My sister Ana lives in Lisbon and her birthday is on 3 April", TOLD)
    assert ("Ana", "birthday", "3 April") in {(c.subject, c.attribute, c.value) for c in found}
