"""Reading thoughts in the background: what is kept, what is left alone, and taking it back."""

from typing import Any

import httpx
import pytest

from tests.fixtures.house import House

pytestmark = pytest.mark.usefixtures("plain_engine")

CONTENT = "a positive day for health with @Anna #walk\n- call the dentist tomorrow at 5pm"


async def captured(house: House, person: httpx.AsyncClient, content: str = CONTENT, **more: Any) -> str:
    answer = await person.post("/thoughts", json={"content": content, **more})
    assert answer.status_code == 201, answer.text
    await house.drain()
    thought_id: str = answer.json()["id"]
    return thought_id


async def read(person: httpx.AsyncClient, thought_id: str) -> dict[str, Any]:
    thought: dict[str, Any] = (await person.get(f"/thoughts/{thought_id}")).json()
    return thought


async def version(person: httpx.AsyncClient) -> int:
    number: int = (await person.get("/thoughts")).json()["version"]
    return number


async def last_reading(person: httpx.AsyncClient) -> str:
    acts = (await person.get("/changes")).json()["items"]
    change: str = next(act["id"] for act in acts if act["act"] == "thoughts.analyse")
    return change


async def undo(person: httpx.AsyncClient, change_id: str) -> str:
    answer = await person.post("/undo", json={"change_id": change_id})
    assert answer.status_code == 200, answer.text
    change: str = answer.headers["Selfos-Change"]
    return change


