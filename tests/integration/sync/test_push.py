"""Push: each op once, whatever becomes of its answer."""

import asyncio

import httpx
import pytest

from selfos.kernel.ids import new_id
from tests.fixtures.house import House
from tests.integration.sync.conftest import made, op, page, push


async def test_an_op_is_the_change_it_makes(person: httpx.AsyncClient) -> None:
    create = op("tasks.create", title="water the roses", id=str(new_id()))
    (result,) = await push(person, create)
    assert (result["status"], result["change_id"]) == ("applied", create["id"])
    history = (await person.get(f"/tasks/{create['input']['id']}/history")).json()["items"]
    assert [entry["change_id"] for entry in history] == [create["id"]]
    (undone,) = await push(person, op("changes.undo", change_id=create["id"]))
    assert undone["status"] == "applied"
    assert (await person.get("/tasks")).json()["items"] == []


async def test_a_repeated_push_is_done_once(person: httpx.AsyncClient) -> None:
    """The task has no id of its own: done twice, it would be there twice."""
    ops = [op("tasks.create", title="one"), op("tasks.create", title="two")]
    first = await push(person, *ops)
    again = await push(person, *ops)
    assert [r["status"] for r in (*first, *again)] == ["applied", "applied", "duplicate", "duplicate"]
    assert [(r["version"], r["change_id"]) for r in first] == [(r["version"], r["change_id"]) for r in again]
    assert len((await person.get("/tasks")).json()["items"]) == 2


async def test_the_same_push_from_two_tabs_at_once_is_done_once(person: httpx.AsyncClient) -> None:
    ops = [op("tasks.create", title=str(n)) for n in range(5)]
    tabs = await asyncio.gather(*(push(person, *ops) for _ in range(4)))
    assert sorted(r["status"] for results in tabs for r in results) == ["applied"] * 5 + ["duplicate"] * 15
    assert len((await person.get("/tasks")).json()["items"]) == 5


async def test_a_rejected_op_stops_no_other_and_its_words_come_back(person: httpx.AsyncClient) -> None:
    wrong, unknown = op("tasks.create", title=""), op("tasks.update", id=str(new_id()), title="never there")
    ops = [wrong, unknown, op("no.such"), op("tasks.list"), op("auth.logout"), op("tasks.create", title="right")]
    results = await push(person, *ops)
    assert [r["reason"] for r in results] == ["invalid", "not-found", "not-found", "not-found", "not-found", None]
    assert [r["input"] for r in results[:2]] == [wrong["input"], unknown["input"]]
    assert results[0]["problem"]["errors"][0]["field"] == "input.title"
    assert results[-1]["status"] == "applied"


async def test_fields_merge_and_what_was_overwritten_is_named_and_kept(person: httpx.AsyncClient) -> None:
    task = await made(person, "roses", notes="old")
    seen, path = task["version"], f"/tasks/{task['id']}"
    (first,) = await push(person, op("tasks.update", seen, id=task["id"], notes="from the phone"))
    (other,) = await push(person, op("tasks.update", seen, id=task["id"], priority=1))
    (last,) = await push(person, op("tasks.update", seen, id=task["id"], notes="from the desk"))
    assert [r["status"] for r in (first, other, last)] == ["applied", "merged", "merged"]
    assert (other["overwritten"], last["overwritten"]) == ([], ["notes"])
    now = (await person.get(path)).json()
    assert (now["notes"], now["priority"]) == ("from the desk", 1)
    history = {e["change_id"]: e["fields"] for e in (await person.get(f"{path}/history")).json()["items"]}
    assert history[last["change_id"]]["notes"]["before"] == "from the phone"


async def test_ops_of_one_push_are_nobody_elses_changes(person: httpx.AsyncClient) -> None:
    task = await made(person, "roses")
    ops = [op("tasks.update", task["version"], id=task["id"], notes=f"{n}") for n in range(3)]
    assert [r["status"] for r in await push(person, *ops)] == ["applied"] * 3


async def test_delete_beats_edit_and_the_edit_is_shown(person: httpx.AsyncClient) -> None:
    task = await made(person, "roses")
    edit = op("tasks.update", task["version"], id=task["id"], notes="a long thought")
    deletion, again = (op("tasks.delete", task["version"], id=task["id"]) for _ in range(2))
    deleted, edited, twice = await push(person, deletion, edit, again)
    assert (deleted["status"], twice["status"], twice["change_id"]) == ("applied", "duplicate", None)
    assert (edited["status"], edited["reason"], edited["input"]) == ("rejected", "deleted", edit["input"])
    restored, applied = await push(person, op("tasks.restore", id=task["id"]), edit)
    assert (restored["status"], applied["status"]) == ("applied", "merged")
    assert (await person.get(f"/tasks/{task['id']}")).json()["notes"] == "a long thought"


async def test_a_delete_that_comes_after_an_edit_deletes(person: httpx.AsyncClient) -> None:
    task = await made(person, "roses")
    await push(person, op("tasks.update", id=task["id"], notes="more"))
    (deleted,) = await push(person, op("tasks.delete", task["version"], id=task["id"]))
    assert deleted["status"] == "merged"
    assert (await person.get(f"/tasks/{task['id']}")).status_code == 404


async def test_a_record_made_by_another_way_is_a_duplicate_if_it_is_the_same(person: httpx.AsyncClient) -> None:
    task = await made(person, "roses", id=str(new_id()))
    same, other = (op("tasks.create", id=task["id"], title=title) for title in ("roses", "thorns"))
    assert [r["status"] for r in await push(person, same, other)] == ["duplicate", "rejected"]


async def test_each_op_is_held_to_the_callers_scopes(house: House, person: httpx.AsyncClient) -> None:
    given = {"name": "widget", "scopes": ["sync:write", "thoughts:write"]}
    key = (await person.post("/api-keys", json=given)).json()["key"]
    async with house.client(key) as widget:
        await made(person, "hidden from the widget")
        thought, task = await push(widget, op("thoughts.create", content="hello"), op("tasks.create", title="no"))
        assert (thought["status"], task["reason"]) == ("applied", "forbidden")
        (space,) = (await page(widget, "pull"))["spaces"]
        assert set(space["records"]) == {"thought"}
        (space,) = (await page(widget, "bootstrap"))["spaces"]
        assert set(space["records"]) == {"thought"}


async def test_a_space_of_others_is_not_reached(house: House, person: httpx.AsyncClient) -> None:
    async with await house.register() as stranger:
        foreign = (await stranger.get("/auth/me")).json()["space_id"]
        (result,) = await push(person, {**op("tasks.create", title="intruder"), "space": foreign})
        assert result["reason"] == "forbidden"
        assert (await page(stranger, "pull"))["spaces"] == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"client_id": "x", "ops": []},
        {"client_id": str(new_id()), "ops": [op("tasks.create", title="x")] * 501},
        {"client_id": str(new_id()), "ops": [{**op("tasks.create"), "base": 2**63}]},
    ],
)
async def test_what_is_no_push_is_refused_whole(person: httpx.AsyncClient, body: object) -> None:
    assert (await person.post("/sync/push", json=body)).status_code == 422
