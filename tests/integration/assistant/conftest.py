"""Short ways to talk."""

from typing import Any

import httpx


async def said(
    client: httpx.AsyncClient, message: str, conversation: str | None = None, **fields: Any
) -> dict[str, Any]:
    """What came of a message, in a conversation or a new one."""
    path = f"/conversations/{conversation}/messages" if conversation else "/conversations"
    answer = await client.post(path, json={"message": message, **fields})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told
