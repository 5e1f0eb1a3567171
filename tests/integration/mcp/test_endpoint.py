"""Who may reach the protocol at all, and from where."""

from typing import Any

import httpx
import pytest

from tests.fixtures.ai_clients import make_key
from tests.fixtures.house import House

LIST = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
HEADERS = {"Accept": "application/json, text/event-stream", "MCP-Protocol-Version": "2025-06-18"}


@pytest.fixture
async def key(person: httpx.AsyncClient) -> str:
    return await make_key(person, "tasks:read")


async def asked(house: House, method: str = "POST", path: str = "/mcp", **headers: str) -> httpx.Response:
    async with httpx.AsyncClient(transport=house.transport, base_url="http://127.0.0.1") as client:
        sent: Any = {"json": LIST} if method == "POST" else {}
        return await client.request(method, path, headers={**HEADERS, **headers}, **sent)


async def test_nobody_comes_in_without_a_key(house: House, key: str) -> None:
    assert (await asked(house)).status_code == 401
    assert (await asked(house, Authorization=f"Bearer {key}x")).status_code == 401
    answer = await asked(house, Authorization=f"Bearer {key}")
    assert answer.status_code == 200
    assert answer.json()["result"]["tools"]


async def test_a_page_of_another_site_is_refused(house: House, key: str) -> None:
    bearer = {"Authorization": f"Bearer {key}"}
    foreign = await asked(house, Origin="https://evil.example", **bearer)
    assert foreign.status_code == 403
    assert foreign.json()["errors"][0]["field"] == "Origin"
    assert (await asked(house, Origin="http://127.0.0.1", **bearer)).status_code == 200
    assert (await asked(house, Host="evil.example", **bearer)).status_code == 400


async def test_there_is_no_session_to_open_or_to_end(house: House, key: str) -> None:
    for method in ("GET", "DELETE"):
        answer = await asked(house, method, Authorization=f"Bearer {key}")
        assert answer.status_code == 405
        assert answer.headers["Allow"] == "POST"
    assert "mcp-session-id" not in (await asked(house, Authorization=f"Bearer {key}")).headers


async def test_an_unknown_wish_is_named(house: House, key: str) -> None:
    answer = await asked(house, path="/mcp?tools=some", Authorization=f"Bearer {key}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "tools"
