"""Completing: dependencies, subtasks, the next occurrence, and the way back."""

from typing import Any

import httpx

from tests.integration.tasks.conftest import done, made, refused


async def tasks_of(person: httpx.AsyncClient) -> dict[str, Any]:
    """Every task but for what changes with each write."""
    items = (await person.get("/tasks?limit=200")).json()["items"]
    return {task["id"]: {k: v for k, v in task.items() if k not in {"version", "updated_at"}} for task in items}


async def test_completing_twice_is_the_same_as_once(person: httpx.AsyncClient):
    task = await made(person, rrule="FREQ=DAILY", due="2026-03-25")
    first = await done(person, f"/tasks/{task['id']}/complete")
    second = await done(person, f"/tasks/{task['id']}/complete")
    assert second == first
    assert first["next"]["due"] == "2026-03-26"
    assert first["next"]["follows_id"] == task["id"]
    assert len(await tasks_of(person)) == 2


async def test_the_next_occurrence_keeps_its_clock_time_when_clocks_change(person: httpx.AsyncClient):
    task = await made(person, rrule="FREQ=DAILY", due_at="2026-03-28T07:00:00Z", timezone="Europe/Berlin")
    following = (await done(person, f"/tasks/{task['id']}/complete"))["next"]
    assert following["due_at"] == "2026-03-29T06:00:00Z"  # eight o'clock, an hour earlier in UTC
    assert following["status"] == "todo"


async def test_missed_occurrences_are_passed_over_and_counted(person: httpx.AsyncClient):
    task = await made(person, rrule="FREQ=DAILY;COUNT=9", due="2026-03-20", start="2026-03-18")
    following = (await done(person, f"/tasks/{task['id']}/complete"))["next"]
    assert (following["due"], following["start"]) == ("2026-03-26", "2026-03-24")
    assert following["rrule"] == "FREQ=DAILY;COUNT=3"


async def test_a_series_ends_by_count_and_until(person: httpx.AsyncClient):
    for rule in ("FREQ=DAILY;COUNT=1", "FREQ=DAILY;UNTIL=20260325", "FREQ=DAILY;UNTIL=20260325T235959Z"):
        task = await made(person, rrule=rule, due="2026-03-25")
        assert (await done(person, f"/tasks/{task['id']}/complete"))["next"] is None


async def test_repeating_after_completion_counts_from_now(person: httpx.AsyncClient):
    task = await made(person, repeat_after="P3D", due_at="2026-03-01T18:00:00Z")
    assert (await done(person, f"/tasks/{task['id']}/complete"))["next"]["due_at"] == "2026-03-28T18:00:00Z"
    undated = await made(person, repeat_after="P1W")
    assert (await done(person, f"/tasks/{undated['id']}/complete"))["next"]["due"] == "2026-04-01"


async def test_postponing_leaves_the_series_where_it_was(person: httpx.AsyncClient):
    task = await made(person, rrule="FREQ=WEEKLY", due_at="2026-03-25T12:00:00Z", start="2026-03-24")
    for day in ("2026-03-26", "2026-03-27"):
        task = await done(person, f"/tasks/{task['id']}/snooze", to=day)
    assert (task["due_at"], task["start"]) == ("2026-03-27T12:00:00Z", "2026-03-26")
    assert (await done(person, f"/tasks/{task['id']}/complete"))["next"]["due_at"] == "2026-04-01T12:00:00Z"


async def test_a_new_date_begins_the_series_anew(person: httpx.AsyncClient):
    task = await made(person, rrule="FREQ=WEEKLY", due="2026-03-25")
    await done(person, f"/tasks/{task['id']}/snooze", to="2026-03-26")
    await done(person, f"/tasks/{task['id']}", "PATCH", due="2026-03-27")
    assert (await done(person, f"/tasks/{task['id']}/complete"))["next"]["due"] == "2026-04-03"


async def test_open_dependencies_stand_in_the_way_unless_forced(person: httpx.AsyncClient):
    first = await made(person, title="buy paint")
    task = await made(person, title="paint", depends_on=[first["id"]])
    answer = await person.post(f"/tasks/{task['id']}/complete", json={})
    assert answer.status_code == 409
    assert answer.json()["blocked_by"] == [first["id"]]
    both = await done(person, "/tasks/complete", ids=[task["id"], first["id"]])
    assert {item["task"]["status"] for item in both["items"]} == {"done"}
    await done(person, f"/tasks/{first['id']}/reopen")
    await done(person, f"/tasks/{task['id']}/reopen")
    assert (await done(person, f"/tasks/{task['id']}/complete", force=True))["task"]["status"] == "done"


