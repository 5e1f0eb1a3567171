"""What is read out of a title and vision."""

import pytest

from selfos.intelligence.builtin.planning.facts import number_of, read_facts, to_you


def test_people_and_who_comes_along() -> None:
    facts = read_facts("Walk to Rome from Leeds", "With my best friend Ann; write to Paul about Monday. Mum is worried")
    assert facts.companions == ("your best friend",)
    assert facts.people == ("your best friend", "Mum", "Paul")


def test_someone_to_talk_with_is_no_companion() -> None:
    assert read_facts("Learn Polish to talk with Grandpa", "").companions == ()


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Save £5,000", 5000),
        ("save 12k euros", 12000),
        ("$300 a month", 300),
        ("1.500,00", None),
        ("ten pounds lighter", None),
    ],
)
def test_money(text: str, amount: float | None) -> None:
    found = read_facts(text, "").money
    assert (found[0].amount if found else None) == amount


def test_amounts_of_things_but_not_ages_and_times() -> None:
    facts = read_facts("Cook ten dinners", "I'm 43, in 6 months, with 20 real users and 80,000 words")
    assert [(q.number, q.unit) for q in facts.quantities] == [(10, "dinners"), (20, "real users"), (80000, "words")]


def test_things_listed_need_two_acts() -> None:
    assert read_facts("Odd jobs", "Paint the fence, sort the loft and write to Ellen").things == (
        "Paint the fence",
        "sort the loft",
        "write to Ellen",
    )
    assert read_facts("Odd jobs", "Paint the fence").things == ()
    assert read_facts("Move", "She is 81, early dementia, the house needs selling").things == ()


@pytest.mark.parametrize(("text", "number"), [("ten", 10), ("1,500", 1500), ("80k", 80000), ("2.5", 2.5)])
def test_numbers(text: str, number: float) -> None:
    assert number_of(text) == number


def test_words_are_said_back_to_the_person() -> None:
    assert to_you("I tend to lose my keys and blame myself.") == "you tend to lose your keys and blame yourself"
