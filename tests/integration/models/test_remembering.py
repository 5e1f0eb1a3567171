"""A model finds what else a thought tells of a life, within what stands in it; the built-in engine's finding stays."""

from typing import Any

import httpx
import pytest

from tests.fixtures.house import House
from tests.fixtures.providers import Answer, Behaviour, Fail, Providers, Seen

TEXT = "We moved to Lisbon yesterday. My knees only forgive me on mornings with porridge."
MOVED = {
    "quote": "We moved to Lisbon yesterday",
    "what": "fact",
    "subject": "me",
    "attribute": "lives in",
    "value": "Lisbon",
    "statement": "I live in Lisbon",
    "turn": "begins",
    "sensitive": None,
}
PORRIDGE = {
    "quote": "My knees only forgive me on mornings with porridge.",
    "what": "preference",
    "subject": "me",
    "attribute": "eats for breakfast",
    "value": "porridge",
    "statement": "My doctor wants me to eat porridge",
    "turn": "holds",
    "sensitive": "health",
}


def remembering(seen: Seen) -> bool:
    return "found_by_rules" in seen.said


def answers(*found: dict[str, Any]) -> Any:
    """A model that finds this when it is asked what to remember, and does nothing else."""
    return lambda seen: Answer({"memories": list(found)}) if remembering(seen) else Fail(400)


async def captured(house: House, person: httpx.AsyncClient, text: str = TEXT) -> str:
    said = {"content": text, "captured_at": "2026-03-02T10:00:00Z"}
    thought = (await person.post("/thoughts", json=said)).json()
    await house.drain()
    thought_id: str = thought["id"]
    return thought_id


async def memories(person: httpx.AsyncClient) -> dict[str, dict[str, Any]]:
    return {memory["value"]: memory for memory in (await person.get("/memories")).json()["items"]}


def asked(providers: Providers) -> int:
    return sum(remembering(seen) for seen in providers.seen)


async def test_what_both_find_is_one_memory_and_what_the_model_finds_another(
    modelled: House, providers: Providers
) -> None:
    providers.answers_by(answers(MOVED, PORRIDGE))
    async with await modelled.register() as person:
        await captured(modelled, person)
        found = await memories(person)
    assert set(found) == {"Lisbon", "porridge"}
    assert found["Lisbon"]["confidence"] == 0.95, "both agree"
    assert found["Lisbon"]["valid_from"] == "2026-03-01", "the built-in engine reads the day"
    (evidence,) = found["porridge"]["evidence"]
    assert evidence["found_by"] == "compatible/light"
    assert evidence["quote"] == PORRIDGE["quote"]
    assert (found["porridge"]["confidence"], found["porridge"]["sensitive"]) == (0.8, "health")
    assert found["porridge"]["statement"] == PORRIDGE["quote"], "its own words hold what the text does not say"


async def test_a_text_is_sent_once_and_what_was_found_in_it_comes_back(modelled: House, providers: Providers) -> None:
    providers.answers_by(answers(PORRIDGE))
    async with await modelled.register() as person:
        thought_id = await captured(modelled, person)
        await person.delete(f"/thoughts/{thought_id}")
        assert await memories(person) == {}
        await person.post(f"/thoughts/{thought_id}/restore")
        await modelled.drain()
        assert set(await memories(person)) == {"Lisbon", "porridge"}
    assert asked(providers) == 1


async def test_words_that_go_take_what_a_model_found_in_them(modelled: House, providers: Providers) -> None:
    providers.answers_by(answers(PORRIDGE))
    async with await modelled.register() as person:
        thought_id = await captured(modelled, person)
        providers.answers_by(lambda _: Fail(400))
        await person.patch(f"/thoughts/{thought_id}", json={"content": TEXT + " Tired."})
        await modelled.drain()
        assert set(await memories(person)) == {"Lisbon", "porridge"}
        await person.patch(f"/thoughts/{thought_id}", json={"content": "We moved to Lisbon yesterday. Tired."})
        await modelled.drain()
        assert set(await memories(person)) == {"Lisbon"}


async def test_what_was_forgotten_is_not_found_again_by_a_model(modelled: House, providers: Providers) -> None:
    providers.answers_by(answers(PORRIDGE))
    async with await modelled.register() as person:
        thought_id = await captured(modelled, person)
        await person.post(f"/memories/{(await memories(person))['porridge']['id']}/forget")
        await person.patch(f"/thoughts/{thought_id}", json={"content": TEXT + " Tired."})
        await modelled.drain()
        assert set(await memories(person)) == {"Lisbon"}


async def test_matters_to_be_left_alone_are_not_kept_though_a_model_names_them(
    modelled: House, providers: Providers
) -> None:
    providers.answers_by(answers(MOVED, PORRIDGE))
    async with await modelled.register() as person:
        await person.patch("/profile", json={"not_remembered": ["health"]})
        await captured(modelled, person)
        assert set(await memories(person)) == {"Lisbon"}
        await captured(modelled, person, "I'm allergic to walnuts.")
        assert set(await memories(person)) == {"Lisbon"}
    assert asked(providers) == 1, "what touches on such a matter by its words is not even sent for this"


async def test_nothing_is_sent_in_offline_mode(modelled: House, providers: Providers) -> None:
    async with await modelled.register() as person:
        await person.patch("/profile", json={"model_mode": "offline"})
        await captured(modelled, person)
        assert set(await memories(person)) == {"Lisbon"}
    assert asked(providers) == 0


async def test_errands_and_small_talk_cost_nothing(modelled: House, providers: Providers) -> None:
    async with await modelled.register() as person:
        for text in ("buy milk and stamps", "Rain again.", "What if we moved to Rome?", "call the plumber tomorrow"):
            await captured(modelled, person, text)
    assert asked(providers) == 0


async def test_of_what_is_said_to_the_assistant_only_what_tells_something_is_sent(
    modelled: House, providers: Providers
) -> None:
    providers.answers_by(answers())
    async with await modelled.register() as person:
        for message, times in (("when did I last see my dentist?", 0), ("Ana's dog has moved in with me.", 1)):
            await person.post("/conversations", json={"message": message})
            await modelled.drain()
            assert asked(providers) == times, message


INVENTED = [MOVED | {"quote": "We moved to Rome"}, PORRIDGE | {"value": "gold"}, PORRIDGE | {"subject": "Eve"}]
FAILING: list[Behaviour] = [Fail(500), *(Answer({"memories": [one]}) for one in INVENTED)]


@pytest.mark.parametrize("behaviour", FAILING, ids=repr)
async def test_where_a_model_fails_or_invents_the_built_in_finding_stands(
    modelled: House, providers: Providers, behaviour: Behaviour
) -> None:
    providers.answers_by(lambda seen: behaviour if remembering(seen) else Fail(400))
    async with await modelled.register() as person:
        await captured(modelled, person)
        assert set(await memories(person)) == {"Lisbon"}


async def test_what_is_no_statement_is_not_learnt_whatever_a_model_says(modelled: House, providers: Providers) -> None:
    text = "I wonder about my sister. Maybe we live in Rome by then? Remember that I love Eve, said the leaflet?"
    wrong = MOVED | {"quote": "Maybe we live in Rome by then?", "value": "Rome"}
    providers.answers_by(answers(wrong))
    async with await modelled.register() as person:
        await captured(modelled, person, text)
        assert await memories(person) == {}
    assert asked(providers) == 1
