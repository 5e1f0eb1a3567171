"""How a turn begins, goes on and ends."""

import asyncio
from typing import Any
from uuid import UUID

import httpx
import orjson
import pytest

from selfos.features.assistant import settling
from selfos.features.assistant.records import Message
from selfos.intelligence.models import Ask, Delta, Event
from selfos.kernel.ids import new_id
from selfos.kernel.principal import ENGINE
from tests.fixtures.house import House
from tests.integration.assistant.conftest import said
from tests.integration.assistant.speaking import Speaking, events, says, talker, with_models


async def talk_of(person: httpx.AsyncClient, told: dict[str, Any]) -> list[dict[str, Any]]:
    answer = await person.get(f"/conversations/{told['conversation_id']}/messages")
    assert answer.status_code == 200, answer.text
    messages: list[dict[str, Any]] = answer.json()["messages"]
    return messages


async def counted(person: httpx.AsyncClient) -> list[int]:
    return [len((await person.get(path)).json()["items"]) for path in ("/goals", "/tasks")]


async def streamed(client: httpx.AsyncClient, path: str, **body: Any) -> list[dict[str, Any]]:
    """The events of a turn."""
    headers = {"Accept": "text/event-stream"}
    answer = await client.request("POST" if body else "GET", path, json=body or None, headers=headers)
    assert answer.headers["content-type"].startswith("text/event-stream"), answer.text
    return [orjson.loads(part.partition("data: ")[2]) for part in answer.text.strip().split("\n\n")]


class Slow(Speaking):
    """Says a word, then waits until it is let go on."""

    def __init__(self) -> None:
        super().__init__(lambda _: says("One two."))
        self.begun, self.free = asyncio.Event(), asyncio.Event()

    async def stream(self, _asker: Any, _purpose: str, ask: Ask) -> Any:
        yield Delta("One ")
        self.begun.set()
        await self.free.wait()
        rest: list[Event] = events(self.script(ask))  # type: ignore[arg-type] # the script of this class gives a reply
        yield Delta("two.")
        yield rest[-1]


async def test_a_message_is_answered_and_what_it_did_can_be_undone(person: httpx.AsyncClient):
    told = await said(person, "remind me to call the dentist tomorrow at 9")
    (task,) = told["created_tasks"]
    assert (task["title"], task["scheduled_time"]) == ("Call the dentist", "09:00")
    (card,) = told["cards"]
    assert card["state"] == "done"
    undone = await person.post("/undo", json={"change_id": card["change_id"]})
    assert undone.status_code == 200, undone.text
    messages = await talk_of(person, told)
    assert [m["role"] for m in messages] == ["user", "assistant"]
    assert messages[1]["cards"][0]["state"] == "undone"
    redone = await person.post("/undo", json={"change_id": undone.headers["selfos-change"]})
    assert redone.status_code == 200, redone.text
    assert (await talk_of(person, told))[1]["cards"][0]["state"] == "done"


async def test_the_first_message_that_says_something_names_a_conversation(person: httpx.AsyncClient):
    first = await said(person, "hello")
    assert first["title"] == "Hello"
    talk = first["conversation_id"]
    assert (await said(person, "note: the roof leaks", talk))["title"] == "Note: the roof leaks"
    assert (await said(person, "what is on today?", talk))["title"] == "Note: the roof leaks"
    await person.patch(f"/conversations/{talk}", json={"title": "House"})
    assert (await said(person, "thanks", talk))["title"] == "House"


async def test_a_goal_stands_in_the_calendar(person: httpx.AsyncClient):
    context = {"life_areas": ["health"], "current_mood": "motivated", "available_time": 30}
    told = await said(person, "I want to start exercising regularly", context=context)
    assert told["created_tasks"]
    for task in told["created_tasks"]:
        assert task["recurrence"].startswith("FREQ=WEEKLY")
        assert task["scheduled_time"]
        assert task["duration_minutes"] <= 30
    assert told["media_suggestions"] == []
    assert "media source" in told["media_note"]
    made, waits = told["cards"]
    assert (made["state"], waits["state"]) == ("done", "waiting")
    assert waits["given"]["plan"]["tasks"]
    assert (await counted(person))[0] == 1
    undone = await person.post("/undo", json={"change_id": made["change_id"]})
    assert undone.status_code == 200, undone.text
    assert await counted(person) == [0, 0]


