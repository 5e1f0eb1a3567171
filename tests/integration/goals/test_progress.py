"""How far a goal is, on the goal itself, after every kind of change and its undo."""

from typing import Any

import httpx
import pytest

from tests.integration.tasks.conftest import done, made, refused

GOAL = {
    "title": "a garden that feeds us",
    "vision": "to eat what grows at home",
    "life_areas": ["home", "health"],
    "target_date": "2026-10-01",
    "success_metrics": [{"name": "beds", "target": 4, "current": 1}],
    "media": [{"url": "https://example.org/bed.jpg"}],
    "minutes_per_week": 120,
}


async def goal_of(person: httpx.AsyncClient, **fields: Any) -> str:
    goal = await done(person, "/goals", **({"title": "a garden"} | fields))
    identity: str = goal["id"]
    return identity


async def progress(person: httpx.AsyncClient, goal: str) -> float:
    """The same on the goal, in the list and in its own view."""
    alone = (await person.get(f"/goals/{goal}")).json()["progress"]
    listed = next(one for one in (await person.get("/goals")).json()["items"] if one["id"] == goal)["progress"]
    viewed = (await person.get(f"/goals/{goal}/progress")).json()["progress"]
    assert alone == listed == viewed
    return float(alone)


async def test_every_field_is_kept(person: httpx.AsyncClient):
    goal = await done(person, "/goals", **GOAL)
    assert goal["status"] == "draft"
    assert goal["progress"] == 0.25  # without any work: as far as its metrics
    assert goal["success_metrics"] == [{"name": "beds", "unit": None, "start": 0, "target": 4, "current": 1}]
    assert (await person.get(f"/goals/{goal['id']}")).json() == goal


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"progress": 0.5}, "progress"),
        ({"status": "won"}, "status"),
        ({"success_metrics": [{"name": "beds"}]}, "success_metrics"),
        ({"media": [{"title": "nothing"}]}, "media"),
        ({"minutes_per_week": 0}, "minutes_per_week"),
        ({"life_areas": ["sports"]}, "life_areas"),
    ],
)
async def test_a_wrong_field_is_named(person: httpx.AsyncClient, fields, field):
    named = await refused(person, "/goals", 422, **({"title": "x"} | fields))
    assert named
    assert all(name.startswith(field) for name in named)


async def test_work_counts_by_its_minutes(person: httpx.AsyncClient):
    goal = await goal_of(person)
    short = await made(person, goal_id=goal)  # half an hour where nothing is said
    await made(person, goal_id=goal, duration_minutes=90)
    dropped = await made(person, goal_id=goal, duration_minutes=500)
    await done(person, f"/tasks/{dropped['id']}/cancel")
    assert await progress(person, goal) == 0
    await done(person, f"/tasks/{short['id']}/complete")
    assert await progress(person, goal) == 0.25
    await done(person, f"/tasks/{short['id']}", "PATCH", duration_minutes=90)
    assert await progress(person, goal) == 0.5


async def test_tasks_that_come_and_go_move_it(person: httpx.AsyncClient):
    goal, other = await goal_of(person), await goal_of(person)
    finished, waiting = [await made(person, goal_id=goal) for _ in range(2)]
    await done(person, f"/tasks/{finished['id']}/complete")
    await person.delete(f"/tasks/{waiting['id']}")
    assert await progress(person, goal) == 1
    await done(person, f"/tasks/{waiting['id']}/restore")
    assert await progress(person, goal) == 0.5
    await done(person, f"/tasks/{finished['id']}", "PATCH", goal_id=other)
    assert (await progress(person, goal), await progress(person, other)) == (0, 1)
    await person.post("/tasks/bulk", json={"ids": [waiting["id"]], "fields": {"status": "done"}})
    assert await progress(person, goal) == 1


async def test_a_repeating_task_counts_once(person: httpx.AsyncClient):
    goal = await goal_of(person)
    weekly = await made(person, goal_id=goal, rrule="FREQ=WEEKLY", due="2026-03-25")
    await made(person, goal_id=goal)
    following = (await done(person, f"/tasks/{weekly['id']}/complete"))["next"]
    assert await progress(person, goal) == 0.5
    await done(person, f"/tasks/{following['id']}/complete")
    assert await progress(person, goal) == 0.5


