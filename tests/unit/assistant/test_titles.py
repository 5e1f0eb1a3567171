"""What a conversation is called before a model has named it."""

import pytest

from selfos.features.assistant.titles import first_title, says_something


@pytest.mark.parametrize(
    "message", ["hello", "Hi there!", "Good morning, SelfOS", "hey, how are you?", "👋", "  \nhello"]
)
def test_a_mere_greeting_names_nothing(message: str) -> None:
    assert not says_something(message)


@pytest.mark.parametrize("message", ["hello, what is on today?", "Hithering", "7", "привет, как дела", "help"])
def test_all_else_does(message: str) -> None:
    assert says_something(message)


def test_the_name_is_the_beginning_without_politeness() -> None:
    assert first_title("Hello, can you plan my move? It is in May.") == "Plan my move"
    assert first_title("hello") == "Hello"
