"""Sources as what the assistant reads: recalled with whose words they are, attached to a message."""

from typing import Any
from uuid import UUID

import httpx

from selfos.features.memories import recall
from selfos.kernel.context import Context
from selfos.kernel.ids import new_id
from selfos.kernel.principal import ENGINE, Principal
from tests.fixtures.house import House


async def test_a_source_is_recalled_with_whose_words_it_is(house: House, person: httpx.AsyncClient) -> None:
    await person.post("/sources", json={"text": "The ferry to Procida leaves at nine.", "title": "Timetable"})
    await person.post("/sources", json={"text": "My ferry ticket is in the blue drawer.", "own": True})
    await house.drain()
    space = UUID((await person.get("/auth/me")).json()["space_id"])
    context = Context(house.runtime, Principal(new_id(), space, "owner", ENGINE))
    found = await recall(context, "When does the ferry leave?")
    said = {item.text.splitlines()[-1]: (item.kind, item.said_by) for item in found.items}
    assert said["The ferry to Procida leaves at nine."] == ("source_part", "source")
    assert said["My ferry ticket is in the blue drawer."] == ("source_part", "me")


async def test_an_attachment_is_read(house: House, person: httpx.AsyncClient) -> None:
    given = {"text": "The ferry to Procida leaves at nine.", "title": "Timetable"}
    source = (await person.post("/sources", json=given)).json()
    said = {"message": "Summarise this", "attachments": [source["id"]]}
    answer = await person.post("/conversations", json=said)
    assert answer.status_code in {200, 201}, answer.text
    assert "Procida leaves at nine" in answer.text
    await house.drain()


async def test_questions_about_an_attachment_are_answered_from_it(person: httpx.AsyncClient) -> None:
    text = """Welcome to the staff handbook of Brook Bakery. Everybody has 28 days of holiday a year.
        The ovens are cleaned every evening. The car park is closed on Sundays."""
    source = (await person.post("/sources", json={"text": text, "title": "Staff handbook"})).json()

    async def told(message: str) -> dict[str, Any]:
        answer = await person.post("/conversations", json={"message": message, "attachments": [source["id"]]})
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    about = await told("what is the handbook about?")
    assert about["ai_response"].startswith("“Staff handbook” says:\n“Welcome to the staff handbook")
    assert {(cited["kind"], cited["id"]) for cited in about["citations"]} == {("source", source["id"])}
    holidays = await told("how many days of holiday do I have?")
    assert [cited["quote"] for cited in holidays["citations"]] == ["Everybody has 28 days of holiday a year."]
    assert "no answer" in (await told("who owns the moon?"))["ai_response"]
    made = await told("remind me to read the handbook tomorrow")
    assert [card["action"] for card in made["cards"]] == ["tasks.create"]