async def test_milestones_count(person: httpx.AsyncClient):
    goal = await goal_of(person)
    bare = await done(person, "/milestones", goal_id=goal, title="soil ready")
    filled = await done(person, "/milestones", goal_id=goal, title="seeds sown", position=1)
    await made(person, goal_id=goal, milestone_id=filled["id"], duration_minutes=90)
    assert (await done(person, f"/milestones/{bare['id']}/complete"))["completed_at"] is not None
    assert await progress(person, goal) == 0.25
    await done(person, f"/milestones/{filled['id']}/complete")
    assert await progress(person, goal) == 1
    assert (await done(person, f"/milestones/{filled['id']}/reopen"))["completed_at"] is None
    assert await progress(person, goal) == 0.25
    seen = (await person.get(f"/goals/{goal}/progress")).json()
    assert (seen["tasks"], seen["milestones"], seen["milestones_done"]) == (1, 2, 1)
    assert seen["next_milestone"]["id"] == filled["id"]
    assert seen["next_task"]["milestone_id"] == filled["id"]


async def test_a_milestone_belongs_to_one_goal(person: httpx.AsyncClient):
    goal, other = await goal_of(person), await goal_of(person)
    milestone = await done(person, "/milestones", goal_id=goal, title="soil ready")
    wrong = {"title": "dig", "goal_id": other, "milestone_id": milestone["id"]}
    assert await refused(person, "/tasks", 422, **wrong) == ["milestone_id"]
    assert await refused(person, f"/milestones/{milestone['id']}", 422, "PATCH", goal_id=other) == ["goal_id"]
    gone = {"goal_id": "01980000-0000-7000-8000-000000000000", "title": "x"}
    assert await refused(person, "/milestones", 422, **gone) == ["goal_id"]


async def test_a_completed_goal_is_reached(person: httpx.AsyncClient):
    goal = await goal_of(person)
    await made(person, goal_id=goal)
    finished = await done(person, f"/goals/{goal}", "PATCH", status="completed")
    assert (finished["progress"], finished["completed_at"]) == (1, finished["updated_at"])
    again = await done(person, f"/goals/{goal}", "PATCH", status="active")
    assert (again["progress"], again["completed_at"]) == (0, None)


async def test_undo_brings_progress_back_in_any_order(person: httpx.AsyncClient):
    goal = await goal_of(person)
    first, second = [await made(person, goal_id=goal) for _ in range(2)]
    completions = [await person.post(f"/tasks/{task['id']}/complete", json={}) for task in (first, second)]
    assert await progress(person, goal) == 1
    for answer, expected in zip(completions, (0.5, 0), strict=True):  # the older one first
        undone = await person.post("/undo", json={"change_id": answer.headers["selfos-change"]})
        assert undone.status_code == 200, undone.text
        assert await progress(person, goal) == expected
    redone = await person.post("/undo", json={"change_id": undone.headers["selfos-change"]})
    assert redone.status_code == 200
    assert await progress(person, goal) == 0.5


async def test_a_completion_can_be_undone_after_its_goal_was_deleted(person: httpx.AsyncClient):
    goal = await goal_of(person)
    task = await made(person, goal_id=goal)
    completed = await person.post(f"/tasks/{task['id']}/complete", json={})
    await person.delete(f"/goals/{goal}")
    undone = await person.post("/undo", json={"change_id": completed.headers["selfos-change"]})
    assert undone.status_code == 200, undone.text
    await done(person, f"/goals/{goal}/restore")
    assert await progress(person, goal) == 0


async def test_progress_is_not_part_of_the_history(person: httpx.AsyncClient):
    goal = await goal_of(person)
    task = await made(person, goal_id=goal)
    await done(person, f"/tasks/{task['id']}/complete")
    entries = (await person.get(f"/goals/{goal}/history")).json()["items"]
    assert all("progress" not in entry["fields"] for entry in entries)