async def test_what_recurs_is_put_where_nothing_stands(person: httpx.AsyncClient):
    hours = [{"starts": "07:00", "ends": "08:00"}]
    await person.patch("/profile", json={"timezone": "Europe/Berlin", "peak_hours": hours})
    first = await said(person, "I want to start exercising regularly")
    second = await said(person, "I want to read more books")
    times = [(t["scheduled_time"], t["recurrence"]) for told in (first, second) for t in told["created_tasks"]]
    assert {time for time, _ in times[: len(first["created_tasks"])]} == {"07:00"}
    assert "07:30" in {time for time, _ in times[len(first["created_tasks"]) :]}


async def test_links_that_the_person_saved_are_suggested(person: httpx.AsyncClient, house: House):
    await person.post(
        "/thoughts", json={"content": "https://youtu.be/abc a home workout to start exercising regularly"}
    )
    await house.drain()
    told = await said(person, "I want to start exercising regularly")
    assert [(m["type"], m["url"]) for m in told["media_suggestions"]] == [("video", "https://youtu.be/abc")]
    assert told["media_note"] is None


async def test_a_question_is_asked_back_and_its_answer_understood(person: httpx.AsyncClient):
    for title in ("write the report", "print the report"):
        await person.post("/tasks", json={"title": title})
    told = await said(person, "complete the report")
    assert "1. " in told["ai_response"]
    assert told["cards"] == []
    told = await said(person, "the second one", told["conversation_id"])
    assert [c["action"] for c in told["cards"]] == ["tasks.complete"]


async def test_it_means_what_was_spoken_of(person: httpx.AsyncClient):
    told = await said(person, "remind me to call the dentist tomorrow at 9")
    moved = await said(person, "move it to 3 March 2027", told["conversation_id"])
    task = (await person.get(f"/tasks/{told['created_tasks'][0]['id']}")).json()
    assert task["due"] == "2027-03-03", moved
    undone = await said(person, "undo that", told["conversation_id"])
    assert [c["state"] for c in undone["cards"]] == ["done"]
    task = (await person.get(f"/tasks/{task['id']}")).json()
    assert task["due"] != "2027-03-03"


async def test_a_turn_is_streamed_in_its_order(person: httpx.AsyncClient):
    told = await streamed(person, "/conversations", message="remind me to call the dentist tomorrow at 9")
    kinds = [event["type"] for event in told]
    assert (kinds[0], kinds[-1]) == ("began", "ended")
    assert kinds.index("acted") < kinds.index("said")
    text = "".join(event["text"] for event in told if event["type"] == "said")
    assert text == told[-1]["message"]["text"]
    again = await streamed(person, f"/messages/{told[0]['reply_id']}/turn")
    assert [event["type"] for event in again] == ["began", "ended"]
    assert again[-1]["message"]["text"] == text


async def test_a_turn_goes_on_without_its_client(house: House, person: httpx.AsyncClient):
    models = Slow()
    client = talker(with_models(house, models), person)
    asked = asyncio.create_task(client.post("/conversations", json={"message": "count"}))
    await models.begun.wait()
    asked.cancel()
    models.free.set()
    (talk,) = (await person.get("/conversations")).json()["items"]
    reply = (await talk_of(person, {"conversation_id": talk["id"]}))[1]
    (*_, ended) = await streamed(client, f"/messages/{reply['id']}/turn")
    assert (ended["message"]["state"], ended["message"]["text"]) == ("done", "One two.")


