import pytest

from selfos.intelligence.builtin.understand.calendar import read_timing
from selfos.intelligence.builtin.understand.titles import capitalised, title_of
from tests.unit.understand.conftest import NOW


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("I really need to ring the dentist", "ring the dentist"),
        ("don't forget to water the ferns", "water the ferns"),
        ("pls remind me to post the parcel by friday", "post the parcel"),
        ("replying to Lou tonight", "reply to Lou"),
        ("passport needs renewing before june", "renew passport"),
        ("me → Raj 40", "pay Raj 40"),
        ("email Greta the agenda because she asked twice", "email Greta the agenda"),
        ("scan wed 12 june 2:45pm, nothing to eat", "scan"),
        ("someone has to tell Dad about the car", "tell Dad about the car"),
        ("Boiler filter, change every 90 days", "change Boiler filter"),
    ],
)
def test_the_title_is_the_act_without_lead_in_date_or_reason(text: str, title: str):
    assert title_of(text, read_timing(text, NOW).spans) == title


def test_an_item_takes_the_verb_of_its_heading():
    assert title_of("night porter", (), "apply") == "apply night porter"
    assert title_of("eggs, flour, butter", (), "tesco") == "buy eggs, flour, butter"


def test_things_that_end_in_ing_are_no_acts():
    assert title_of("sleeping bags, torches", (), "Bring") == "Bring sleeping bags, torches"


@pytest.mark.parametrize(
    ("title", "capital"),
    [
        ("book flights", "Book flights"),
        ("über-clean, then rest", "Über-clean, then rest"),
        ("e-mail Greta", "E-mail Greta"),
        ("iPhone case", "iPhone case"),
        ("eBay parcel", "eBay parcel"),
        ("Mum's keys", "Mum's keys"),
        ("selfos.org renewal", "selfos.org renewal"),
        ("@lou about tiles", "@lou about tiles"),
        ("", ""),
    ],
)
def test_a_title_begins_with_a_capital_unless_its_word_is_spelled_otherwise(title: str, capital: str):
    assert capitalised(title) == capital
