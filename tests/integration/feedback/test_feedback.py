"""What a person makes of findings is kept, learned from, switched off and forgotten."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from selfos.features.calibration import Calibration
from selfos.features.feedback.fitting import fit
from selfos.kernel.reading import Listing, list_plain
from tests.fixtures.house import House


async def ok(answer: Any) -> Any:
    response = await answer
    assert response.status_code < 300, response.text
    return response.json()


async def captured(house: House, person: httpx.AsyncClient, content: str) -> Any:
    """A thought, read."""
    thought = await ok(person.post("/thoughts", json={"content": content}))
    await house.drain()
    return await ok(person.get(f"/thoughts/{thought['id']}"))


async def suggested(house: House, person: httpx.AsyncClient, content: str = "I need to call the plumber") -> Any:
    thought = await captured(house, person, content)
    (found,) = (await ok(person.get("/task-suggestions", params={"thought_id": thought["id"]})))["items"]
    return found


async def feedback(person: httpx.AsyncClient) -> list[Any]:
    return list((await ok(person.get("/feedback", params={"order": "asc"})))["items"])


async def space_of(person: httpx.AsyncClient) -> UUID:
    return UUID((await ok(person.get("/auth/me")))["space_id"])


@pytest.mark.parametrize(("act", "verdict", "right"), [("accept", "accepted", True), ("dismiss", "dismissed", False)])
async def test_a_suggestion_taken_or_turned_down_is_feedback(
    house: House, person: httpx.AsyncClient, act: str, verdict: str, right: bool
) -> None:
    suggestion = await suggested(house, person)
    await ok(person.post(f"/task-suggestions/{suggestion['id']}/{act}", json={}))
    (told,) = await feedback(person)
    assert (told["subject"], told["subject_id"], told["verdict"]) == ("suggestion", suggestion["id"], verdict)
    assert told["derived"]
    assert told["judged"] == [{"what": "task", "confidence": suggestion["confidence"], "right": right}]
    assert any(trait.startswith("captured: ") for trait in told["traits"])


async def test_feedback_is_undone_with_what_it_followed_from(house: House, person: httpx.AsyncClient) -> None:
    suggestion = await suggested(house, person)
    await ok(person.post(f"/task-suggestions/{suggestion['id']}/dismiss"))
    undone = await person.post("/undo", json={})
    assert await feedback(person) == []
    await ok(person.post("/undo", json={"change_id": undone.headers["Selfos-Change"]}))
    assert [told["verdict"] for told in await feedback(person)] == ["dismissed"]


async def test_what_is_taken_back_by_restoring_is_withdrawn(house: House, person: httpx.AsyncClient) -> None:
    suggestion = await suggested(house, person)
    await ok(person.post(f"/task-suggestions/{suggestion['id']}/dismiss"))
    await ok(person.post(f"/task-suggestions/{suggestion['id']}/restore"))
    assert [told["verdict"] for told in await feedback(person)] == ["dismissed", "withdrawn"]
    assert (await ok(person.get("/learning/reliability")))["curves"] == []


async def test_undoing_what_the_engine_did_is_feedback(house: House, person: httpx.AsyncClient) -> None:
    await ok(person.patch("/profile", json={"suggestion_mode": "automatic", "automatic_threshold": 0.1}))
    thought = await captured(house, person, "I need to call the plumber")
    (task,) = (await ok(person.get("/tasks", params={"thought_id": thought["id"]})))["items"]
    assert await feedback(person) == []
    entry = (await ok(person.get(f"/tasks/{task['id']}/history")))["items"][0]
    await ok(person.post("/undo", json={"change_id": entry["change_id"]}))
    (told,) = await feedback(person)
    assert (told["subject"], told["verdict"], told["judged"][0]["right"]) == ("suggestion", "dismissed", False)


async def test_who_corrects_one_finding_has_looked_at_the_others(house: House, person: httpx.AsyncClient) -> None:
    thought = await captured(house, person, "I feel great after the run with Anna, so happy")
    await ok(person.patch(f"/thoughts/{thought['id']}", json={"type": "question"}))
    (told,) = await feedback(person)
    assert (told["subject"], told["subject_id"], told["verdict"]) == ("finding", thought["id"], "corrected")
    right = {judged["what"]: judged["right"] for judged in told["judged"]}
    assert right["type"] is False
    assert right["sentiment"] is True


async def test_an_explicit_verdict_is_kept_and_the_newest_counts(house: House, person: httpx.AsyncClient) -> None:
    suggestion = await suggested(house, person)
    about = {"subject": "suggestion", "subject_id": suggestion["id"]}
    await ok(person.post("/feedback", json={**about, "verdict": "bad", "correction": "It was a joke"}))
    last = await ok(person.post("/feedback", json={**about, "verdict": "good"}))
    assert not last["derived"]
    curves = {curve["what"]: curve for curve in (await ok(person.get("/learning/reliability")))["curves"]}
    assert curves["task"]["count"] == curves["all"]["count"] == 1
    assert curves["task"]["bins"][0]["observed"] == 1
    missing = await person.post("/feedback", json={**about, "subject": "insight", "verdict": "good"})
    assert missing.status_code == 404


async def test_a_rated_reply_is_feedback(person: httpx.AsyncClient) -> None:
    reply = await ok(person.post("/conversations", json={"message": "hello"}))
    rate = f"/messages/{reply['reply_id']}/rate"
    for given in ({"rating": "good"}, {"correction": "Good morning"}, {"rating": None, "correction": None}):
        await ok(person.post(rate, json=given))
    told = await feedback(person)
    assert {one["subject"] for one in told} == {"reply"}
    assert [one["verdict"] for one in told] == ["good", "corrected", "withdrawn"]


async def test_feedback_on_a_reply_is_its_rating(person: httpx.AsyncClient) -> None:
    reply = await ok(person.post("/conversations", json={"message": "hello"}))
    about = {"subject": "reply", "subject_id": reply["reply_id"]}
    given = (("corrected", "Good morning", "bad"), ("good", None, "good"), ("withdrawn", None, None))
    for verdict, correction, rating in given:
        await ok(person.post("/feedback", json=about | {"verdict": verdict, "correction": correction}))
        shown = await ok(person.get(f"/messages/{reply['reply_id']}"))
        assert (shown["rating"], shown["correction"]) == (rating, correction)
    assert [one["verdict"] for one in await feedback(person)] == ["corrected", "good", "withdrawn"]
    question = await person.post("/feedback", json=about | {"subject_id": reply["message_id"], "verdict": "good"})
    assert question.status_code == 422


async def test_how_sure_a_memory_is_follows_what_was_made_of_others(house: House, person: httpx.AsyncClient) -> None:
    for text in ("I live in Porto.", "I can't stand olives.", "I'm allergic to walnuts."):
        await ok(person.post("/thoughts", json={"content": text}))
    await house.drain()
    one, *others = (await ok(person.get("/memories")))["items"]
    assert (await ok(person.get(f"/memories/{one['id']}/why")))["confidence"] == one["confidence"]
    for other in others:
        await ok(person.delete(f"/memories/{other['id']}"))
    await fit(house.runtime, await space_of(person), ())
    assert (await ok(person.get(f"/memories/{one['id']}/why")))["confidence"] < one["confidence"]


async def learned(house: House, person: httpx.AsyncClient, verdict: str, times: int) -> None:
    """Many verdicts on suggestions, and the fit that follows."""
    for number in range(times):
        suggestion = await suggested(house, person, f"I need to call plumber number {number}")
        about = {"subject": "suggestion", "subject_id": suggestion["id"], "verdict": verdict}
        await ok(person.post("/feedback", json=about))
    await fit(house.runtime, await space_of(person), ())


async def stored(house: House, space: UUID) -> list[Any]:
    async with house.runtime.database.space(space, read_only=True) as connection:
        kind, listing = Calibration.spec, Listing((), order="created_at", descending=False, limit=10)
        return list(await list_plain(connection, house.runtime.sealer, space, kind, listing))


async def task_confidence(person: httpx.AsyncClient, thought_id: str) -> float:
    findings = (await ok(person.get(f"/thoughts/{thought_id}/analysis")))["findings"]
    return float(next(found["confidence"] for found in findings if found["what"] == "task"))


async def test_confidences_are_fitted_switched_off_and_forgotten(house: House, person: httpx.AsyncClient) -> None:
    thought = await captured(house, person, "I need to call the dentist")
    before = await task_confidence(person, thought["id"])
    await learned(house, person, "bad", 6)
    fitted = await task_confidence(person, thought["id"])
    assert fitted < before - 0.1
    await ok(person.patch("/profile", json={"learning": False}))
    assert await task_confidence(person, thought["id"]) == before
    suggestion = await suggested(house, person, "I need to buy new shoes")
    await ok(person.post(f"/task-suggestions/{suggestion['id']}/dismiss"))
    assert len(await feedback(person)) == 6
    await ok(person.patch("/profile", json={"learning": True}))
    assert await task_confidence(person, thought["id"]) == fitted
    space = await space_of(person)
    assert len(await stored(house, space)) == 1
    assert (await ok(person.post("/learning/forget", json={})))["feedback"] == 6
    await fit(house.runtime, space, ())
    assert await task_confidence(person, thought["id"]) == before
    assert await feedback(person) == []
    assert await stored(house, space) == []
    async with house.runtime.database.space(space, read_only=True) as connection:
        query = "SELECT count(*) FROM changes WHERE kind IN ('feedback', 'calibration') AND sealed IS NOT NULL"
        assert await connection.fetchval(query) == 0


async def test_a_fitted_confidence_decides_what_becomes_a_task_unasked(house: House, person: httpx.AsyncClient) -> None:
    await learned(house, person, "bad", 6)
    suggestion = await suggested(house, person, "I need to call the dentist")
    threshold = suggestion["confidence"] - 0.05
    await ok(person.patch("/profile", json={"suggestion_mode": "automatic", "automatic_threshold": threshold}))
    thought = await captured(house, person, "I need to call the florist")
    assert (await ok(person.get("/tasks", params={"thought_id": thought["id"]})))["items"] == []
    await ok(person.post("/learning/forget", json={}))
    thought = await captured(house, person, "I need to call the florist")
    assert len((await ok(person.get("/tasks", params={"thought_id": thought["id"]})))["items"]) == 1


async def test_waiting_suggestions_stand_in_the_order_of_what_was_welcome(
    house: House, person: httpx.AsyncClient
) -> None:
    first = (await ok(person.get("/learning/suggestions")))["items"]
    assert first == []
    await learned(house, person, "bad", 3)
    found = (await ok(person.get("/learning/suggestions")))["items"]
    assert [one["promise"] for one in found] == sorted((one["promise"] for one in found), reverse=True)
    assert all(reason["of"] >= reason["taken"] for one in found for reason in one["because"])


async def test_erasing_a_thought_erases_the_feedback_about_what_was_found_in_it(
    house: House, person: httpx.AsyncClient
) -> None:
    suggestion = await suggested(house, person)
    await ok(person.post(f"/task-suggestions/{suggestion['id']}/dismiss"))
    await ok(person.post(f"/thoughts/{suggestion['thought_id']}/erase"))
    assert await feedback(person) == []
    space = await space_of(person)
    async with house.runtime.database.space(space, read_only=True) as connection:
        assert await connection.fetchval("SELECT count(*) FROM feedback WHERE space_id = $1", space) == 0
