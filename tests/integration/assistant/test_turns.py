"""How a turn begins, goes on and ends."""

import httpx


async def test_a_message_is_answered_and_what_it_did_can_be_undone(person: httpx.AsyncClient):
    answer = await person.post("/conversations", json={"message": "call the dentist tomorrow at 9"})
    assert answer.status_code == 200, answer.text
    told = answer.json()
    (task,) = told["created_tasks"]
    assert (task["title"], task["scheduled_time"]) == ("call the dentist", "09:00")
    (card,) = told["cards"]
    assert card["state"] == "done"
    undone = await person.post("/undo", json={"change_id": card["change_id"]})
    assert undone.status_code == 200, undone.text
    talk = (await person.get(f"/conversations/{told['conversation_id']}/messages")).json()
    assert [m["role"] for m in talk["messages"]] == ["user", "assistant"]
    assert talk["messages"][1]["cards"][0]["state"] == "undone"
    redone = await person.post("/undo", json={"change_id": undone.headers["selfos-change"]})
    assert redone.status_code == 200, redone.text
    talk = (await person.get(f"/conversations/{told['conversation_id']}/messages")).json()
    assert talk["messages"][1]["cards"][0]["state"] == "done"
