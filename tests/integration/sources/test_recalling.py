"""Sources as what the assistant reads: recalled with whose words they are, attached to a message."""

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
