"""Quoting a text to a question about it."""

from selfos.intelligence.builtin.excerpts import MOST, answering, asks_for, outline

HANDBOOK = """Welcome to the staff handbook of Brook Bakery. It tells how we work together.

Everybody has 28 days of holiday a year. Holidays are agreed with the shift lead four weeks ahead. The ovens are cleaned
every evening. Whoever is ill calls the shift lead before six. The car park is closed on Sundays."""


def test_what_is_asked_for_is_more_than_the_title() -> None:
    assert asks_for("What is the handbook about?", "Staff handbook") == frozenset()
    assert asks_for("Summarise this document, please", "Staff handbook") == frozenset()
    assert asks_for("What does the handbook say about holidays?", "Staff handbook") == asks_for("holiday", "")


def test_the_sentences_that_say_most_of_it_are_quoted_in_their_order() -> None:
    found = answering(HANDBOOK, asks_for("How many days of holiday are there?", "Staff handbook"))
    assert found[0] == "Everybody has 28 days of holiday a year."
    assert all("oliday" in quote for quote in found)
    assert answering(HANDBOOK, asks_for("When do the ovens get cleaned?", "Staff handbook")) == (
        "The ovens are cleaned every evening.",
    )


def test_what_is_not_said_is_not_answered() -> None:
    assert answering(HANDBOOK, asks_for("Who owns the moon?", "Staff handbook")) == ()


def test_an_outline_begins_as_the_text_does_and_quotes_it() -> None:
    found = outline(HANDBOOK)
    assert found[0] == "Welcome to the staff handbook of Brook Bakery."
    assert len(found) == MOST
    assert all(quote in " ".join(HANDBOOK.split()) for quote in found)
    assert outline("") == ()
    assert outline("Short.") == ("Short.",)
