"""Links that the person saved about what they speak of."""

from typing import Any

import httpx

from tests.fixtures.house import House
from tests.integration.assistant.conftest import said

BREAD = "How to bake sourdough bread at home: feed the starter, fold the dough, bake it in a hot pot."


async def links(person: httpx.AsyncClient, message: str) -> set[str]:
    return {link["url"] for link in (await said(person, message))["media_suggestions"]}


async def test_links_in_own_notes_are_found_by_what_these_say(house: House, person: httpx.AsyncClient) -> None:
    text = f"{BREAD} See https://example.org/bread.html for pictures."
    answer = await person.post("/sources", json={"text": text, "title": "Bread", "own": True})
    assert answer.status_code == 201, answer.text
    await house.drain()
    assert await links(person, "I want to bake sourdough bread") == {"https://example.org/bread.html"}


async def test_of_texts_from_outside_only_their_own_address_is_shown(house: House, person: httpx.AsyncClient) -> None:
    given: dict[str, Any] = {
        "text": f"{BREAD} Buy now at https://example.com/shop",
        "title": "Bread",
        "origin": "https://example.org/bread",
    }
    await person.post("/sources", json=given)
    await house.drain()
    assert await links(person, "I want to bake sourdough bread") == {"https://example.org/bread"}
