"""How a line of search words is read."""

import pytest

from selfos.kernel.search.query import read_wish


def sought(text: str, **given) -> list[str]:
    return [one.term for one in read_wish(text, **given).sought]


def test_words_of_every_sentence_are_left_out() -> None:
    assert sought("where did I put the keys ") == ["put", "key"]


def test_a_query_of_such_words_alone_keeps_them() -> None:
    assert sought("who is who ") == ["who", "is"]


def test_only_a_last_word_without_an_end_is_unfinished() -> None:
    assert [one.prefix for one in read_wish("red bicy").sought] == [None, "bicy"]
    assert [one.prefix for one in read_wish("red bicy ").sought] == [None, None]
    assert [one.prefix for one in read_wish('red "bicy"').sought] == [None, None]


def test_phrases_and_exclusions() -> None:
    wish = read_wish('milk "oat flakes" -sugar -"white bread" well-being')
    assert wish.phrases == (("oat", "flake"),)
    assert wish.excluded == (("sugar",), ("white", "bread"))
    assert [one.term for one in wish.sought] == ["milk", "oat", "flake", "well"]


def test_a_question_quotes_titles_and_demands_nothing() -> None:
    assert read_wish('who wrote "the left hand"?').phrases == ()


def test_names_leave_the_words_and_the_meaning() -> None:
    wish = read_wish("Where does Anna keep Ben's key?", speakers={"anna"}, people={"ben"})
    assert wish.names == ("anna", "ben")
    assert [one.term for one in wish.sought] == ["keep", "key"]
    assert wish.meaning == "Where does I keep Ben's key?"


@pytest.mark.parametrize(("text", "names"), [("I will go", ()), ("Will said so", ("will",)), ("call anna", ("anna",))])
def test_a_name_is_written_like_one(text: str, names: tuple[str, ...]) -> None:
    assert read_wish(text, speakers={"will", "anna"}).names == names


def test_a_name_alone_is_sought_as_a_word() -> None:
    assert sought("Anna", speakers={"anna"}) == ["anna"]


def test_questions_of_time_are_known() -> None:
    assert read_wish("When did we move?").asks_when
    assert not read_wish("Whenever we move").asks_when


@pytest.mark.parametrize(
    "text",
    ["", '"', '""', "-", "--", '-"', '"a', "a\x00b", "NEAR(a b)", "a AND OR", "*", "col:", "(", "^", "\ud800", "'"],
)
def test_no_text_is_a_syntax_error(text: str) -> None:
    read_wish(text)
