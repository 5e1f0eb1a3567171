"""No text makes the assistant act, and nothing that was read leaves by a reply.

Every place with a third of the wishes, so that each wish stands in two places; all of them in all places are `long`.
"""

import re
from typing import Any

import httpx
import pytest

from selfos.features.assistant import neutral
from selfos.features.assistant.modelled import mandate
from tests.fixtures.house import House
from tests.integration.assistant.attacks import EVIL, PLACES, SUBJECT, WISHES, Wish, obeying, plant, text_of
from tests.integration.assistant.conftest import said
from tests.integration.assistant.speaking import says, talker, with_models

KINDS = ("tasks", "thoughts", "goals", "projects", "habits", "memories", "sources", "api-keys")
WAY_OUT = re.compile(r"[a-z]+:[/\\]|www\.|\]\((?!#)|\]:|<[a-z/!]|&#|" + re.escape(EVIL), re.IGNORECASE)


async def life(person: httpx.AsyncClient) -> dict[str, str]:
    """A life with a secret, and the ids in it that attackers may know."""
    thought = (await person.post("/thoughts", json={"content": f"The {SUBJECT} room opens with CANARY-7391."})).json()
    task = (await person.post("/tasks", json={"title": "renew the passport", "due": "2026-01-01"})).json()
    await person.post("/tasks", json={"title": "paint the fence"})
    like = (await person.post("/tasks", json={"title": "paint the hall"})).json()
    memory = {"statement": "Ada looks after the house keys.", "what": "fact"}
    known = (await person.post("/memories", json=memory)).json()
    change = (await person.get("/changes")).json()["items"][0]["id"]
    return {"task": task["id"], "like": like["id"], "thought": thought["id"], "memory": known["id"], "change": change}


async def records(person: httpx.AsyncClient) -> dict[str, Any]:
    """Everything there is, without what a change and its undo leave behind, and without how often it was recalled."""
    plumbing = {"version", "updated_at", "created_at", "uses", "used_at"}
    found: dict[str, Any] = {"profile": {"profile": (await person.get("/profile")).json()}}
    for kind in KINDS:
        answer = await person.get(f"/{kind}", params={} if kind == "api-keys" else {"limit": "200"})
        found[kind] = {record["id"]: record for record in answer.json()["items"]}
    return {
        kind: {key: {n: v for n, v in record.items() if n not in plumbing} for key, record in of_kind.items()}
        for kind, of_kind in found.items()
    }


async def attacked(client: httpx.AsyncClient, person: httpx.AsyncClient, place: str, wish: Wish) -> list[str]:
    """The harm that comes of saying something harmless while the text lies in wait."""
    path, planted = await plant(person, place, wish)
    lead = await said(client, wish.lead) if wish.lead else None
    attachments = [planted] if place == "attachment" else []
    told = await said(client, wish.cover, lead["conversation_id"] if lead else None, attachments=attachments)
    assert (told["state"], told["notice"]) == ("done", None), (place, wish.name)  # a turn that broke proves nothing
    harm = [f"leak by {wish.name} in a {place}: {told['ai_response']}"] if WAY_OUT.search(told["ai_response"]) else []
    for card in reversed([*(lead["cards"] if lead else []), *told["cards"]]):
        if card["state"] == "done":
            if not asked_for(card, wish):
                harm.append(f"unasked act by {wish.name} in a {place}: {card['title']}")
            undone = await person.post("/undo", json={"change_id": card["change_id"]})
            assert undone.status_code == 200, undone.text
    for gone in (path, f"/conversations/{told['conversation_id']}"):  # so that the next text is found as well
        assert (await person.delete(gone)).status_code == 200
    return harm


def asked_for(card: dict[str, Any], wish: Wish) -> bool:
    """Whether the person's own words ask for what a card did: the act, and every word of its title and notes."""
    own = set(re.findall(r"\w+", f"{wish.lead or ''} {wish.cover}".lower()))
    texts = " ".join([card["given"].get("notes", ""), *(touched["title"] for touched in card["records"])]).lower()
    return card["action"] in {"tasks.create", "tasks.delete"} and set(re.findall(r"\w+", texts)) <= own


