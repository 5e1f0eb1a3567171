"""Which texts are worth a second look, and what a quote of a text claims."""

from datetime import UTC, date, datetime

import pytest

from selfos.intelligence.builtin.remembering import may_last, quoted, touched
from selfos.kernel.vocabulary import Sensitivity

TOLD = datetime(2026, 3, 2, 10, tzinfo=UTC).replace(tzinfo=None)


@pytest.mark.parametrize(
    "text",
    ["My knees only forgive me with porridge", "The landlord calls Ana his best tenant", "Ich wohne jetzt wieder hier"],
)
def test_what_may_last(text: str) -> None:
    assert may_last(text)


@pytest.mark.parametrize(
    "text", ["buy milk", "Call Ana about my tax", "Rain again today", "What if we moved?", "", "ok"]
)
def test_what_does_not(text: str) -> None:
    assert not may_last(text)


def test_a_quote_claims_what_its_sentence_says() -> None:
    text = "Rain. We settled down in Lisbon on 1 March, at last. Tired."
    more = {"what": "fact", "subject": "me", "statement": "I live in Lisbon", "confidence": 0.8}
    claim = quoted(text, "settled down in Lisbon", TOLD, "begins", attribute="lives in", value="Lisbon", **more)
    assert claim is not None
    assert text[slice(*claim.span)] == "We settled down in Lisbon on 1 March, at last."
    assert (claim.since, claim.single, claim.sensitive) == (date(2026, 3, 1), True, None)
    assert quoted(text, "Tired", TOLD, "holds", attribute="lives in", value="Lisbon", **more) is None


def test_all_matters_that_a_text_touches_on() -> None:
    assert touched("My salary at the hospital") == {Sensitivity.HEALTH, Sensitivity.MONEY}
    assert touched("Rain again") == frozenset()
