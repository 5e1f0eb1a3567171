"""Looking for patterns: what is told, what is not, and when."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from selfos.kernel import clock
from tests.fixtures.house import House

pytestmark = pytest.mark.usefixtures("plain_engine")

SAID = (
    "I still need to get the leaking gutter fixed before winter.",
    "The gutter is leaking again, I must call somebody about it.",
    "Rain all night. I really should get that leaking gutter fixed.",
    "Haven't done anything about the leaking gutter, I need to.",
)
BESIDE = (
    "Lovely walk along the canal with the dog.",
    "Pasta with lemon and peas turned out great.",
    "The new album is better than I thought.",
    "Slow day at work, mostly meetings.",
    "Read two chapters of the history of salt.",
    "Sam showed me how to prune roses.",
)


async def capture(person: httpx.AsyncClient, content: str, days_ago: int) -> None:
    at = (datetime.now(UTC) - timedelta(days=days_ago)).replace(hour=12)
    answer = await person.post("/thoughts", json={"content": content, "captured_at": at.isoformat()})
    assert answer.status_code == 201, answer.text


async def live(house: House, person: httpx.AsyncClient) -> None:
    """Three weeks in which one thing is said on four days and never done."""
    for number, content in enumerate(BESIDE):
        await capture(person, content, 2 + 3 * number)
    for number, content in enumerate(SAID):
        await capture(person, content, 1 + 5 * number)
    await house.drain()


async def check(person: httpx.AsyncClient) -> list[dict[str, Any]]:
    answer = await person.post("/checks")
    assert answer.status_code == 200, answer.text
    insights: list[dict[str, Any]] = answer.json()
    return insights


async def test_nothing_is_said_where_there_is_nothing(house: House, person: httpx.AsyncClient) -> None:
    assert await check(person) == []
    for number, content in enumerate(BESIDE):
        await capture(person, content, number)
    await house.drain()
    assert await check(person) == []


async def test_an_open_loop_is_told_in_the_persons_own_words(house: House, person: httpx.AsyncClient) -> None:
    await live(house, person)
    (insight,) = [found for found in await check(person) if found["pattern"] == "open_loop"]
    assert insight["status"] == "new"
    assert 0.5 < insight["confidence"] <= 1
    assert len(insight["evidence"]) >= 3
    for quote in insight["evidence"]:
        thought = (await person.get(f"/thoughts/{quote['id']}")).json()
        assert thought["content"][quote["start"] : quote["end"]] == quote["quote"]
        assert thought["content"] in SAID


async def test_what_was_told_is_not_told_again(house: House, person: httpx.AsyncClient) -> None:
    await live(house, person)
    told = await check(person)
    assert told
    assert await check(person) == []
    for insight in told:
        dismissed = await person.post(f"/insights/{insight['id']}/dismiss")
        assert dismissed.json()["status"] == "dismissed"
    assert await check(person) == []
    assert (await person.get("/insights", params={"status": "new"})).json()["items"] == []
    assert len((await person.get("/insights", params={"status": "dismissed"})).json()["items"]) == len(told)
    assert (await person.post(f"/insights/{uuid4()}/see")).status_code == 404


async def test_what_quotes_an_erased_thought_is_erased_with_it(house: House, person: httpx.AsyncClient) -> None:
    await live(house, person)
    (insight,) = [found for found in await check(person) if found["pattern"] == "open_loop"]
    assert (await person.post(f"/thoughts/{insight['evidence'][0]['id']}/erase")).status_code == 200
    assert (await person.get(f"/insights/{insight['id']}")).status_code == 404
    assert (await person.get(f"/insights/{insight['id']}/history")).status_code == 404


async def test_spaces_are_checked_from_time_to_time(house: House, person: httpx.AsyncClient) -> None:
    await live(house, person)
    await house.drain()
    assert (await person.get("/insights")).json()["items"] == []
    minutes = house.runtime.settings.check_interval_minutes
    later = clock.now() + timedelta(minutes=minutes + 1)
    clock.set_clock(lambda: later)
    try:
        assert await house.drain() >= 1
        assert await house.drain() == 0
    finally:
        clock.set_clock(None)
    insights = (await person.get("/insights")).json()["items"]
    assert insights
    history = (await person.get(f"/insights/{insights[0]['id']}/history")).json()["items"]
    assert [entry["actor_kind"] for entry in history] == ["engine"]
