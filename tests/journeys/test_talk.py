"""A person signs up and lives with the assistant for an evening, against a real server."""

from collections.abc import Iterator
from typing import Any

import httpx
import orjson
import pytest

from bench.server import Server, server


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    with server() as house:
        yield house


def streamed(client: httpx.Client, path: str, message: str) -> list[dict[str, Any]]:
    with client.stream("POST", path, json={"message": message}, headers={"Accept": "text/event-stream"}) as answer:
        assert answer.status_code == 200
        return [orjson.loads(line[6:]) for line in answer.iter_lines() if line.startswith("data: ")]


def test_an_evening_with_the_assistant(running: Server) -> None:
    headers = {"Authorization": f"Bearer {running.person(1)}"}
    with httpx.Client(base_url=f"http://127.0.0.1:{running.port}/api/v1", headers=headers, timeout=60) as client:

        def done(method: str, path: str, **body: Any) -> dict[str, Any]:
            answer = client.request(method, path, json=body or None)
            assert answer.status_code in {200, 201}, answer.text
            found: dict[str, Any] = answer.json()
            return found

        done("POST", "/thoughts", content="The tiles in Lisbon were the loveliest thing of the year.")

        context = {"life_areas": ["health"], "current_mood": "motivated", "available_time": 30}
        told = done("POST", "/conversations", message="I want to start exercising regularly", context=context)
        talk = f"/conversations/{told['conversation_id']}"
        assert told["created_tasks"][0]["scheduled_time"]
        assert told["created_tasks"][0]["recurrence"].startswith("FREQ=")
        made, plan = told["cards"]
        assert (made["state"], plan["state"]) == ("done", "waiting")

        confirmed = done("POST", f"{talk}/messages", message="yes")
        assert [(c["id"], c["state"]) for c in confirmed["cards"]] == [(plan["id"], "done")]
        many = len(client.get("/tasks", params={"limit": 200}).json()["items"])
        assert many > len(told["created_tasks"])
        for card in (confirmed["cards"][0], made):
            done("POST", "/undo", change_id=card["change_id"])
        assert client.get("/tasks").json()["items"] == []
        assert client.get("/goals").json()["items"] == []

        events = streamed(client, f"{talk}/messages", "what did I say about Lisbon?")
        reply = events[-1]["message"]
        assert events[0]["type"] == "began"
        assert "tiles" in reply["text"]
        assert [c["kind"] for c in reply["citations"]] == ["thought"]

        again = done("POST", f"/messages/{reply['id']}/regenerate")
        assert again["reply_id"] != reply["id"]
        assert again["citations"] == reply["citations"]
        done("POST", f"/messages/{again['reply_id']}/rate", rating="good")

        waits = done("POST", f"{talk}/messages", message="I want to learn Spanish")["cards"][1]
        assert done("POST", f"/cards/{waits['id']}/refuse")["state"] == "refused"

        messages = done("GET", f"{talk}/messages")["messages"]
        assert reply["id"] not in [message["id"] for message in messages]
        assert {card["state"] for message in messages for card in message["cards"]} == {"done", "undone", "refused"}
        done("PATCH", talk, title="An evening")
        client.delete(talk)
        assert client.get("/conversations").json()["items"] == []
