"""Pull and bootstrap: everything, once it is there, in whole units, and from where the device stands."""

from datetime import timedelta
from uuid import UUID

import httpx
import pytest

from selfos.identity.spaces import Spaces, join
from selfos.kernel import clock
from selfos.kernel.keys.keystore import Keystore
from tests.fixtures.house import House
from tests.integration.sync.conftest import made, op, page, push, whole


async def test_a_device_learns_what_is_new_deleted_and_erased(person: httpx.AsyncClient) -> None:
    kept, deleted, erased = [await made(person, title) for title in ("kept", "deleted", "erased")]
    start = await whole(person, "pull")
    assert set(start["records"]) == {kept["id"], deleted["id"], erased["id"]}
    assert start["records"][kept["id"]] == kept
    await person.delete(f"/tasks/{deleted['id']}")
    await person.post(f"/tasks/{erased['id']}/erase", json={})
    news = await whole(person, "pull", start["cursor"])
    assert (set(news["records"]), news["erased"]) == ({deleted["id"]}, {erased["id"]})
    assert news["records"][deleted["id"]]["deleted_at"] is not None
    assert (await page(person, "pull", news["cursor"]))["spaces"] == []


async def test_no_unit_is_cut_however_small_the_pages(person: httpx.AsyncClient) -> None:
    ids = [(await made(person, f"{n}"))["id"] for n in range(3)]
    start = await whole(person, "pull")
    await person.post("/tasks/bulk", json={"ids": ids, "act": "update", "fields": {"priority": 1}})
    await made(person, "later")
    first = await page(person, "pull", start["cursor"], limit=1)
    assert first["more"]
    assert {r["id"] for r in first["spaces"][0]["records"]["task"]} == set(ids)
    rest = await whole(person, "pull", first["cursor"], limit=1)
    assert [r["title"] for r in rest["records"].values()] == ["later"]


async def test_bootstrap_is_newest_first_and_misses_nothing_that_changes_meanwhile(person: httpx.AsyncClient) -> None:
    tasks = [await made(person, f"{n}") for n in range(7)]
    await person.delete(f"/tasks/{tasks[6]['id']}")
    first = await page(person, "bootstrap", limit=2)
    assert [r["title"] for r in first["spaces"][0]["records"]["task"]] == ["5", "4"]
    await push(person, op("tasks.update", id=tasks[0]["id"], notes="moved ahead of the pages"))
    await person.delete(f"/tasks/{tasks[5]['id']}")
    late = await made(person, "made meanwhile")
    rest = await whole(person, "bootstrap", first["cursor"], limit=2)
    assert [r["title"] for r in rest["records"].values()] == ["3", "2", "1"]
    news = await whole(person, "pull", rest["cursor"])
    assert set(news["records"]) == {tasks[0]["id"], tasks[5]["id"], late["id"]}


async def test_each_page_of_a_bootstrap_tells_how_much_is_there(person: httpx.AsyncClient) -> None:
    for number in range(4):
        await made(person, f"task {number}")
    told, cursor, more = list[float](), None, True
    while more:
        found = await page(person, "bootstrap", cursor, limit=1)
        told, cursor, more = [*told, found["filled"]], found["cursor"], found["more"]
    assert told == sorted(told)
    assert 0 < told[0] < told[-1] == 1
    assert (await page(person, "pull", cursor))["filled"] is None


async def test_an_empty_space_is_bootstrapped_too(person: httpx.AsyncClient) -> None:
    done = await whole(person, "bootstrap")
    task = await made(person, "first")
    assert set((await whole(person, "pull", done["cursor"]))["records"]) == {task["id"]}


@pytest.mark.parametrize("cursor", ["x", "e30x", "eyJtYXJrcyI6IDF9", "_-_-"])
async def test_a_wrong_cursor_is_refused(person: httpx.AsyncClient, cursor: str) -> None:
    for path in ("pull", "bootstrap"):
        assert (await person.get(f"/sync/{path}", params={"cursor": cursor})).status_code == 400