async def test_a_turn_ends_when_it_is_cancelled(house: House, person: httpx.AsyncClient):
    models = Slow()
    client = talker(with_models(house, models), person)
    asked = asyncio.create_task(client.post("/conversations", json={"message": "count"}))
    await models.begun.wait()
    (talk,) = (await person.get("/conversations")).json()["items"]
    busy = await client.post(f"/conversations/{talk['id']}/messages", json={"message": "and?"})
    assert busy.status_code == 409
    reply_id = busy.json()["reply_id"]
    cancelled = await client.post(f"/messages/{reply_id}/cancel", json={})
    assert cancelled.json()["state"] == "cancelled"
    answer = (await asked).json()
    assert (answer["state"], answer["ai_response"]) == ("cancelled", "One")


async def test_a_reply_whose_process_died_is_marked_and_made_anew_once(house: House, person: httpx.AsyncClient):
    told = await said(person, "remind me to call the dentist tomorrow at 9")
    space = UUID((await person.get("/auth/me")).json()["spaces"][0]["id"])
    async with house.runtime.unit(space, ENGINE, "test") as unit:  # as it stands where the process died in the middle
        reply = await unit.get(Message, UUID(told["reply_id"]))
        unit.update(reply, state="writing", text="")
    await settling.settle(house.runtime, space, [reply.id])
    assert (await talk_of(person, told))[1]["state"] == "interrupted"
    again = await person.post(f"/messages/{told['reply_id']}/regenerate")
    assert again.status_code == 200, again.text
    assert [c["id"] for c in again.json()["cards"]] == [c["id"] for c in told["cards"]]
    assert await counted(person) == [0, 1]
    messages = await talk_of(person, told)
    assert [m["id"] for m in messages][1:] == [again.json()["reply_id"]]


async def test_what_was_undone_is_done_again_when_asked_anew(person: httpx.AsyncClient):
    told = await said(person, "remind me to call the dentist tomorrow at 9")
    await person.post("/undo", json={"change_id": told["cards"][0]["change_id"]})
    again = (await person.post(f"/messages/{told['reply_id']}/regenerate")).json()
    assert [c["state"] for c in again["cards"]] == ["undone", "done"]
    assert await counted(person) == [0, 1]


async def test_a_message_said_twice_under_its_id_is_answered_once(person: httpx.AsyncClient):
    chosen = str(new_id())
    told = [await said(person, "remind me to call the dentist tomorrow at 9", id=chosen) for _ in range(2)]
    assert told[0]["reply_id"] == told[1]["reply_id"]
    assert await counted(person) == [0, 1]
    other = await person.post("/conversations", json={"message": "something else", "id": chosen})
    assert other.status_code == 409


async def test_what_waits_is_confirmed_or_refused_by_an_action(person: httpx.AsyncClient):
    first, second = [(await said(person, "I want to learn Spanish"))["cards"][1] for _ in range(2)]
    confirmed = await person.post(f"/cards/{first['id']}/confirm", json={})
    assert confirmed.json()["state"] == "done", confirmed.text
    refused = await person.post(f"/cards/{second['id']}/refuse", json={})
    assert refused.json()["state"] == "refused"
    for card in (first, second):
        assert (await person.post(f"/cards/{card['id']}/confirm", json={})).status_code == 409
    waiting = (await person.get("/cards", params={"state": "waiting"})).json()["items"]
    assert waiting == []


@pytest.mark.parametrize(("word", "state"), [("yes", "done"), ("no", "refused")])
async def test_what_waits_is_confirmed_or_refused_in_words(person: httpx.AsyncClient, word: str, state: str):
    told = await said(person, "I want to learn Spanish")
    await said(person, word, told["conversation_id"])
    assert (await talk_of(person, told))[1]["cards"][1]["state"] == state


async def test_replies_are_rated_and_corrected(person: httpx.AsyncClient):
    told = await said(person, "hello")
    given = {"rating": "bad", "correction": "Good evening."}
    rated = await person.post(f"/messages/{told['reply_id']}/rate", json=given)
    assert {name: rated.json()[name] for name in given} == given
    assert (await person.post(f"/messages/{told['message_id']}/rate", json=given)).status_code == 422
    assert (await talk_of(person, told))[1]["correction"] == "Good evening."


