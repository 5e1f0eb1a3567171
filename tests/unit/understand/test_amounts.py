from decimal import Decimal

import pytest

from selfos.intelligence.builtin.understand.amounts import find_amounts


def found(text: str) -> list[tuple[str, str | None]]:
    return [(str(amount.value.normalize().__format__("f")), amount.currency) for amount in find_amounts(text)]


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("£35 for the tutor", "35", "GBP"),
        ("a roll for €1,20", "1.2", "EUR"),
        ("raised $1.2m", "1200000", "USD"),
        ("owe him 20 quid", "20", "GBP"),
        ("fifty euros for the cleaner", "50", "EUR"),
        ("rent is 1.250,00 €", "1250", "EUR"),
        ("paid 1'200 francs", "1200", "CHF"),
        ("they offered 68k", "68000", None),
        ("fitting 60, receipt lost, cost me a day", "60", None),
        ("sweets, 50p", "0.5", "GBP"),
    ],
)
def test_money_is_read_exactly(text: str, value: str, currency: str | None):
    assert found(text) == [(value, currency)]


@pytest.mark.parametrize(
    "text",
    [
        "shoes are a 34 now",
        "bed 9 passed at 1:50",
        "lost 5 pounds since may",
        "ring 07700 900123 about the deposit",
        "BP 142/91, pulse 60",
        "half of 2019 was like that",
        "room 12 at 6:20pm",
        "3 tries to fix it",
    ],
)
def test_other_numbers_are_no_money(text: str):
    assert found(text) == []


def test_values_are_decimals_and_spans_point_at_them():
    text = "diesel £61.10 today"
    (amount,) = find_amounts(text)
    assert amount.value == Decimal("61.10")
    assert text[slice(*amount.span)] == "£61.10"
