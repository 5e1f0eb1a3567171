"""Breaking a goal down: previewed, edited, saved as one act, undone as one. The present is 25 March 2026."""

from datetime import date
from typing import Any

import httpx
import pytest

from selfos.kernel.ids import new_id
from tests.integration.tasks.conftest import done, refused


async def previewed(person: httpx.AsyncClient, **fields: Any) -> tuple[str, dict[str, Any]]:
    given = {"title": "Run a half marathon", "vision": "to feel strong again"} | fields
    goal = await done(person, "/goals", **given)
    return goal["id"], await done(person, f"/goals/{goal['id']}/decompose", minutes_per_week=180)


async def counted(person: httpx.AsyncClient) -> list[int]:
    lists = [(await person.get(f"/{kind}?limit=200")).json()["items"] for kind in ("milestones", "tasks", "habits")]
    return [len(items) for items in lists]


async def test_a_preview_fits_the_time_there_is_and_saves_nothing(person: httpx.AsyncClient):
    goal, plan = await previewed(person, target_date="2026-09-20")
    assert plan["milestones"]
    assert plan["tasks"]
    days = [date.fromisoformat(one["due"]) for one in (*plan["milestones"], *plan["tasks"])]
    assert date(2026, 3, 25) <= min(days)
    assert max(days) <= date(2026, 9, 20)
    assert max(plan["load"]) <= 180
    assert await counted(person) == [0, 0, 0]
    assert (await person.get(f"/goals/{goal}")).json()["status"] == "draft"


async def test_the_minutes_come_from_the_goal_then_from_the_profile(person: httpx.AsyncClient):
    await done(person, "/profile", "PATCH", minutes_per_week=75)
    goal = await done(person, "/goals", title="Learn Italian", target_date="2026-12-01")
    assert (await done(person, f"/goals/{goal['id']}/decompose"))["minutes_per_week"] == 75
    await done(person, f"/goals/{goal['id']}", "PATCH", minutes_per_week=100)
    assert (await done(person, f"/goals/{goal['id']}/decompose"))["minutes_per_week"] == 100


async def test_applying_saves_all_as_one_act_that_is_undone_as_one(person: httpx.AsyncClient):
    goal, plan = await previewed(person, target_date="2026-09-20", life_areas=["health"])
    answer = await person.post(f"/goals/{goal}/decompose/apply", json={"plan": plan})
    assert answer.status_code == 200, answer.text
    saved = answer.json()
    assert await counted(person) == [len(plan[kind]) for kind in ("milestones", "tasks", "habits")]
    assert (saved["goal"]["status"], saved["goal"]["progress"]) == ("active", 0)
    for task, planned in zip(saved["tasks"], plan["tasks"], strict=True):
        assert task["goal_id"] == goal
        assert task["milestone_id"] == saved["milestones"][planned["milestone"]]["id"]
        assert (task["title"], task["due"], task["life_areas"]) == (planned["title"], planned["due"], ["health"])
    assert {habit["goal_id"] for habit in saved["habits"]} <= {goal}
    undone = await person.post("/undo", json={"change_id": answer.headers["selfos-change"]})
    assert undone.status_code == 200, undone.text
    assert await counted(person) == [0, 0, 0]
    before = (await person.get(f"/goals/{goal}")).json()
    assert (before["status"], before["plans"], before["minutes_per_week"]) == ("draft", [], None)


async def test_a_plan_is_applied_once(person: httpx.AsyncClient):
    goal, plan = await previewed(person)
    await done(person, f"/goals/{goal}/decompose/apply", plan=plan)
    assert await refused(person, f"/goals/{goal}/decompose/apply", 409, plan=plan) == ["plan.id"]
    saved = await counted(person)
    await person.post("/undo", json={})
    await done(person, f"/goals/{goal}/decompose/apply", plan=plan)
    assert await counted(person) == saved


async def test_an_edited_plan_is_saved_as_edited(person: httpx.AsyncClient):
    goal, plan = await previewed(person)
    edited = {
        "id": plan["id"],
        "milestones": [plan["milestones"][0] | {"title": "the first five kilometres"}],
        "tasks": [{"title": "buy shoes", "milestone": 0}, {"title": "tell Ada"}],
    }
    saved = await done(person, f"/goals/{goal}/decompose/apply", plan=edited)
    assert [milestone["title"] for milestone in saved["milestones"]] == ["the first five kilometres"]
    assert [task["milestone_id"] for task in saved["tasks"]] == [saved["milestones"][0]["id"], None]
    assert saved["habits"] == []
    again = await done(
        person, f"/goals/{goal}/decompose/apply", plan={"id": str(new_id()), "milestones": [{"title": "x"}]}
    )
    assert again["milestones"][0]["position"] == 1


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        ({"tasks": [{"title": "x"}, {"title": "x", "milestone": 0}]}, "plan.tasks.1.milestone"),
        ({"tasks": [{"title": ""}]}, "plan.tasks.0.title"),
        ({"habits": [{"title": "x", "rrule": "sometimes"}]}, "plan.habits.0.rrule"),
        ({"milestones": [{"title": "x", "due": "soon"}]}, "plan.milestones.0.due"),
    ],
)
async def test_a_wrong_plan_names_the_field_and_saves_nothing(person: httpx.AsyncClient, plan, field):
    goal = await done(person, "/goals", title="x")
    path = f"/goals/{goal['id']}/decompose/apply"
    assert await refused(person, path, 422, plan=plan | {"id": str(new_id())}) == [field]
    assert await counted(person) == [0, 0, 0]


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        ({"start": "2020-01-01"}, "start"),
        ({"target_date": "2099-01-01"}, "target_date"),
        ({"minutes_per_week": 0}, "minutes_per_week"),
    ],
)
async def test_a_horizon_out_of_reach_is_refused(person: httpx.AsyncClient, wish, field):
    goal = await done(person, "/goals", title="Write a novel")
    assert await refused(person, f"/goals/{goal['id']}/decompose", 422, **wish) == [field]


async def test_a_goal_in_many_words_can_be_broken_down(person: httpx.AsyncClient):
    goal = await done(person, "/goals", title="learn " + "very " * 98, vision="because it matters. " * 4000)
    plan = await done(person, f"/goals/{goal['id']}/decompose")
    await done(person, f"/goals/{goal['id']}/decompose/apply", plan=plan)


async def test_what_is_not_there_cannot_be_broken_down(person: httpx.AsyncClient):
    await refused(person, "/goals/01980000-0000-7000-8000-000000000000/decompose", 404)
