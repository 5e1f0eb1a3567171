"""Everyday wishes with what they want and their particulars; the head has not been fitted on them."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from selfos.intelligence.builtin.intents import Intent, Reference, read_intent
from selfos.intelligence.builtin.training.intents import read_sentences
from selfos.kernel.search.ports import Encoder
from tests.unit.intents.conftest import NOW

WISHES = Path(__file__).with_name("wishes.tsv")


@cache
def known() -> frozenset[str]:
    return frozenset(plain(text) for text in read_sentences()[0])


def plain(text: str) -> str:
    return text.casefold().strip(" .?!")


def unseen() -> Iterator[tuple[str, str, dict[str, str]]]:
    """(want, text, expected slots) of each wish that is no training sentence."""
    for line in WISHES.read_text(encoding="utf-8").splitlines():
        want, text, slots = line.split("\t")
        if plain(text) not in known():
            yield want, text, dict(pair.split("=", 1) for pair in re.split(r";(?=[a-z_]+=)", slots) if pair)


def want_of(intent: Intent) -> str:
    return f"{intent.want}:{intent.slots.outside}" if intent.slots.outside else str(intent.want)


def shown(intent: Intent, slot: str) -> str:
    value = (intent.question.missing if intent.question else "") if slot == "ask" else getattr(intent.slots, slot)
    match value:
        case Reference():
            return "|".join(map(str, value.nth))
        case datetime():
            return f"{value:%Y-%m-%dT%H:%M}"
        case timedelta():
            return str(int(value.total_seconds() // 60))
        case (date(), date()):
            return "..".join(map(str, value))
        case tuple():
            return "|".join(value)
        case _:
            return str(value)


def test_most_wishes_are_seen_with_their_particulars(encoder: Encoder):
    cases = list(unseen())
    read = [(want, slots, read_intent(text, NOW, encoder)) for want, text, slots in cases]
    right = [(slots, intent) for want, slots, intent in read if want_of(intent) == want]
    particulars = [shown(intent, slot) == value for slots, intent in right for slot, value in slots.items()]
    assert len(cases) >= 250
    assert len(right) / len(cases) >= 0.9
    assert sum(particulars) / len(particulars) >= 0.93


def test_confidence_tells_how_often_it_is_right(encoder: Encoder):
    """Guo et al. 2017: the expected calibration error, over five bins."""
    read = [(want, read_intent(text, NOW, encoder)) for want, text, _ in unseen()]
    error = 0.0
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        bin_ = [(i.confidence, want_of(i) == want) for want, i in read if low < i.confidence <= low + 0.2]
        if bin_:
            error += abs(sum(sure for sure, _ in bin_) - sum(right for _, right in bin_)) / len(read)
    assert error <= 0.08


@pytest.mark.parametrize("part", ["general", "outside:calls", "outside:music", "outside:house", "outside:payments"])
def test_what_is_out_of_scope_changes_nothing(encoder: Encoder, part: str):
    texts = [text for want, text, _ in unseen() if want == part]
    changed = [text for text in texts if read_intent(text, NOW, encoder).group == "capture"]
    assert len(changed) <= len(texts) // 10, changed
