"""A turn with a language model: tools, what goes into the prompt, and a model that breaks off."""

from collections.abc import Sequence
from typing import Any

import httpx

from selfos.features.assistant.modelled.budget import BUDGET
from selfos.intelligence.models import Anew, Ask, Delta, Done, Event, ModelsUnavailable, Reply
from tests.fixtures.house import House
from tests.integration.assistant.conftest import said
from tests.integration.assistant.speaking import Speaking, says, talker, with_models


def at_first(first: Reply, then: str = "Done.") -> Any:
    """The first reply where no tool has answered yet, then plain words."""
    return lambda ask: says(then) if ask.turns[-1].role == "tool" else first


async def test_a_model_acts_by_tools_and_each_act_is_a_card(house: House, person: httpx.AsyncClient):
    given = {"title": "Call the dentist", "due": "2027-03-01"}
    models = Speaking(at_first(says("One moment. ", ("tasks.create", given)), "It is on your list."), title="Dentist")
    told = await said(talker(with_models(house, models), person), "call the dentist on 1 March 2027")
    assert told["ai_response"] == "One moment. \n\nIt is on your list."
    assert told["found_by"] == "simulated one"
    assert told["title"] == "Dentist"
    assert [(c["action"], c["state"]) for c in told["cards"]] == [("tasks.create", "done")]
    assert [t["title"] for t in told["created_tasks"]] == ["Call the dentist"]
    result = models.asked[1].turns[-1]
    assert (result.role, result.call_id) == ("tool", "call0")


async def test_a_model_names_a_conversation_by_what_was_said_after_the_greeting(
    house: House, person: httpx.AsyncClient
):
    client = talker(with_models(house, Speaking(lambda _: says("Yes."), title="Dentist")), person)
    greeted = await said(client, "hello")
    assert greeted["title"] == "Hello"
    talk = greeted["conversation_id"]
    assert (await said(client, "can you tell me when my dentist was?", talk))["title"] == "Dentist"
    await person.patch(f"/conversations/{talk}", json={"title": "Teeth"})
    assert (await said(client, "and before that?", talk))["title"] == "Teeth"


async def test_the_prompt_holds_profile_day_memories_and_talk(house: House, person: httpx.AsyncClient):
    hours = [{"starts": "06:00", "ends": "08:00"}]
    await person.patch("/profile", json={"reply_style": "brief", "peak_hours": hours, "area_weights": {"health": 0.8}})
    await person.post("/thoughts", json={"content": "The tiles in Lisbon were lovely."})
    await person.post("/tasks", json={"title": "water the plants", "due": "2020-01-01"})
    models = Speaking(lambda _: says("You liked the tiles [1]."))
    client = talker(with_models(house, models), person)
    told = await said(client, "what did I like in Lisbon?")
    system = models.asked[0].turns[0].text
    for part in ("brief", "06:00 to 08:00", "health 80%", "The tiles in Lisbon were lovely.", "water the plants"):
        assert part in system
    assert [c["quote"] for c in told["citations"]] == ["The tiles in Lisbon were lovely."]
    await said(client, "and what else?", told["conversation_id"])
    assert [t.text for t in models.asked[1].turns[1:]] == [
        "what did I like in Lisbon?",
        "You liked the tiles [1].",
        "and what else?",
    ]
    talk = (await person.get(f"/conversations/{told['conversation_id']}/messages")).json()
    first, second = ({p["name"]: p["tokens"] for p in talk["messages"][place]["portions"]} for place in (1, 3))
    assert {"tools", "message", "profile", "memories", "today", "rules"} == first.keys()
    assert "conversation" in second
    assert max(sum(first.values()), sum(second.values())) <= BUDGET
    sent = [text.text for text in models.asked[0].turns] + [str(tool.parameters) for tool in models.asked[0].tools]
    assert sum(first.values()) > sum(map(len, sent)) / 4.5, "what is told must be what was sent"


async def test_what_does_not_fit_is_left_out_and_told(house: House, person: httpx.AsyncClient):
    for number in range(12):
        await person.post("/thoughts", json={"content": f"Lisbon, part {number}. " + "The tiles were lovely. " * 60})
    models = Speaking(lambda _: says("I see."))
    client = talker(with_models(house, models), person)
    first = await said(client, "Lisbon " + "tiles " * 800)
    for _ in range(3):
        await said(client, "Lisbon " + "tiles " * 800, first["conversation_id"])
    talk = (await person.get(f"/conversations/{first['conversation_id']}/messages")).json()
    portions = talk["messages"][-1]["portions"]
    assert sum(p["tokens"] for p in portions) <= BUDGET
    assert any(p["left_out"] for p in portions)


async def test_a_model_that_breaks_off_gives_way_to_the_built_in_engine(house: House, person: httpx.AsyncClient):
    def broken(_: Ask) -> Sequence[Event | Exception]:
        return [Delta("I am about to "), ModelsUnavailable("gone")]

    told = await said(
        talker(with_models(house, Speaking(broken)), person), "remind me to call the dentist tomorrow at 9"
    )
    assert "about to" not in told["ai_response"]
    assert "Call the dentist" in told["ai_response"]
    assert "broke off" in told["notice"]
    assert told["found_by"] == "built-in"
    assert len(told["cards"]) == 1


async def test_what_a_model_did_before_it_broke_off_is_not_done_again(house: House, person: httpx.AsyncClient):
    def broken(ask: Ask) -> Any:
        if ask.turns[-1].role == "tool":
            return ModelsUnavailable("gone")
        return says("", ("tasks.create", {"title": "Dentist call"}))

    told = await said(talker(with_models(house, Speaking(broken)), person), "dentist call")
    assert [c["state"] for c in told["cards"]] == ["done"]
    assert len((await person.get("/tasks")).json()["items"]) == 1
    assert "Create a task" in told["ai_response"]


async def test_another_model_that_takes_over_begins_its_part_anew(house: House, person: httpx.AsyncClient):
    reply = says("Hello there.")
    models = Speaking(lambda _: [Delta("Hel"), Anew(), Delta("Hello there."), Done(reply)])
    told = await said(talker(with_models(house, models), person), "hello")
    assert told["ai_response"] == "Hello there."


async def test_wrong_calls_are_answered_and_end(house: House, person: httpx.AsyncClient):
    wrong = ("nothing.there", "api_keys.create", "cards.confirm", "profile.update")
    calls = [("tasks.create", {"due": "soon"}), *((name, {}) for name in wrong)]
    models = Speaking(lambda ask: says("", *calls) if ask.tools else says("I could not."))
    told = await said(talker(with_models(house, models), person), "hello")
    assert told["ai_response"] == "I could not."
    assert told["cards"] == []
    results = [turn.text for turn in models.asked[1].turns if turn.role == "tool"]
    assert "title" in results[0]
    assert all("no tool" in result for result in results[1:])


async def test_asked_anew_a_model_does_not_act_twice(house: House, person: httpx.AsyncClient):
    titles = iter(["Call the dentist", "Dentist call"])

    def made(ask: Ask) -> Reply:
        return says("Done.") if ask.turns[-1].role == "tool" else says("", ("tasks.create", {"title": next(titles)}))

    models = Speaking(made)
    client = talker(with_models(house, models), person)
    told = await said(client, "make a task: call the dentist, a dentist call")
    again = await client.post(f"/messages/{told['reply_id']}/regenerate")
    assert again.status_code == 200, again.text
    assert [c["id"] for c in again.json()["cards"]] == [c["id"] for c in told["cards"]]
    assert len((await person.get("/tasks")).json()["items"]) == 1
