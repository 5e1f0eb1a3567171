from datetime import UTC, datetime, timedelta

import httpx
import pytest

from selfos.kernel import clock
from tests.fixtures.house import House


async def test_an_erased_thought_is_nowhere_and_no_undo_brings_it_back(house: House, person: httpx.AsyncClient) -> None:
    thought = (await person.post("/thoughts", json={"content": "zanzibar secret"})).json()
    changed = await person.patch(f"/thoughts/{thought['id']}", json={"content": "zanzibar secret two"})
    await house.drain()
    assert (await person.get("/search", params={"q": "zanzibar"})).json()["items"]
    assert (await person.post(f"/thoughts/{thought['id']}/erase")).status_code == 200
    assert (await person.get("/search", params={"q": "zanzibar"})).json()["items"] == []
    assert (await person.get(f"/thoughts/{thought['id']}")).status_code == 404
    assert (await person.get(f"/thoughts/{thought['id']}/history")).status_code == 404
    refused = await person.post("/undo", json={"change_id": changed.headers["Selfos-Change"]})
    assert refused.status_code == 409
    assert "erased" in refused.json()["detail"]


async def test_nothing_of_it_is_left_in_the_tables(house: House, person: httpx.AsyncClient) -> None:
    thought = (await person.post("/thoughts", json={"content": "call Anna tomorrow about zanzibar"})).json()
    await house.drain()
    await person.post(f"/thoughts/{thought['id']}/erase")
    space = (await person.get("/auth/me")).json()["space_id"]
    async with house.runtime.database.space(space) as connection:
        for table in ("thoughts", "analyses", "task_suggestions", "vectors"):
            assert await connection.fetchval(f"SELECT count(*) FROM {table}") == 0, table
        assert await connection.fetchval("SELECT count(*) FROM changes WHERE sealed IS NOT NULL") == 0


@pytest.fixture
def later() -> object:
    yield lambda days: clock.set_clock(lambda: datetime.now(UTC) + timedelta(days=days))
    clock.set_clock(None)


async def test_what_was_deleted_long_ago_is_swept(house: House, person: httpx.AsyncClient, later: object) -> None:
    old = (await person.post("/tasks", json={"title": "old"})).json()
    await person.delete(f"/tasks/{old['id']}")
    await house.drain()
    assert [t["id"] for t in (await person.get("/tasks", params={"deleted": True})).json()["items"]] == [old["id"]]
    space = (await person.get("/auth/me")).json()["space_id"]
    later(181)  # type: ignore[operator]
    await house.drain()
    async with house.runtime.database.space(space) as connection:
        assert await connection.fetchval("SELECT count(*) FROM tasks") == 0


async def test_undo_passes_over_what_was_erased(person: httpx.AsyncClient) -> None:
    task = (await person.post("/tasks", json={"title": "kept"})).json()
    thought = (await person.post("/thoughts", json={"content": "erased"})).json()
    await person.patch(f"/thoughts/{thought['id']}", json={"content": "erased soon"})
    await person.post(f"/thoughts/{thought['id']}/erase")
    answer = await person.post("/undo")
    assert answer.status_code == 200, answer.text
    assert [record["id"] for record in answer.json()["records"]] == [task["id"]]
