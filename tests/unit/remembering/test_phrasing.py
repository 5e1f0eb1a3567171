import pytest

from selfos.intelligence.builtin.remembering.phrasing import in_the_past


@pytest.mark.parametrize(
    ("told", "subject", "past"),
    [
        ("You live in Porto", "me", "You lived in Porto"),
        ("You are allergic to nuts", "me", "You were allergic to nuts"),
        ("Ana studies law", "Ana", "Ana studied law"),
        ("Ana takes iron", "Ana", "Ana took iron"),
        ("Your rent: 900", "me", "Your rent: 900"),
    ],
)
def test_what_is_over_is_told_in_the_past(told: str, subject: str, past: str) -> None:
    assert in_the_past(told, subject) == past
