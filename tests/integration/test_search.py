from datetime import UTC, datetime, timedelta

import httpx
import pytest

from tests.fixtures.house import House


async def said(person: httpx.AsyncClient, content: str, days_ago: int = 0) -> str:
    at = (datetime.now(UTC) - timedelta(days=days_ago)).isoformat()
    answer = await person.post("/thoughts", json={"content": content, "captured_at": at})
    return str(answer.json()["content"])


async def found(person: httpx.AsyncClient, **query: str) -> list[str]:
    answer = await person.get("/search", params=query)
    assert answer.status_code == 200, answer.text
    return [item["record"].get("content") or item["title"] for item in answer.json()["items"]]


async def test_what_was_just_saved_is_found_changed_and_gone_at_once(person: httpx.AsyncClient) -> None:
    thought = (await person.post("/thoughts", json={"content": "the boiler hums"})).json()
    assert await found(person, q="boiler") == ["the boiler hums"]
    await person.patch(f"/thoughts/{thought['id']}", json={"content": "the fridge hums"})
    assert await found(person, q="boiler", mode="text") == []
    assert await found(person, q="fridge") == ["the fridge hums"]
    await person.delete(f"/thoughts/{thought['id']}")
    assert await found(person, q="fridge") == []
    await person.post(f"/thoughts/{thought['id']}/restore")
    assert await found(person, q="fridge") == ["the fridge hums"]


async def test_nothing_of_another_person_is_found(house: House, person: httpx.AsyncClient) -> None:
    await said(person, "a very private wombat")
    async with await house.register() as stranger:
        assert await found(stranger, q="wombat") == []


async def test_date_words_alone_list_what_lies_in_that_time(person: httpx.AsyncClient) -> None:
    await said(person, "long ago", days_ago=40)
    yesterday = await said(person, "the day before this one", days_ago=1)
    assert await found(person, q="yesterday", timezone="UTC") == [yesterday]


async def test_kinds_and_highlights(person: httpx.AsyncClient) -> None:
    await said(person, "water the tomatoes")
    await person.post("/tasks", json={"title": "Buy tomatoes", "notes": "ripe ones"})
    assert await found(person, q="tomatoes", kinds="tasks") == ["Buy tomatoes"]
    (item,) = (await person.get("/search", params={"q": "tomatoes", "kinds": "task"})).json()["items"]
    start, end = item["highlights"]["title"][0]
    assert item["title"][start:end] == "tomatoes"


@pytest.mark.parametrize("query", [{"q": "x", "kinds": "nothing"}, {"q": ""}, {"q": "x", "mode": "magic"}, {}])
async def test_a_wrong_question_names_its_field(person: httpx.AsyncClient, query: dict[str, str]) -> None:
    answer = await person.get("/search", params=query)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] in {"kinds", "q", "mode"}


async def test_meaning_is_found_once_it_was_read(house: House, person: httpx.AsyncClient) -> None:
    if house.runtime.encoder is None:
        pytest.skip("the language model is not built here")
    await said(person, "I ought to see somebody about my aching tooth")
    await said(person, "the tomatoes are ripe")
    await house.drain()
    assert (await found(person, q="dentist appointment", mode="meaning"))[:1] == [
        "I ought to see somebody about my aching tooth"
    ]


@pytest.mark.parametrize(
    ("path", "query", "field"),
    [
        ("/tasks", {"status": "weird"}, "status"),
        ("/thoughts", {"area": "weird"}, "area"),
        ("/thoughts", {"deleted": "true", "q": "anything"}, "deleted"),
        ("/thoughts", {"deleted": "true", "tag": "anything"}, "deleted"),
    ],
)
async def test_a_list_says_what_it_cannot_filter_by(
    person: httpx.AsyncClient, path: str, query: dict[str, str], field: str
) -> None:
    answer = await person.get(path, params=query)
    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"][0]["field"] == field