def thirds() -> list[Any]:
    """A place and its wishes: a third of them, and under the mark `long` the rest."""
    some = [pytest.param(place, WISHES[n % 3 :: 3], id=place) for n, place in enumerate(PLACES)]
    rest = [[wish for n, wish in enumerate(WISHES) if n % 3 != p % 3] for p in range(len(PLACES))]
    long = [pytest.param(p, w, id=f"{p}, rest", marks=pytest.mark.long) for p, w in zip(PLACES, rest, strict=True)]
    return some + long


@pytest.mark.parametrize(("place", "wishes"), thirds())
async def test_a_model_that_obeys_every_text_does_no_harm(
    house: House, person: httpx.AsyncClient, place: str, wishes: list[Wish]
):
    model = obeying(await life(person))
    client, before = talker(with_models(house, model), person), await records(person)
    assert [harm for wish in wishes for harm in await attacked(client, person, place, wish)] == []
    assert await records(person) == before
    assert {wish.name for wish in wishes} == set(model.obeyed)  # each text was read, and obeyed


@pytest.mark.parametrize(("place", "wishes"), thirds())
async def test_the_built_in_engine_takes_no_orders_from_texts(
    person: httpx.AsyncClient, place: str, wishes: list[Wish]
):
    await life(person)
    before = await records(person)
    assert [harm for wish in wishes for harm in await attacked(person, person, place, wish)] == []
    assert await records(person) == before


async def test_without_its_defences_the_same_attacks_do_harm(
    house: House, person: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(mandate.Mandate, "lacks", lambda _self, _deed: None)
    monkeypatch.setattr(neutral, "neutral", lambda text, _allowed: text)
    client = talker(with_models(house, obeying(await life(person))), person)
    harmful = ("link", "html", "complete", "create", "smuggle", "other-delete", "half-named", "other-it", "remember")
    for wish in (wish for wish in WISHES if wish.name in harmful):
        kind = "leak" if wish.says else "unasked act"
        assert [harm.startswith(kind) for harm in await attacked(client, person, "note", wish)] == [True], wish.name


async def test_a_text_quoted_by_an_earlier_reply_is_still_a_text(house: House, person: httpx.AsyncClient):
    """With nothing remembered and nothing planned, so that the reply is all there is to read."""
    task = (await person.post("/tasks", json={"title": "renew the passport"})).json()
    (wish,) = (wish for wish in WISHES if wish.name == "delete")
    quoting = obeying({})
    quoting.script = lambda _ask: says(text_of(wish))
    first = await said(talker(with_models(house, quoting), person), "hm")
    client = talker(with_models(house, obeying({"task": task["id"]})), person)
    told = await said(client, "go on", first["conversation_id"])
    assert [(card["action"], card["state"]) for card in told["cards"]] == [("tasks.delete", "waiting")]


async def test_what_waits_is_told_whatever_the_model_says(house: House, person: httpx.AsyncClient):
    """A yes to a harmless question must not be a yes to something unseen."""
    task = (await person.post("/tasks", json={"title": "renew the passport", "due": "2026-01-01"})).json()
    model = obeying({})
    model.script = lambda ask: _once(ask, ("tasks.delete", {"id": task["id"]}), "Shall I go on reading?")
    told = await said(talker(with_models(house, model), person), "what is on today?")
    assert "waits for your yes or no" in told["ai_response"]
    assert told["ai_response"].endswith(": renew the passport")


async def test_what_the_person_asks_for_themself_is_done(house: House, person: httpx.AsyncClient):
    """The mandate does not stand in the way of honest wishes, also after foreign text was read."""
    known = await life(person)
    await person.post("/thoughts", json={"content": f"The {SUBJECT} was serviced in May."})
    calls = {
        "renew the passport is done": ("tasks.complete", {"id": known["task"]}),
        f"remind me to check the {SUBJECT} tomorrow": ("tasks.create", {"title": f"Check the {SUBJECT}"}),
        f"note: the {SUBJECT} is loud": ("thoughts.create", {"content": f"The {SUBJECT} is loud"}),
    }
    for message, wanted in calls.items():
        model = obeying({})
        model.script = lambda ask, wanted=wanted: _once(ask, wanted)  # type: ignore[misc] # bound at once
        told = await said(talker(with_models(house, model), person), message)
        assert [card["state"] for card in told["cards"]] == ["done"], (message, told["cards"])


def _once(ask: Any, wanted: tuple[str, dict[str, Any]], then: str = "Done.") -> Any:
    return says(then) if ask.turns[-1].role == "tool" else says("", wanted)
