"""How a turn begins, goes on and ends."""

from typing import Any

import httpx
import pytest

from tests.integration.assistant.conftest import said


async def test_a_message_is_answered_and_what_it_did_can_be_undone(person: httpx.AsyncClient):
    told = await said(person, "call the dentist tomorrow at 9")
    (task,) = told["created_tasks"]
    assert (task["title"], task["scheduled_time"]) == ("Call the dentist", "09:00")
    (card,) = told["cards"]
    assert card["state"] == "done"
    undone = await person.post("/undo", json={"change_id": card["change_id"]})
    assert undone.status_code == 200, undone.text
    talk = (await person.get(f"/conversations/{told['conversation_id']}/messages")).json()
    assert [m["role"] for m in talk["messages"]] == ["user", "assistant"]
    assert talk["messages"][1]["cards"][0]["state"] == "undone"
    redone = await person.post("/undo", json={"change_id": undone.headers["selfos-change"]})
    assert redone.status_code == 200, redone.text
    talk = (await person.get(f"/conversations/{told['conversation_id']}/messages")).json()
    assert talk["messages"][1]["cards"][0]["state"] == "done"


async def test_a_goal_stands_in_the_calendar(person: httpx.AsyncClient):
    context = {"life_areas": ["health"], "current_mood": "motivated", "available_time": 30}
    told = await said(person, "I want to start exercising regularly", context=context)
    assert told["created_tasks"]
    for task in told["created_tasks"]:
        assert task["recurrence"].startswith("FREQ=WEEKLY")
        assert task["scheduled_time"]
        assert task["duration_minutes"] <= 30
    assert told["media_suggestions"] == []
    assert "media source" in told["media_note"]
    made, waits = told["cards"]
    assert (made["state"], waits["state"]) == ("done", "waiting")
    before = await counted(person)
    undone = await person.post("/undo", json={"change_id": made["change_id"]})
    assert undone.status_code == 200, undone.text
    assert before != await counted(person) == [0, 0]


async def counted(person: httpx.AsyncClient) -> list[Any]:
    return [len((await person.get(path)).json()["items"]) for path in ("/goals", "/tasks")]
