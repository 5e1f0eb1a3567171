"""Learning from what was said before it could be learnt from."""

from typing import Any

import httpx
import pytest

from selfos.features.memories import catching_up
from tests.fixtures.house import House
from tests.integration.memories.test_memories import capture, statements


async def learnt(person: httpx.AsyncClient) -> dict[str, Any]:
    answer = await person.get("/memories/learning")
    assert answer.status_code == 200, answer.text
    state: dict[str, Any] = answer.json()
    return state


async def test_what_was_said_while_reading_was_off_is_learnt_when_it_goes_on(
    house: House, person: httpx.AsyncClient
) -> None:
    await person.patch("/profile", json={"auto_analysis": False})
    await capture(house, person, "I live in Porto.")
    assert await statements(person) == set()
    assert (await person.post("/memories/learn", json={})).status_code == 409
    await person.patch("/profile", json={"auto_analysis": True})
    await house.drain()
    assert await statements(person) == {"I live in Porto"}


async def test_a_matter_that_may_be_remembered_again_is_learnt(house: House, person: httpx.AsyncClient) -> None:
    await person.patch("/profile", json={"not_remembered": ["health", "money"]})
    await capture(house, person, "I'm allergic to walnuts.")
    await person.patch("/profile", json={"not_remembered": ["money"]})
    await house.drain()
    assert await statements(person) == {"I am allergic to walnuts"}


async def test_it_goes_on_in_batches_where_it_stopped_and_tells_how_far_it_is(
    house: House, person: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await person.patch("/profile", json={"auto_analysis": False})
    for number in range(5):
        await capture(house, person, f"My locker number at gym {number} is 20{number}.")
    await person.patch("/profile", json={"auto_analysis": True})
    state = (await person.post("/memories/learn", json={})).json()
    assert state == {"running": True, "done": 0, "total": 5}
    monkeypatch.setattr(catching_up, "_BATCH", 2)
    seen = []
    while taken := await house.runtime.queue.take():
        kind = house.runtime.queue.kinds[taken.name]
        await kind.handler(house.runtime, taken.space_id, taken.subjects)
        await house.runtime.queue.done(taken)
        seen.append(await learnt(person))
    done = [state["done"] for state in seen if state["running"]]
    assert done == sorted(done)
    assert {2, 4} <= set(done)
    assert seen[-1] == {"running": False, "done": 5, "total": 5}
    assert len(await statements(person)) == 5


async def test_learning_again_writes_nothing(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "I live in Porto.")
    before = (await person.get("/memories")).json()["items"]
    assert (await person.post("/memories/learn", json={})).status_code == 202
    await house.drain()
    assert (await person.get("/memories")).json()["items"] == before
