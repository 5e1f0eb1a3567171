"""An id belongs to one kind: another kind's record with the same id is another record."""

import httpx

from selfos.kernel.ids import new_id


async def test_a_history_tells_of_its_own_kind_only(person: httpx.AsyncClient) -> None:
    same = str(new_id())
    await person.post("/thoughts", json={"id": same, "content": "a secret"})
    await person.post("/tasks", json={"id": same, "title": "a task"})
    await person.patch(f"/thoughts/{same}", json={"content": "another secret"})
    entries = (await person.get(f"/tasks/{same}/history")).json()["items"]
    assert [entry["act"] for entry in entries] == ["tasks.create"]


async def test_a_change_of_another_kind_does_not_stand_in_the_way_of_undo(person: httpx.AsyncClient) -> None:
    same = str(new_id())
    await person.post("/thoughts", json={"id": same, "content": "first"})
    made = await person.post("/tasks", json={"id": same, "title": "a task"})
    await person.patch(f"/thoughts/{same}", json={"content": "second"})
    undone = await person.post("/undo", json={"change_id": made.headers["Selfos-Change"]})
    assert undone.status_code == 200, undone.text
    assert (await person.get(f"/tasks/{same}")).status_code == 404
    assert (await person.get(f"/thoughts/{same}")).json()["content"] == "second"


async def test_erasing_one_leaves_the_history_of_the_other(person: httpx.AsyncClient) -> None:
    same = str(new_id())
    await person.post("/thoughts", json={"id": same, "content": "first"})
    await person.post("/tasks", json={"id": same, "title": "old"})
    await person.patch(f"/tasks/{same}", json={"title": "new"})
    await person.post(f"/thoughts/{same}/erase")
    newest = (await person.get(f"/tasks/{same}/history")).json()["items"][0]
    assert newest["fields"]["title"] == {"before": "old", "after": "new"}


async def test_one_unit_may_write_both(person: httpx.AsyncClient) -> None:
    same = str(new_id())
    await person.post("/goals", json={"id": same, "title": "a goal", "status": "active"})
    await person.post("/tasks", json={"id": same, "title": "a step", "goal_id": same})
    done = await person.post(f"/tasks/{same}/complete")
    assert done.status_code == 200, done.text
    assert (await person.get(f"/tasks/{same}")).json()["status"] == "done"
    assert (await person.get(f"/goals/{same}")).json()["progress"] == 1.0


async def test_both_are_found(person: httpx.AsyncClient) -> None:
    same = str(new_id())
    await person.post("/thoughts", json={"id": same, "content": "zanzibar in spring"})
    await person.post("/tasks", json={"id": same, "title": "zanzibar visa"})
    answer = await person.get("/search", params={"q": "zanzibar", "mode": "text"})
    assert answer.status_code == 200, answer.text
    assert {(hit["kind"], hit["title"], hit["snippet"]) for hit in answer.json()["items"]} == {
        ("thought", "", "zanzibar in spring"),
        ("task", "zanzibar visa", ""),
    }
