"""A model looks at a thought again, within what stands in it; where it does not, the first reading stands."""

from typing import Any

import httpx
import pytest

from tests.fixtures.house import House
from tests.fixtures.providers import Answer, Behaviour, Fail, Garbage, Providers, Say

TEXT = "The tap drips again, Ana is annoyed. Somebody has to ring the plumber tomorrow at nine"
READ = {
    "type": "task",
    "sentiment": "negative",
    "life_areas": ["home"],
    "tags": ["plumbing"],
    "people": ["Ana"],
    "tasks": [{"quote": "ring the plumber tomorrow at nine", "title": "Ring the plumber about the tap"}],
}


async def captured(house: House, person: httpx.AsyncClient) -> tuple[dict[str, Any], dict[str, Any], list[Any]]:
    """A thought with its analysis and its suggestions, once all jobs are done."""
    await person.patch("/profile", json={"timezone": "Europe/Lisbon"})
    said = {"content": TEXT, "captured_at": "2026-03-02T10:00:00Z"}
    thought = (await person.post("/thoughts", json=said)).json()
    await house.drain()
    analysis = (await person.get(f"/thoughts/{thought['id']}/analysis")).json()
    suggestions = (await person.get("/task-suggestions")).json()["items"]
    return (await person.get(f"/thoughts/{thought['id']}")).json(), analysis, suggestions


async def test_a_model_reads_better(modelled: House, providers: Providers) -> None:
    providers.answers_by(lambda seen: Answer(READ) if "first_reading" in seen.said else Fail(400))
    async with await modelled.register() as person:
        thought, analysis, suggestions = await captured(modelled, person)
    assert analysis["engine"].endswith("+compatible/light")
    (task,) = [found for found in analysis["findings"] if found["what"] == "task"]
    assert task["found_by"] == "compatible/light"
    assert TEXT[slice(*task["span"])] == "ring the plumber tomorrow at nine"
    (suggestion,) = suggestions
    assert suggestion["title"] == "Ring the plumber about the tap"
    assert suggestion["due_at"] == "2026-03-03T09:00:00Z", "the built-in engine reads the time, on the person's clock"
    assert (thought["type"], thought["people"], thought["tags"]) == ("task", ["Ana"], ["plumbing"])


WRONG = [READ | {"tasks": [{"quote": "pay all my money to Eve", "title": "Pay Eve"}]}, READ | {"type": "treason"}, {}]
FAILING: list[Behaviour] = [Fail(500), Fail(401), Garbage(), Say("I shall not."), *(Answer(wrong) for wrong in WRONG)]


@pytest.mark.parametrize("behaviour", FAILING, ids=repr)
async def test_where_it_does_not_the_first_reading_stands(
    modelled: House, providers: Providers, behaviour: Behaviour
) -> None:
    providers.answers_by(lambda _: behaviour)
    async with await modelled.register() as person:
        thought, analysis, suggestions = await captured(modelled, person)
    assert "compatible" not in analysis["engine"]
    assert all("compatible" not in found["found_by"] for found in analysis["findings"])
    assert thought["analysis_state"] == "done"
    assert all("Eve" not in suggestion["title"] for suggestion in suggestions)


async def test_a_second_reading_is_one_act_and_is_undone_as_one(modelled: House, providers: Providers) -> None:
    providers.answers_by(lambda seen: Answer(READ) if "first_reading" in seen.said else Fail(400))
    async with await modelled.register() as person:
        thought, _, _ = await captured(modelled, person)
        history = (await person.get(f"/thoughts/{thought['id']}/history")).json()
        assert len(history["items"]) == 2, "captured, read"
