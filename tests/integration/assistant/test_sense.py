"""What a person who only talks would trip over."""

from typing import Any

import httpx
import pytest

from tests.fixtures.house import House
from tests.integration.assistant.conftest import said

ANA = "My sister Ana lives in Lisbon and her birthday is on 3 April"


async def told(house: House, person: httpx.AsyncClient, *statements: str) -> None:
    for statement in statements:
        await said(person, statement)
    await house.drain()


async def test_forgetting_says_what_was_forgotten(house: House, person: httpx.AsyncClient):
    await told(house, person, "I am allergic to peanuts")
    forgot = await said(person, "forget that I am allergic to peanuts")
    assert [c["action"] for c in forgot["cards"]] == ["memories.forget"]
    assert "allergic to peanuts" in forgot["ai_response"]


async def test_undo_where_nothing_was_done_says_so(person: httpx.AsyncClient):
    answer = await said(person, "undo that")
    assert answer["cards"] == []
    assert "undo" in answer["ai_response"] or "take back" in answer["ai_response"]


async def test_undo_takes_back_all_of_the_last_message_and_then_what_was_before(person: httpx.AsyncClient):
    talk = (await said(person, "put milk and eggs on the shopping list"))["conversation_id"]
    await said(person, "move them to 3 March 2027", talk)

    async def days() -> list[str | None]:
        return [task["due"] for task in (await person.get("/tasks")).json()["items"]]

    assert await days() == ["2027-03-03", "2027-03-03"]
    await said(person, "undo that", talk)
    assert await days() == [None, None]
    await said(person, "undo that", talk)
    assert await days() == []


async def test_questions_and_wishes_are_no_evidence(house: House, person: httpx.AsyncClient):
    await told(house, person, ANA, "what did I say about Lisbon?", "find my notes about Lisbon")
    answer = await said(person, "what did I say about Lisbon?")
    assert {cited["quote"] for cited in answer["citations"]} == {ANA}
    for line in answer["ai_response"].splitlines():
        assert ANA in line
        assert line.endswith("]")


async def test_what_was_said_and_kept_is_quoted_once(house: House, person: httpx.AsyncClient):
    kept = "I moved to Lisbon in March and I love the light there"
    assert [card["action"] for card in (await said(person, kept))["cards"]] == ["thoughts.create"]
    await house.drain()
    answer = await said(person, "what did I say about Lisbon?")
    assert answer["ai_response"].count("I love the light there") == 1
    assert [cited["kind"] for cited in answer["citations"]] == ["thought"]


async def test_an_answer_is_about_what_was_asked(house: House, person: httpx.AsyncClient):
    await told(house, person, ANA)
    assert "3 April" in (await said(person, "when is Ana's birthday?"))["ai_response"]
    assert "Lisbon" in (await said(person, "where does Ana live?"))["ai_response"]


async def test_deleting_several_waits_and_names_them(person: httpx.AsyncClient):
    talk = (await said(person, "put milk and eggs on the shopping list"))["conversation_id"]
    await person.post("/tasks", json={"title": "call the dentist"})
    answer = await said(person, "delete everything on my shopping list")
    (card,) = answer["cards"]
    assert card["state"] == "waiting"
    assert "milk" in card["title"]
    assert "eggs" in card["title"]
    await said(person, "yes", answer["conversation_id"])
    assert [task["title"] for task in (await person.get("/tasks")).json()["items"]] == ["call the dentist"]
    assert talk


async def test_deleting_all_of_a_kind_waits_for_a_yes(person: httpx.AsyncClient):
    for title in ("milk", "eggs", "bread", "tea"):
        await person.post("/tasks", json={"title": title})
    await person.post("/goals", json={"title": "Learn the cello"})
    answer = await said(person, "delete all my tasks")
    (card,) = answer["cards"]
    assert card["state"] == "waiting"
    assert card["title"].startswith("Delete 4 open tasks: ")
    assert "and 1 more" in card["title"]
    assert "shall I?" in answer["ai_response"]
    done = await said(person, "yes", answer["conversation_id"])
    assert (await person.get("/tasks")).json()["items"] == []
    assert len((await person.get("/goals")).json()["items"]) == 1
    await said(person, "undo that", done["conversation_id"])
    assert len((await person.get("/tasks")).json()["items"]) == 4
    assert "no open tasks" not in (await said(person, "remove every task"))["ai_response"]


async def test_deleting_everything_asks_for_one_kind(person: httpx.AsyncClient):
    await person.post("/goals", json={"title": "Learn the cello"})
    answer = await said(person, "delete everything")
    assert answer["cards"] == []
    assert "one kind" in answer["ai_response"]
    (card,) = (await said(person, "all goals", answer["conversation_id"]))["cards"]
    assert (card["state"], card["title"]) == ("waiting", "Delete one goal: “Learn the cello”")


async def key_of(house: House, person: httpx.AsyncClient, *scopes: str) -> httpx.AsyncClient:
    made = await person.post("/api-keys", json={"name": "talk", "scopes": scopes})
    return house.client(made.json()["key"])


async def waiting(client: httpx.AsyncClient) -> tuple[str, dict[str, Any]]:
    answer = await said(client, "I want to learn Spanish")
    return answer["conversation_id"], next(card for card in answer["cards"] if card["state"] == "waiting")


@pytest.mark.parametrize("word", ["confirm", "refuse"])
async def test_a_key_that_talks_does_not_decide(house: House, person: httpx.AsyncClient, word: str):
    every = ("conversations:write", "goals:write", "tasks:write", "projects:write", "milestones:write")
    talks = await key_of(house, person, *every, "acts:write", "profile:read")
    talk, card = await waiting(person)
    assert (await talks.post(f"/cards/{card['id']}/{word}", json={})).status_code == 403
    await said(talks, "yes", talk)
    assert (await person.get(f"/cards/{card['id']}")).json()["state"] == "waiting"
    decides = await key_of(house, person, *every, "cards:write")
    assert (await decides.post(f"/cards/{card['id']}/refuse", json={})).status_code == 200


@pytest.mark.parametrize(
    ("statement", "question"),
    [
        ("Felt tired all week", "how have I been feeling?"),
        ("Finished reading The Overstory", "what did I read recently?"),
    ],
)
async def test_what_was_lately_is_quoted(house: House, person: httpx.AsyncClient, statement: str, question: str):
    await person.post("/thoughts", json={"content": statement})
    await person.post("/thoughts", json={"content": "The bicycle needs a new chain"})
    await house.drain()
    assert [cited["quote"] for cited in (await said(person, question))["citations"]] == [statement]


async def test_why_something_is_known_is_told_in_the_words_it_stands_on(house: House, person: httpx.AsyncClient):
    await told(house, person, "I live in Porto")
    answer = await said(person, "why do you know where I live?")
    assert "“I live in Porto”" in answer["ai_response"]
    assert "you wrote" in answer["ai_response"]
    assert answer["citations"]
