"""What a task keeps, and what it refuses."""

from uuid import uuid4

import httpx
import pytest

from tests.integration.tasks.conftest import done, made, refused

FULL = {
    "title": "file the tax return",
    "notes": "the folder on the shelf",
    "priority": 1,
    "energy": 4,
    "duration_minutes": 90,
    "due_at": "2026-05-31T16:00:00Z",
    "start": "2026-05-20",
    "timezone": "Europe/Berlin",
    "rrule": "RRULE:freq=yearly",
    "life_areas": ["finance"],
    "tags": ["#Tax"],
    "people": ["Ada"],
    "attachments": [{"url": "https://example.org/form", "title": "the form"}],
}


async def test_every_field_is_kept(person: httpx.AsyncClient):
    task = await made(person, **FULL)
    assert task["due"] == "2026-05-31"
    assert task["rrule"] == "FREQ=YEARLY"
    assert task["tags"] == ["tax"]
    assert task["status"] == "todo"
    assert (await person.get(f"/tasks/{task['id']}")).json() == task


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": " "}, "title"),
        ({"priority": 6}, "priority"),
        ({"timezone": "Mars/Olympus"}, "timezone"),
        ({"rrule": "FREQ=SECONDLY"}, "rrule"),
        ({"rrule": "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"}, "rrule"),
        ({"rrule": "DTSTART:20260101T000000\nRRULE:FREQ=DAILY"}, "rrule"),
        ({"repeat_after": "P0D"}, "repeat_after"),
        ({"rrule": "FREQ=DAILY", "repeat_after": "P3D"}, "repeat_after"),
        ({"due": "1066-10-14"}, "due"),
        ({"due": "2026-05-01", "due_at": "2026-05-02T08:00:00Z"}, "due"),
        ({"due_at": "2400-01-03T00:00:00Z"}, "due_at"),
        ({"due_at": "2399-12-31T23:00:00Z", "timezone": "Pacific/Auckland"}, "due_at"),
        ({"parent_id": str(uuid4())}, "parent_id"),
        ({"goal_id": str(uuid4())}, "goal_id"),
        ({"project_id": str(uuid4())}, "project_id"),
        ({"depends_on": [str(uuid4())]}, "depends_on"),
        ({"assignee_id": str(uuid4())}, "assignee_id"),
        ({"completed_at": "2026-05-02T08:00:00Z"}, "completed_at"),
    ],
)
async def test_a_wrong_field_is_named(person: httpx.AsyncClient, fields, field):
    named = await refused(person, "/tasks", 422, **({"title": "x"} | fields))
    assert named
    assert all(name.startswith(field) for name in named)


async def test_day_and_moment_stay_in_step(person: httpx.AsyncClient):
    task = await made(person, due_at="2026-03-28T23:30:00Z", timezone="Europe/Berlin")
    path = f"/tasks/{task['id']}"
    assert task["due"] == "2026-03-29"
    moved = await done(person, path, "PATCH", due="2026-04-02")
    assert moved["due_at"] == "2026-04-01T22:30:00Z"  # half past midnight still, now in summer time
    zoned = await done(person, path, "PATCH", timezone="UTC")
    assert (zoned["due"], zoned["due_at"]) == ("2026-04-01", "2026-04-01T22:30:00Z")
    dated = await done(person, path, "PATCH", due_at=None)
    assert (dated["due"], dated["due_at"]) == ("2026-04-01", None)
    again = await done(person, path, "PATCH", due_at="2026-05-05T10:00:00+02:00")
    assert again["due"] == "2026-05-05"
    cleared = await done(person, path, "PATCH", due=None)
    assert (cleared["due"], cleared["due_at"]) == (None, None)


async def test_completed_at_follows_the_status(person: httpx.AsyncClient):
    task = await made(person)
    finished = await done(person, f"/tasks/{task['id']}", "PATCH", status="done")
    assert finished["completed_at"] == finished["updated_at"]
    assert (await done(person, f"/tasks/{task['id']}", "PATCH", status="in_progress"))["completed_at"] is None


