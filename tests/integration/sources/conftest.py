"""Bringing in files as a client does."""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from tests.fixtures.house import House

Import = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def bring(house: House, person: httpx.AsyncClient) -> Import:
    """Send a file, do the work, answer the import as it stands then."""

    async def send(name: str, content: bytes, **query: Any) -> dict[str, Any]:
        answer = await person.post("/sources/import", params={"name": name, **query}, content=content)
        assert answer.status_code == 202, answer.text
        await house.drain()
        found: dict[str, Any] = (await person.get(f"/source-imports/{answer.json()['id']}")).json()
        return found

    return send
