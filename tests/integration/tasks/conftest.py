"""A fixed present, and short ways to say things."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import httpx
import pytest

from selfos.kernel import clock
from tests.fixtures.house import House

NOW = datetime(2026, 3, 25, 10, 0, tzinfo=UTC)  # a Wednesday, four days before Berlin's clocks go forward


@pytest.fixture(autouse=True)
def present() -> Iterator[None]:
    """The clock stands at NOW, but for a millisecond at each look."""
    looks = count()
    clock.set_clock(lambda: NOW + timedelta(milliseconds=next(looks)))
    yield
    clock.set_clock(None)


@pytest.fixture
async def person(house: House) -> AsyncIterator[httpx.AsyncClient]:
    """A person who signed in at that time."""
    async with await house.register() as client:
        yield client


async def made(client: httpx.AsyncClient, **fields: Any) -> dict[str, Any]:
    return await done(client, "/tasks", **({"title": "water the plants"} | fields))


async def done(client: httpx.AsyncClient, path: str, method: str = "POST", /, **fields: Any) -> dict[str, Any]:
    answer = await client.request(method, path, json=fields)
    assert answer.status_code in {200, 201}, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def refused(client: httpx.AsyncClient, path: str, status: int, method: str = "POST", /, **fields: Any) -> Any:
    """The names of the fields at fault."""
    answer = await client.request(method, path, json=fields)
    assert answer.status_code == status, answer.text
    return [error["field"] for error in answer.json().get("errors", [])]