async def test_a_link_may_outlive_its_target_but_not_be_made_anew(person: httpx.AsyncClient):
    project = await done(person, "/projects", title="garden")
    task = await made(person, project_id=project["id"])
    await person.delete(f"/projects/{project['id']}")
    assert (await done(person, f"/tasks/{task['id']}", "PATCH", notes="soon"))["project_id"] == project["id"]
    assert await refused(person, "/tasks", 422, title="x", project_id=project["id"]) == ["project_id"]


async def test_a_member_may_be_assigned(person: httpx.AsyncClient):
    me = (await person.get("/auth/me")).json()["id"]
    task = await made(person, assignee_id=me)
    assert [one["id"] for one in (await person.get(f"/tasks?assignee_id={me}")).json()["items"]] == [task["id"]]


async def test_another_space_cannot_be_linked(person: httpx.AsyncClient, house):
    task = await made(person)
    async with await house.register() as other:
        assert await refused(other, "/tasks", 422, title="x", parent_id=task["id"]) == ["parent_id"]


async def test_the_list_is_filtered(person: httpx.AsyncClient):
    parent = await made(person, title="move house", priority=1, due="2026-06-01")
    part = await made(person, title="pack books", parent_id=parent["id"], tags=["boxes"], due="2026-05-20")

    async def titles(query: str) -> list[str]:
        answer = await person.get(f"/tasks?{query}")
        assert answer.status_code == 200, answer.text
        return sorted(task["title"] for task in answer.json()["items"])

    assert await titles("status=todo") == ["move house", "pack books"]
    assert await titles("priority=1") == ["move house"]
    assert await titles(f"parent_id={parent['id']}") == [part["title"]]
    assert await titles("due_since=2026-05-21&due_until=2026-06-02") == ["move house"]
    assert await titles("tag=boxes") == ["pack books"]
    assert await titles("q=books&status=todo") == ["pack books"]


async def test_the_list_comes_in_manual_order(person: httpx.AsyncClient):
    first, second = await made(person, title="first"), await made(person, title="second")
    await done(person, f"/tasks/{second['id']}/move", before_id=first["id"])
    pages, cursor = [], ""
    for _ in range(2):
        page = (await person.get(f"/tasks?sort=rank&order=asc&limit=1{cursor}")).json()
        pages += [task["title"] for task in page["items"]]
        cursor = f"&cursor={page['next']}"
    assert pages == ["second", "first"]


async def test_bulk_update_and_delete_are_one_act(person: httpx.AsyncClient):
    ids = [(await made(person))["id"] for _ in range(3)]
    answer = await person.post("/tasks/bulk", json={"ids": ids, "fields": {"priority": 2}})
    assert [task["priority"] for task in answer.json()] == [2, 2, 2]
    await person.post("/tasks/bulk", json={"ids": ids, "act": "delete"})
    assert (await person.get("/tasks")).json()["items"] == []
    await person.post("/undo", json={})
    assert len((await person.get("/tasks")).json()["items"]) == 3


async def test_tags_of_many_are_added_and_removed_as_one_act(person: httpx.AsyncClient):
    ids = [(await made(person, tags=tags))["id"] for tags in ([], ["house"], ["house", "soon", "garden"])]

    async def tags() -> list[list[str]]:
        return [(await person.get(f"/tasks/{task_id}")).json()["tags"] for task_id in ids]

    await done(person, "/tasks/bulk", ids=ids, add_tags=["#Soon"], remove_tags=["house"])
    assert await tags() == [["soon"], ["soon"], ["soon", "garden"]]
    await done(person, "/undo")
    assert await tags() == [[], ["house"], ["house", "soon", "garden"]]
    await done(person, "/tasks/bulk", ids=ids, fields={"tags": ["new"]}, add_tags=["soon"], remove_tags=["soon"])
    assert await tags() == [["new", "soon"]] * 3


async def test_a_task_of_too_many_tags_leaves_all_as_they_were(person: httpx.AsyncClient):
    few, many = await made(person), await made(person, tags=[f"tag{n}" for n in range(64)])
    assert await refused(person, "/tasks/bulk", 422, ids=[few["id"], many["id"]], add_tags=["one more"]) == ["tags"]
    assert (await person.get(f"/tasks/{few['id']}")).json()["tags"] == []