async def test_a_cursor_of_the_other_path_is_refused(person: httpx.AsyncClient) -> None:
    await made(person, "one"), await made(person, "two")
    half = await page(person, "bootstrap", limit=1)
    end = await page(person, "pull")
    assert (await person.get("/sync/pull", params={"cursor": half["cursor"]})).status_code == 400
    assert (await person.get("/sync/bootstrap", params={"cursor": end["cursor"]})).status_code == 400


async def test_a_device_that_missed_what_is_older_than_the_tombstones_starts_anew(
    house: House, person: httpx.AsyncClient
) -> None:
    await made(person, "before")
    idle, missed = (await whole(person, "pull"))["cursor"], clock.now()
    await made(person, "missed")
    away = await whole(person, "pull")
    key = (await person.post("/api-keys", json={"name": "device", "scopes": ["*:write"]})).json()["key"]
    clock.set_clock(lambda: missed + timedelta(days=200))
    try:
        async with house.client(key) as device:
            assert (await page(device, "pull", idle))["reset"]
            assert not (await page(device, "pull", away["cursor"]))["reset"], "nothing happened while it was away"
    finally:
        clock.set_clock(None)


async def test_a_restored_server_is_noticed_even_after_it_went_on(house: House, person: httpx.AsyncClient) -> None:
    await made(person, "in the backup")
    old = (await whole(person, "pull"))["cursor"]
    lost = await made(person, "after the backup")
    ahead = (await whole(person, "pull"))["cursor"]
    space = UUID((await person.get("/auth/me")).json()["space_id"])
    await put_back(house, space, to=lost["version"] - 1)
    assert (await page(person, "pull", ahead))["reset"]
    for title in ("another life", "goes on"):
        await made(person, title)
    assert (await page(person, "pull", ahead))["reset"]
    waiting = op("tasks.create", title="written on the device meanwhile")
    body = {"client_id": waiting["id"], "epoch": ahead, "ops": [waiting]}
    refused = await person.post("/sync/push", json=body)
    assert (refused.status_code, refused.json()["type"]) == (409, "urn:selfos:problem:epoch")
    again = await whole(person, "bootstrap")
    (result,) = await push(person, waiting, epoch=again["cursor"])
    assert result["status"] == "applied"
    assert not (await page(person, "pull", old))["reset"], "what stands before the backup holds"


async def put_back(house: House, space: UUID, to: int) -> None:
    """What a restored backup of that moment would hold; only records made since are involved."""
    async with house.runtime.database.space(space) as connection:
        for table in ("changes", "tasks"):
            await connection.execute(f"DELETE FROM {table} WHERE space_id = $1 AND version > $2", space, to)
        await connection.execute("UPDATE space_versions SET version = $2 WHERE space_id = $1", space, to)


async def test_each_space_has_its_own_place_and_a_lost_one_is_dropped(house: House, person: httpx.AsyncClient) -> None:
    """One cursor for all spaces: a joined one is filled, a lost one named."""
    mine = await made(person, "mine")
    start = await whole(person, "pull")
    shared = await shared_space(house, person)
    (result,) = await push(person, {**op("tasks.create", title="ours"), "space": str(shared)})
    assert result["status"] == "applied"
    news = await whole(person, "pull", start["cursor"], limit=1)
    assert [r["title"] for r in news["records"].values()] == ["ours"]
    boot = await whole(person, "bootstrap", limit=1)
    assert {r["title"] for r in boot["records"].values()} == {"ours", mine["title"]}
    async with house.runtime.database.installation() as connection:
        await connection.execute("DELETE FROM memberships WHERE space_id = $1", shared)
    gone = await page(person, "pull", boot["cursor"])
    assert gone["dropped"] == [str(shared)]
    assert (await page(person, "pull", gone["cursor"]))["dropped"] == []


async def shared_space(house: House, person: httpx.AsyncClient) -> UUID:
    account = UUID((await person.get("/auth/me")).json()["id"])
    spaces = Spaces(house.runtime.database, Keystore(house.runtime.settings.keystore))
    async with spaces.founding("shared") as (space, connection):
        await join(connection, account, space, "member")
    return space
