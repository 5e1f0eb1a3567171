"""A person's choices: defaults until something is chosen."""

import httpx
import pytest

from tests.fixtures.house import House


async def test_nothing_is_kept_until_something_is_chosen(person: httpx.AsyncClient) -> None:
    profile = (await person.get("/profile")).json()
    assert (profile["suggestion_mode"], profile["auto_analysis"], profile["version"]) == ("suggest", True, 0)
    assert (await person.get("/changes")).json()["items"] == []
    chosen = await person.patch("/profile", json={"minutes_per_week": 240})
    assert chosen.status_code == 200
    assert chosen.json() == (await person.get("/profile")).json()
    assert chosen.json()["id"] == profile["id"]


async def test_a_choice_is_undone_and_another_made(person: httpx.AsyncClient) -> None:
    await person.patch("/profile", json={"timezone": "Asia/Kolkata", "auto_tagging": False})
    await person.post("/undo")
    assert (await person.get("/profile")).json()["auto_tagging"] is True
    again = (await person.patch("/profile", json={"timezone": "Asia/Tokyo"})).json()
    assert (again["timezone"], again["auto_tagging"]) == ("Asia/Tokyo", True)
    assert (await person.get("/profile")).json()["timezone"] == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("timezone", "Europe/Atlantis"),
        ("timezone", "../etc/passwd"),
        ("suggestion_mode", "always"),
        ("automatic_threshold", 1.5),
        ("minutes_per_week", 10_081),
        ("auto_analysis", None),
        ("unknown", 1),
    ],
)
async def test_a_wrong_choice_is_named(person: httpx.AsyncClient, field: str, value: object) -> None:
    answer = await person.patch("/profile", json={field: value})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]


async def test_each_person_has_their_own(house: House, person: httpx.AsyncClient) -> None:
    await person.patch("/profile", json={"timezone": "Asia/Tokyo"})
    async with await house.register() as other:
        assert (await other.get("/profile")).json()["timezone"] != "Asia/Tokyo"
