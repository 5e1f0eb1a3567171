import pytest

from selfos.intelligence.builtin.understand.people import find_people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ring mum about the cake", ["Mum"]),
        ("Uncle Cem and Auntie Bisi are coming", ["Cem", "Bisi"]),
        ("Dr. Osei wants another scan", ["Osei"]),
        ("lunch with Ottilie Brandt on friday", ["Ottilie Brandt"]),
        ("chase Hendry for the drawings", ["Hendry"]),
        ("text anna the address", ["Anna"]),
        ("Lupita laughed. Later Lupita cried", ["Lupita"]),
    ],
)
def test_people_are_found_once_by_their_name(text: str, names: list[str]):
    assert [person.name for person in find_people(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "mass at St Joseph's",
        "the plumber came in April",
        "vet for Bruno's booster",
        "viewing at 14 Albert Terrace",
        "Mother's Day",
        "Tesco then the bank",
        "her mum was there",
        "Will it rain in May?",
    ],
)
def test_saints_months_pets_streets_and_firms_are_nobody(text: str):
    assert find_people(text) == ()
