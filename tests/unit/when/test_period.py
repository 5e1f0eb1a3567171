"""Date words of a search look back, said on Wednesday 11 June 2025."""

from datetime import date, datetime

import pytest

from selfos.intelligence.builtin.when import find_all, find_period

NOW = datetime(2025, 6, 11, 10, 0)  # noqa: DTZ001 - local wall-clock time


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("what did I write yesterday", "2025-06-10", "2025-06-10"),
        ("last week", "2025-06-02", "2025-06-08"),
        ("ideas in March", "2025-03-01", "2025-03-31"),
        ("in August", "2024-08-01", "2024-08-31"),
        ("in August 2023", "2023-08-01", "2023-08-31"),
        ("this month", "2025-06-01", "2025-06-30"),
        ("on friday", "2025-06-06", "2025-06-06"),
        ("on christmas", "2024-12-25", "2024-12-25"),
        ("the last 2 weeks", "2025-05-28", "2025-06-10"),
        ("from may 3 to may 9", "2025-05-03", "2025-05-09"),
        ("in 2019", "2019-01-01", "2019-12-31"),
    ],
)
def test_a_period(words: str, first: str, last: str) -> None:
    assert find_period(words, NOW) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("words", ["green tea", "every friday", "by tomorrow"])
def test_no_period(words: str) -> None:
    assert find_period(words, NOW) is None


def test_every_mention_by_itself() -> None:
    text = "Call Ana tomorrow at 5pm, pay rent by the 20th and swim every tuesday for 45 min."
    mentions = find_all(text, NOW)
    assert [mention.text for mention in mentions] == ["tomorrow at 5pm", "by the 20th", "every tuesday", "for 45 min"]
    assert [text[mention.start : mention.end] for mention in mentions] == [mention.text for mention in mentions]
    assert mentions[1].when.end == date(2025, 6, 20)
