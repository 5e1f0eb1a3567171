"""The built-in engine itself, from a capture to a task."""

import httpx
import pytest

from tests.fixtures.house import House


async def test_a_captured_plan_becomes_a_task_at_the_right_time(house: House, person: httpx.AsyncClient) -> None:
    await person.patch("/profile", json={"timezone": "America/New_York"})
    content = "Long day. I need to call the dentist tomorrow at 5pm."
    thought = await person.post("/thoughts", json={"content": content, "captured_at": "2026-07-01T22:00:00Z"})
    assert thought.status_code == 201
    await house.drain()
    (suggestion,) = (await person.get("/task-suggestions")).json()["items"]
    assert "dentist" in suggestion["title"].lower()
    assert suggestion["due_at"] == "2026-07-02T21:00:00Z"
    start, end = suggestion["span"]
    assert "dentist" in content[start:end]
    task = (await person.post(f"/task-suggestions/{suggestion['id']}/accept")).json()
    assert (task["due"], task["due_at"]) == ("2026-07-02", "2026-07-02T21:00:00Z")
    found = (await person.get("/search", params={"q": "dentist", "mode": "text"})).json()["items"]
    assert {"thought", "task"} <= {item["kind"] for item in found}


@pytest.mark.parametrize("captured_at", ["0001-01-03T00:00:00Z", "9999-12-30T00:00:00Z"])
async def test_a_thought_of_another_age_is_read_all_the_same(
    house: House, person: httpx.AsyncClient, captured_at: str
) -> None:
    sent = {"content": "call Anna yesterday, or next week", "captured_at": captured_at}
    thought = (await person.post("/thoughts", json=sent)).json()
    await house.drain()
    assert (await person.get(f"/thoughts/{thought['id']}")).json()["analysis_state"] == "done"
    assert (await person.post("/checks")).status_code == 200


async def test_only_tags_that_are_sure_are_written_into_a_thought(house: House, person: httpx.AsyncClient) -> None:
    texts = [
        "Remember: the key to the cellar is in the blue bowl",
        "Went for a run before breakfast, cold and clear #morning",
    ]
    ids = [(await person.post("/thoughts", json={"content": text})).json()["id"] for text in texts]
    await house.drain()
    cellar, run = [(await person.get(f"/thoughts/{thought_id}")).json() for thought_id in ids]
    assert cellar["tags"] == []
    assert run["tags"][0] == "morning"
    assert len(run["tags"]) <= 3
    analysis = (await person.get(f"/thoughts/{ids[0]}/analysis")).json()
    guessed = [found["confidence"] for found in analysis["findings"] if found["what"] == "tag"]
    assert guessed
    assert max(guessed) < 0.6
