"""Capturing thoughts and finding them again."""

from uuid import uuid4

import httpx
import pytest

from selfos.kernel.fields import MAX_PROSE_BYTES


async def test_a_capture_is_there_before_it_is_read(person: httpx.AsyncClient) -> None:
    answer = await person.post("/thoughts", json={"content": "a thought", "tags": ["#Idea", "idea"], "source": "web"})
    assert answer.status_code == 201
    thought = answer.json()
    assert (thought["tags"], thought["analysis_state"], thought["corrected"]) == (["idea"], "pending", [])
    assert (await person.get(f"/thoughts/{thought['id']}")).json() == thought


async def test_the_same_capture_sent_twice_is_one_thought(person: httpx.AsyncClient) -> None:
    sent = {"id": str(uuid4()), "content": "once", "captured_at": "2026-03-01T09:00:00+01:00"}
    first, second = await person.post("/thoughts", json=sent), await person.post("/thoughts", json=sent)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["captured_at"] == "2026-03-01T08:00:00Z"
    assert (await person.post("/thoughts", json=sent | {"content": "other"})).status_code == 409
    assert len((await person.get("/thoughts")).json()["items"]) == 1


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("content", {"content": ""}),
        ("content", {"content": " \n "}),
        ("content", {"content": "x" * (MAX_PROSE_BYTES + 1)}),
        ("content", {"content": "bell \x07"}),
        ("content", {"content": 7}),
        ("content", {}),
        ("captured_at", {"content": "x", "captured_at": "2026-03-01T09:00:00"}),
        ("tags.0", {"content": "x", "tags": [" # "]}),
        ("analysis_state", {"content": "x", "analysis_state": "done"}),
    ],
)
async def test_what_is_wrong_is_named(person: httpx.AsyncClient, field: str, sent: dict[str, object]) -> None:
    answer = await person.post("/thoughts", json=sent)
    assert answer.status_code == 422
    assert field in {error["field"] for error in answer.json()["errors"]}


async def test_the_longest_thought_is_taken(person: httpx.AsyncClient) -> None:
    content = "ä" * (MAX_PROSE_BYTES // 2)
    answer = await person.post("/thoughts", json={"content": content})
    assert (answer.status_code, answer.json()["content"]) == (201, content)


async def test_thoughts_are_listed_by_what_was_said_of_them(person: httpx.AsyncClient) -> None:
    captured: list[tuple[int, str, dict[str, object]]] = [
        (1, "a walk by the river", {"tags": ["outdoors"], "life_areas": ["health"]}),
        (2, "a loan for the river boat", {"tags": ["money"], "type": "idea"}),
        (3, "nothing at all", {"status": "archived"}),
    ]
    for day, content, more in captured:
        sent = {"content": content, "captured_at": f"2026-03-0{day}T12:00:00Z", **more}
        assert (await person.post("/thoughts", json=sent)).status_code == 201

    async def found(**query: str) -> list[str]:
        answer = await person.get("/thoughts", params=query)
        assert answer.status_code == 200, answer.text
        return [thought["content"].split()[1] for thought in answer.json()["items"]]

    assert await found() == ["at", "loan", "walk"]
    assert await found(tag="outdoors") == ["walk"]
    assert await found(type="idea") == ["loan"]
    assert await found(area="health") == ["walk"]
    assert await found(status="archived") == ["at"]
    assert await found(q="river") == ["loan", "walk"]
    assert await found(q="river", since="2026-03-02T00:00:00Z") == ["loan"]
    assert await found(until="2026-03-02T00:00:00Z") == ["walk"]


async def test_related_thoughts_share_what_they_speak_of(person: httpx.AsyncClient) -> None:
    contents = ["the apple trees in the garden", "pruning apple trees in winter", "quarterly tax return"]
    ids = [(await person.post("/thoughts", json={"content": content})).json()["id"] for content in contents]
    related = (await person.get(f"/thoughts/{ids[0]}/related")).json()
    assert [thought["content"] for thought in related] == contents[1:2]
    assert (await person.get(f"/thoughts/{uuid4()}/related")).status_code == 404
