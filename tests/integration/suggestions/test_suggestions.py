"""Task suggestions: what the person makes of what was found."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from selfos.features.analysis.service import analyse
from selfos.kernel import clock
from tests.fixtures.house import House

pytestmark = pytest.mark.usefixtures("plain_engine")


async def capture(house: House, person: httpx.AsyncClient, *lines: str) -> str:
    thought_id: str = (await person.post("/thoughts", json={"content": "\n".join(lines)})).json()["id"]
    await house.drain()
    return thought_id


async def rewrite(house: House, person: httpx.AsyncClient, thought_id: str, *lines: str) -> None:
    answer = await person.patch(f"/thoughts/{thought_id}", json={"content": "\n".join(lines)})
    assert answer.status_code == 200, answer.text
    await house.drain()


async def suggestions(person: httpx.AsyncClient, **query: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await person.get("/task-suggestions", params=query)).json()["items"]
    return items


async def titles(person: httpx.AsyncClient, **query: str) -> set[str]:
    return {suggestion["title"] for suggestion in await suggestions(person, **query)}


async def act(person: httpx.AsyncClient, suggestion: dict[str, Any], verb: str, **given: Any) -> httpx.Response:
    return await person.post(f"/task-suggestions/{suggestion['id']}/{verb}", json=given or None)


async def test_accepting_makes_a_task_of_its_own_thought(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await capture(house, person, "- water the plants")
    (suggestion,) = await suggestions(person)
    answer = await act(person, suggestion, "accept")
    assert answer.status_code == 200, answer.text
    task = answer.json()
    assert (task["title"], task["thought_id"]) == ("water the plants", thought_id)
    assert (await person.get(f"/tasks/{task['id']}")).json()["title"] == "water the plants"
    (accepted,) = await suggestions(person, status="accepted")
    assert (accepted["task_id"], accepted["edited"]) == (task["id"], [])
    assert await suggestions(person) == []


async def test_a_client_may_choose_the_id_of_the_task(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "- water the plants")
    (suggestion,) = await suggestions(person)
    chosen = str(uuid4())
    assert (await act(person, suggestion, "accept", task_id=chosen)).json()["id"] == chosen
    (accepted,) = await suggestions(person, status="accepted")
    assert (accepted["task_id"], accepted["edited"]) == (chosen, [])


async def test_edits_are_taken_and_remembered(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "- water the plants")
    (suggestion,) = await suggestions(person)
    task = (await act(person, suggestion, "accept", title="Water the ferns", priority=1)).json()
    assert (task["title"], task["priority"]) == ("Water the ferns", 1)
    (accepted,) = await suggestions(person, status="accepted")
    assert accepted["edited"] == ["priority", "title"]


async def test_another_day_keeps_the_time_of_day(house: House, person: httpx.AsyncClient) -> None:
    await person.patch("/profile", json={"timezone": "Europe/Berlin"})
    await capture(house, person, "- call Anna tomorrow at 5pm")
    (suggestion,) = await suggestions(person)
    task = (await act(person, suggestion, "accept", due="2027-07-01")).json()
    assert (task["due"], task["due_at"]) == ("2027-07-01", "2027-07-01T15:00:00Z")


async def test_another_moment_brings_its_day(house: House, person: httpx.AsyncClient) -> None:
    await person.patch("/profile", json={"timezone": "Europe/Berlin"})
    await capture(house, person, "- call Anna tomorrow at 5pm")
    (suggestion,) = await suggestions(person)
    task = (await act(person, suggestion, "accept", due_at="2027-07-01T23:00:00Z")).json()
    assert (task["due"], task["due_at"]) == ("2027-07-02", "2027-07-01T23:00:00Z")


async def test_a_wrong_edit_changes_nothing(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "- water the plants")
    (suggestion,) = await suggestions(person)
    assert (await act(person, suggestion, "accept", priority=9)).status_code == 422
    assert await suggestions(person) == [suggestion]


async def test_accepting_twice_gives_the_same_task(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "- water the plants")
    (suggestion,) = await suggestions(person)
    first, second = await act(person, suggestion, "accept"), await act(person, suggestion, "accept", title="other")
    assert second.status_code == 200
    assert (first.json()["id"], first.json()["title"]) == (second.json()["id"], second.json()["title"])
    assert len((await person.get("/tasks")).json()["items"]) == 1


async def test_accepting_is_one_act_to_undo(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "- water the plants")
    (suggestion,) = await suggestions(person)
    await act(person, suggestion, "accept")
    assert (await person.post("/undo")).status_code == 200
    assert (await person.get("/tasks")).json()["items"] == []
    (again,) = await suggestions(person)
    assert (again["status"], again["task_id"]) == ("pending", None)
    assert (await act(person, again, "accept")).status_code == 200


async def test_what_was_dismissed_does_not_come_back(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await capture(house, person, "- water the plants", "- buy milk")
    (unwanted,) = [s for s in await suggestions(person) if s["title"] == "water the plants"]
    assert (await act(person, unwanted, "dismiss")).json()["status"] == "dismissed"
    await rewrite(house, person, thought_id, "- Water  the plants", "- buy milk", "- call Anna")
    assert await titles(person) == {"buy milk", "call Anna"}
    assert (await act(person, unwanted, "restore")).json()["status"] == "pending"
    assert len(await suggestions(person)) == 3


async def test_suggestions_follow_the_words(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await capture(house, person, "- water the plants (60%)", "- buy milk")
    await rewrite(house, person, thought_id, "- water the plants (70%)", "- call Anna")
    assert {(s["title"], s["confidence"]) for s in await suggestions(person)} == {
        ("water the plants", 0.7),
        ("call Anna", 0.8),
    }
    await person.delete(f"/thoughts/{thought_id}")
    await house.drain()
    assert await suggestions(person) == []
    await person.post(f"/thoughts/{thought_id}/restore")
    await house.drain()
    assert await titles(person) == {"water the plants", "call Anna"}


async def test_an_accepted_suggestion_outlives_its_words(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await capture(house, person, "- water the plants")
    await act(person, (await suggestions(person))[0], "accept")
    await rewrite(house, person, thought_id, "nothing to do")
    assert await titles(person, status="accepted") == {"water the plants"}
    assert len((await person.get("/tasks")).json()["items"]) == 1


async def test_a_suggestion_of_a_deleted_thought_can_still_be_taken(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await capture(house, person, "- water the plants")
    (suggestion,) = await suggestions(person)
    await person.delete(f"/thoughts/{thought_id}")
    task = (await act(person, suggestion, "accept", suggestion_id=str(uuid4()))).json()
    assert (task["thought_id"], task["suggestion_id"]) == (None, suggestion["id"])


async def test_none_are_made_where_the_person_says_so(house: House, person: httpx.AsyncClient) -> None:
    await person.patch("/profile", json={"suggestion_mode": "off"})
    await capture(house, person, "- water the plants")
    assert await suggestions(person) == []


async def test_in_automatic_mode_the_certain_ones_are_tasks(house: House, person: httpx.AsyncClient) -> None:
    await person.patch("/profile", json={"suggestion_mode": "automatic", "automatic_threshold": 0.85})
    thought_id = await capture(house, person, "- water the plants (90%)", "- buy milk (80%)")
    assert await titles(person) == {"buy milk"}
    (task,) = (await person.get("/tasks")).json()["items"]
    assert (task["title"], task["thought_id"]) == ("water the plants", thought_id)
    history = (await person.get(f"/tasks/{task['id']}/history")).json()["items"]
    assert history[0]["actor_kind"] == "engine"
    await person.post("/undo", json={"change_id": history[0]["change_id"]})
    assert (await person.get("/tasks")).json()["items"] == []


async def test_two_workers_at_once_make_one_task(house: House, person: httpx.AsyncClient) -> None:
    await person.patch("/profile", json={"suggestion_mode": "automatic", "automatic_threshold": 0.5})
    thought_id = UUID((await person.post("/thoughts", json={"content": "- buy milk"})).json()["id"])
    space_id = UUID((await person.get("/auth/me")).json()["space_id"])
    await asyncio.gather(*(analyse(house.runtime, space_id, [thought_id]) for _ in range(4)))
    assert len((await person.get("/tasks")).json()["items"]) == 1
    assert await titles(person, status="accepted") == {"buy milk"}


async def test_an_old_suggestion_is_put_away_unless_it_became_a_task(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "- water the plants", "- buy milk")
    accepted = (await suggestions(person))[0]
    await act(person, accepted, "accept")
    later = clock.now() + timedelta(days=91)
    clock.set_clock(lambda: later)
    try:
        await house.drain()
    finally:
        clock.set_clock(None)
    assert await suggestions(person) == []
    assert await titles(person, status="accepted") == {accepted["title"]}
    assert len(await suggestions(person, deleted="true")) == 1


async def test_there_is_nothing_to_decide_about_a_task(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "- water the plants")
    (suggestion,) = await suggestions(person)
    await act(person, suggestion, "accept")
    assert (await act(person, suggestion, "dismiss")).status_code == 409
    assert (await person.post(f"/task-suggestions/{uuid4()}/accept")).status_code == 404
