"""How text becomes terms."""

import pytest

from selfos.kernel.search.words import read_words


def terms(text: str, **given) -> list[str]:
    return [word.term for word in read_words(text, **given)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Running", "runs"),
        ("Café", "cafe"),
        ("cafe\u0301", "café"),
        ("Anna's", "anna"),
        ("Anna\u2019s", "Anna"),
        ("ZÜRICH", "zürich"),
        ("Straße", "STRASSE"),
        ("dentists", "Dentist"),
    ],
)
def test_forms_of_a_word_are_one_term(one: str, other: str) -> None:
    assert terms(one) == terms(other)
    assert len(terms(one)) == 1


def test_places_are_those_of_the_original_text() -> None:
    text = "Ça va? Müller\u2019s dogs, naïve_x"
    assert [text[word.start : word.end] for word in read_words(text)] == [
        "Ça",
        "va",
        "Müller\u2019s",
        "dogs",
        "naïve",
        "x",
    ]


def test_scripts_without_spaces_give_pairs_and_a_tail() -> None:
    assert terms("東京都 go") == ["東京", "京都", "都", "go"]
    assert terms("東京都", tails=False) == ["東京", "京都"]
    assert terms("猫", tails=False) == ["猫"]


def test_mixed_scripts_are_cut_where_the_script_changes() -> None:
    text = "iPhoneケース 안녕"
    words = list(read_words(text))
    assert [word.text for word in words][:2] == ["iphone", "ケー"]
    assert all(text[word.start : word.end] for word in words)


@pytest.mark.parametrize("text", ["", " \n", "!!! ... —", "🎉🎉", "_"])
def test_text_without_words_has_no_terms(text: str) -> None:
    assert terms(text) == []