async def test_subtasks_are_completed_only_if_asked(person: httpx.AsyncClient):
    parent = await made(person, title="pack")
    part = await made(person, title="books", parent_id=parent["id"])
    deep = await made(person, title="atlas", parent_id=part["id"])
    assert (await done(person, f"/tasks/{parent['id']}/complete"))["subtasks"] == []
    await done(person, f"/tasks/{parent['id']}/reopen")
    answer = await done(person, f"/tasks/{parent['id']}/complete", with_subtasks=True)
    assert [task["id"] for task in answer["subtasks"]] == [part["id"], deep["id"]]
    assert [task["status"] for task in answer["subtasks"]] == ["done", "done"]
    listed = (await person.get(f"/tasks/{parent['id']}/subtasks")).json()
    assert [task["id"] for task in listed] == [part["id"]]


async def test_the_next_occurrence_brings_its_checklist_along(person: httpx.AsyncClient):
    parent = await made(person, title="weekly review", rrule="FREQ=WEEKLY", due="2026-03-25")
    part = await made(person, title="empty the inbox", parent_id=parent["id"], due="2026-03-24")
    await made(person, title="tidy", parent_id=part["id"])
    following = (await done(person, f"/tasks/{parent['id']}/complete", with_subtasks=True))["next"]
    (copy,) = (await person.get(f"/tasks/{following['id']}/subtasks")).json()
    assert (copy["title"], copy["due"], copy["status"]) == ("empty the inbox", "2026-03-31", "todo")
    assert len((await person.get(f"/tasks/{copy['id']}/subtasks")).json()) == 1


async def test_reopening_takes_an_untouched_next_occurrence_back(person: httpx.AsyncClient):
    task = await made(person, rrule="FREQ=DAILY", due="2026-03-25")
    following = (await done(person, f"/tasks/{task['id']}/complete"))["next"]
    assert (await done(person, f"/tasks/{task['id']}/reopen"))["completed_at"] is None
    assert (await person.get(f"/tasks/{following['id']}")).status_code == 404
    following = (await done(person, f"/tasks/{task['id']}/complete"))["next"]
    await done(person, f"/tasks/{following['id']}", "PATCH", notes="bring boots")
    await done(person, f"/tasks/{task['id']}/reopen")
    assert (await done(person, f"/tasks/{task['id']}/complete"))["next"]["id"] == following["id"]


async def test_cancelling_ends_a_series(person: httpx.AsyncClient):
    task = await made(person, rrule="FREQ=DAILY", due="2026-03-25")
    assert (await done(person, f"/tasks/{task['id']}/cancel"))["status"] == "cancelled"
    assert len(await tasks_of(person)) == 1


async def test_undoing_a_completion_restores_everything_and_redoing_it_too(person: httpx.AsyncClient):
    parent = await made(person, title="review", rrule="FREQ=WEEKLY;COUNT=3", due_at="2026-03-25T12:00:00Z")
    await made(person, title="inbox", parent_id=parent["id"])
    before = await tasks_of(person)
    answer = await person.post(f"/tasks/{parent['id']}/complete", json={"with_subtasks": True})
    completed = await tasks_of(person)
    undone = await person.post("/undo", json={"change_id": answer.headers["selfos-change"]})
    assert undone.status_code == 200, undone.text
    assert await tasks_of(person) == before
    redone = await person.post("/undo", json={"change_id": undone.headers["selfos-change"]})
    assert redone.status_code == 200, redone.text
    assert await tasks_of(person) == completed


async def test_a_stale_version_is_refused(person: httpx.AsyncClient):
    task = await made(person)
    await done(person, f"/tasks/{task['id']}", "PATCH", notes="x")
    answer = await person.post(f"/tasks/{task['id']}/complete", json={}, headers={"If-Match": f'"{task["version"]}"'})
    assert answer.status_code == 412


async def test_completing_what_is_not_there(person: httpx.AsyncClient):
    await refused(person, "/tasks/01980000-0000-7000-8000-000000000000/complete", 404)
    await refused(person, "/tasks/complete", 404, ids=["01980000-0000-7000-8000-000000000000"])
