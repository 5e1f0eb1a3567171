"""A memory that a reply cites has been used, and fades later."""

from uuid import UUID

import httpx

from selfos.features.memories.using import count
from tests.fixtures.house import House
from tests.integration.memories.test_memories import capture, memories


async def test_a_reply_that_cites_a_memory_counts_once(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "I live in Porto.")
    await capture(house, person, "I can't stand olives.")
    before = {memory["value"]: memory for memory in await memories(person)}
    told = (await person.post("/conversations", json={"message": "Where do I live?"})).json()
    assert "memory" in {cited["kind"] for cited in told["citations"]}, told
    await house.drain()
    after = {memory["value"]: memory for memory in await memories(person)}
    assert after["Porto"]["uses"] == before["Porto"]["uses"] + 1
    assert after["Porto"]["used_at"] > before["Porto"]["used_at"]
    others = set(before) - {"Porto"}
    assert [after[value] for value in others] == [before[value] for value in others]


async def test_a_reply_that_is_counted_again_counts_no_more(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "I live in Porto.")
    told = (await person.post("/conversations", json={"message": "Where do I live?"})).json()
    await house.drain()
    (before,) = await memories(person)
    space = UUID((await person.get("/auth/me")).json()["space_id"])
    await count(house.runtime, space, [UUID(told["reply_id"])])
    assert await memories(person) == [before]