async def test_conversations_are_listed_renamed_deleted_and_erased(person: httpx.AsyncClient):
    told = await said(person, "Please remind me to water the plants tomorrow at 9.")
    path = f"/conversations/{told['conversation_id']}"
    assert told["title"] == "Remind me to water the plants tomorrow at 9"
    assert (await person.patch(path, json={"title": "Teeth"})).json()["title"] == "Teeth"
    assert (await person.delete(path)).status_code == 200
    assert (await person.get("/messages")).json()["items"] == []
    assert (await person.get(f"{path}/messages")).status_code == 404
    assert (await person.post(f"{path}/restore")).status_code == 200
    assert len(await talk_of(person, told)) == 2
    assert (await person.post(f"{path}/erase")).status_code == 200
    assert (await person.get("/messages")).json()["items"] == []
    assert await counted(person) == [0, 1]


async def test_a_key_acts_within_its_scopes(house: House, person: httpx.AsyncClient):
    scopes = ["conversations:write", "tasks:read", "profile:read"]
    made = await person.post("/api-keys", json={"name": "talk", "scopes": scopes})
    client = house.client(made.json()["key"])
    told = await said(client, "remind me to call the dentist tomorrow at 9")
    assert [c["state"] for c in told["cards"]] == ["failed"]
    assert "tasks:write" in told["cards"][0]["why"]
    assert await counted(person) == [0, 0]
    reader = await person.post("/api-keys", json={"name": "read", "scopes": ["*:read"]})
    refused = await house.client(reader.json()["key"]).post("/conversations", json={"message": "hello"})
    assert refused.status_code == 403


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "message"),
        ({"message": " "}, "message"),
        ({"message": "x", "context": {"available_time": 0}}, "context.available_time"),
        ({"message": "x", "context": {"life_areas": ["sports"]}}, "context.life_areas.0"),
        ({"message": "x", "attachments": ["y"]}, "attachments.0"),
        ({"message": "x", "space": "y"}, "space"),
    ],
)
async def test_a_wrong_message_names_the_field(person: httpx.AsyncClient, body: dict[str, Any], field: str):
    answer = await person.post("/conversations", json=body)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert (await person.get("/conversations")).json()["items"] == []


async def test_an_unknown_conversation_or_attachment_is_told(person: httpx.AsyncClient):
    nowhere = "/conversations/01980000-0000-7000-8000-000000000000/messages"
    assert (await person.post(nowhere, json={"message": "x"})).status_code == 404
    unknown = {"message": "sum this up", "attachments": ["01980000-0000-7000-8000-000000000000"]}
    assert (await person.post("/conversations", json=unknown)).status_code == 404
    assert (await person.get("/conversations")).json()["items"] == []


async def test_a_key_is_no_reason_to_fail_on_large_numbers(person: httpx.AsyncClient):
    acts = [{"action": "nothing.such", "given": {"n": -(2**70)}}]
    answer = await person.post("/acts/together", json={"acts": acts}, headers={"Idempotency-Key": "once"})
    assert answer.status_code == 422


async def test_acts_together_are_all_or_none(person: httpx.AsyncClient):
    acts = [
        {"action": "tasks.create", "given": {"title": "x"}},
        {"action": "tasks.erase", "given": {"id": str(new_id())}},
    ]
    answer = await person.post("/acts/together", json={"acts": acts})
    assert [error["field"] for error in answer.json()["errors"]] == ["acts.1.action"]
    assert await counted(person) == [0, 0]
    answer = await person.post("/acts/together", json={"acts": [acts[0], acts[0]]})
    assert answer.status_code == 200, answer.text
    assert await counted(person) == [0, 2]
    await person.post("/undo", json={"change_id": answer.headers["selfos-change"]})
    assert await counted(person) == [0, 0]