async def test_what_was_found_is_told_with_its_place(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await captured(house, person)
    thought = await read(person, thought_id)
    assert thought["analysis_state"] == "done"
    assert (thought["type"], thought["sentiment"], thought["is_actionable"]) == ("task", "positive", True)
    assert (thought["life_areas"], thought["people"], thought["tags"]) == (["health"], ["Anna"], ["walk"])
    analysis = (await person.get(f"/thoughts/{thought_id}/analysis")).json()
    (task,) = [found for found in analysis["findings"] if found["what"] == "task"]
    assert CONTENT[slice(*task["span"])] == "call the dentist tomorrow at 5pm"
    assert (task["found_by"], task["confidence"]) == ("plain", 0.8)


async def test_reading_twice_writes_nothing_new(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await captured(house, person)
    answer = await person.post(f"/thoughts/{thought_id}/analyze")
    assert answer.status_code == 202
    before = await read(person, thought_id)
    acts = (await person.get("/changes")).json()["items"]
    assert await house.drain() == 1
    assert await read(person, thought_id) == before
    assert (await person.get("/changes")).json()["items"] == acts


async def test_a_persons_own_word_stands(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await captured(house, person, type="journal", tags=["mine"])
    thought = await read(person, thought_id)
    assert (thought["type"], thought["tags"], thought["corrected"]) == ("journal", ["mine", "walk"], ["type"])
    await person.patch(f"/thoughts/{thought_id}", json={"tags": ["mine"], "sentiment": "negative"})
    await person.patch(f"/thoughts/{thought_id}", json={"content": CONTENT + "\n- sleep\n@Ben"})
    assert (await read(person, thought_id))["analysis_state"] == "pending"
    await house.drain()
    thought = await read(person, thought_id)
    assert thought["corrected"] == ["sentiment", "tags", "type"]
    assert (thought["type"], thought["tags"], thought["sentiment"]) == ("journal", ["mine"], "negative")
    assert thought["people"] == ["Anna", "Ben"]


async def test_tags_that_were_found_go_with_the_words(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await captured(house, person, "#old words", tags=["own"])
    await person.patch(f"/thoughts/{thought_id}", json={"content": "#new words"})
    await house.drain()
    assert (await read(person, thought_id))["tags"] == ["own", "new"]


async def test_a_reading_is_undone_and_done_again(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await captured(house, person)
    found = await read(person, thought_id)
    undone = await undo(person, await last_reading(person))
    await house.drain()
    thought = await read(person, thought_id)
    assert (thought["analysis_state"], thought["type"], thought["tags"]) == ("off", None, [])
    assert (await person.get(f"/thoughts/{thought_id}/analysis")).json()["findings"] == []
    assert (await person.get("/task-suggestions")).json()["items"] == []
    await undo(person, undone)
    changed = {"version", "updated_at"}
    assert {k: v for k, v in (await read(person, thought_id)).items() if k not in changed} == {
        k: v for k, v in found.items() if k not in changed
    }
    assert len((await person.get("/task-suggestions")).json()["items"]) == 1


async def test_what_was_taken_back_comes_only_when_asked_for(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await captured(house, person)
    await undo(person, await last_reading(person))
    await person.delete(f"/thoughts/{thought_id}")
    await person.post(f"/thoughts/{thought_id}/restore")
    await house.drain()
    assert (await read(person, thought_id))["type"] is None
    await person.post(f"/thoughts/{thought_id}/analyze")
    await house.drain()
    assert (await read(person, thought_id))["type"] == "task"


async def test_readings_are_undone_one_by_one(house: House, person: httpx.AsyncClient) -> None:
    first = (await person.post("/thoughts", json={"content": "- one"})).json()["id"]
    second = (await person.post("/thoughts", json={"content": "- two"})).json()["id"]
    await house.drain()
    await undo(person, await last_reading(person))
    states = {(await read(person, thought_id))["analysis_state"] for thought_id in (first, second)}
    assert states == {"off", "done"}


async def test_nothing_is_read_where_the_person_says_so(house: House, person: httpx.AsyncClient) -> None:
    await person.patch("/profile", json={"auto_analysis": False})
    thought_id = await captured(house, person)
    thought = await read(person, thought_id)
    assert (thought["analysis_state"], thought["type"]) == ("off", None)
    await person.post(f"/thoughts/{thought_id}/analyze")
    await house.drain()
    assert (await read(person, thought_id))["analysis_state"] == "done"


async def test_no_tags_are_added_where_the_person_says_so(house: House, person: httpx.AsyncClient) -> None:
    await person.patch("/profile", json={"auto_tagging": False})
    assert (await read(person, await captured(house, person)))["tags"] == []


async def test_a_thought_deleted_before_it_was_read_stays_unread(house: House, person: httpx.AsyncClient) -> None:
    thought_id = (await person.post("/thoughts", json={"content": CONTENT})).json()["id"]
    await person.delete(f"/thoughts/{thought_id}")
    await house.drain()
    assert (await person.get("/task-suggestions")).json()["items"] == []
    await person.post(f"/thoughts/{thought_id}/restore")
    await house.drain()
    assert (await read(person, thought_id))["analysis_state"] == "done"
    assert len((await person.get("/task-suggestions")).json()["items"]) == 1


async def test_what_was_found_is_erased_with_the_thought(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await captured(house, person)
    (suggestion,) = (await person.get("/task-suggestions")).json()["items"]
    assert (await person.post(f"/thoughts/{thought_id}/erase")).status_code == 200
    await house.drain()
    assert (await person.get(f"/thoughts/{thought_id}/analysis")).status_code == 404
    assert (await person.get(f"/task-suggestions/{suggestion['id']}/history")).status_code == 404


@pytest.mark.parametrize(
    ("zone", "due_at"),
    [
        ("UTC", "2026-03-29T17:00:00Z"),
        ("Europe/Berlin", "2026-03-29T15:00:00Z"),  # the clocks have just been put forward
        ("America/New_York", "2026-03-29T21:00:00Z"),
        ("Pacific/Auckland", "2026-03-30T04:00:00Z"),  # it is the next day there already
    ],
)
async def test_times_are_meant_where_the_person_lives(
    house: House, person: httpx.AsyncClient, zone: str, due_at: str
) -> None:
    await person.patch("/profile", json={"timezone": zone})
    await captured(house, person, captured_at="2026-03-28T20:30:00Z")
    (suggestion,) = (await person.get("/task-suggestions")).json()["items"]
    day = "2026-03-30" if zone == "Pacific/Auckland" else "2026-03-29"
    assert (suggestion["due_at"], suggestion["due"], suggestion["timezone"]) == (due_at, day, zone)
