"""Short ways to speak the protocol."""

from typing import Any

import httpx

from selfos.kernel.ids import new_id


def op(action: str, base: int | None = None, **given: Any) -> dict[str, Any]:
    return {"id": str(new_id()), "action": action, "input": given, "base": base}


async def push(client: httpx.AsyncClient, *ops: dict[str, Any], epoch: str | None = None) -> list[dict[str, Any]]:
    body = {"client_id": str(new_id()), "epoch": epoch, "ops": ops}
    answer = await client.post("/sync/push", json=body)
    assert answer.status_code == 200, answer.text
    results: list[dict[str, Any]] = answer.json()["results"]
    return results


async def page(client: httpx.AsyncClient, path: str, cursor: str | None = None, limit: int = 500) -> dict[str, Any]:
    asked = {"limit": str(limit)} | ({"cursor": cursor} if cursor else {})
    answer = await client.get(f"/sync/{path}", params=asked)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def whole(client: httpx.AsyncClient, path: str, cursor: str | None = None, limit: int = 500) -> dict[str, Any]:
    """All pages as one: records and erased ids of the caller's spaces together, and the last cursor."""
    records: dict[str, dict[str, Any]] = {}
    erased: set[str] = set()
    pages = 0
    while True:
        found = await page(client, path, cursor, limit)
        assert not found["reset"]
        pages += 1
        for space in found["spaces"]:
            records |= {r["id"]: r for kind in space["records"].values() for r in kind}
            erased |= {i for ids in space["erased"].values() for i in ids}
        cursor = found["cursor"]
        if not found["more"]:
            return {"records": records, "erased": erased, "cursor": cursor, "pages": pages}


async def made(client: httpx.AsyncClient, title: str, **fields: Any) -> dict[str, Any]:
    answer = await client.post("/tasks", json={"title": title, **fields})
    assert answer.status_code == 201, answer.text
    task: dict[str, Any] = answer.json()
    return task
