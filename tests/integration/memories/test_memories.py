"""Memories over HTTP: learnt from captures, dated, pinned, corrected, forgotten, and asked for."""

from typing import Any
from uuid import UUID

import httpx

from selfos.features.memories.keeping import Lesson, keep
from selfos.intelligence.builtin.remembering import extract
from selfos.kernel import clock
from selfos.kernel.principal import ENGINE
from tests.fixtures.house import House


async def capture(house: House, person: httpx.AsyncClient, text: str, at: str = "2025-01-10T09:00:00Z") -> str:
    answer = await person.post("/thoughts", json={"content": text, "captured_at": at})
    assert answer.status_code == 201, answer.text
    await house.drain()
    thought_id: str = answer.json()["id"]
    return thought_id


async def memories(person: httpx.AsyncClient, **query: Any) -> list[dict[str, Any]]:
    answer = await person.get("/memories", params=query)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def statements(person: httpx.AsyncClient, **query: Any) -> set[str]:
    return {memory["statement"] for memory in await memories(person, **query)}


async def act(person: httpx.AsyncClient, memory: dict[str, Any], verb: str, **given: Any) -> httpx.Response:
    answer = await person.post(f"/memories/{memory['id']}/{verb}", json=given)
    assert answer.status_code == 200, answer.text
    return answer


async def recalled(person: httpx.AsyncClient, question: str, **query: Any) -> dict[str, Any]:
    answer = await person.get("/memories/recall", params={"q": question, **query})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_statement_becomes_a_memory_that_says_why(house: House, person: httpx.AsyncClient) -> None:
    text = "Rain again. I'm allergic to walnuts, it turns out."
    thought_id = await capture(house, person, text)
    (memory,) = await memories(person)
    assert (memory["what"], memory["statement"], memory["sensitive"]) == ("fact", "I am allergic to walnuts", "health")
    why = (await person.get(f"/memories/{memory['id']}/why")).json()
    (reason,) = why["reasons"]
    assert (reason["kind"], reason["id"], reason["text"]) == ("thought", thought_id, text)
    assert reason["quote"] == "I'm allergic to walnuts, it turns out."
    assert reason["found_by"].startswith("rules")
    assert 0 < reason["confidence"] <= why["confidence"] < 1
    assert not why["by_person"]


async def test_plain_captures_leave_no_memory(house: House, person: httpx.AsyncClient) -> None:
    for text in ("buy milk and stamps", "What if we moved to Berlin?", "He said I would move to Rome. Funny.", "ugh"):
        await capture(house, person, text)
    assert await memories(person) == []


async def test_the_same_said_again_adds_a_source_and_makes_it_surer(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "I live in Porto.", "2025-01-01T09:00:00Z")
    (before,) = await memories(person)
    await capture(house, person, "As you know, I live in Porto", "2025-02-01T09:00:00Z")
    (after,) = await memories(person)
    assert after["id"] == before["id"]
    assert [len(m["evidence"]) for m in (before, after)] == [1, 2]
    assert after["confidence"] > before["confidence"]
    assert after["uses"] > before["uses"]


async def test_what_a_capture_told_goes_and_comes_back_with_it(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await capture(house, person, "I live in Porto.")
    (before,) = await memories(person)
    await person.delete(f"/thoughts/{thought_id}")
    assert await memories(person) == []
    await person.post(f"/thoughts/{thought_id}/restore")
    await house.drain()
    (after,) = await memories(person)
    assert (after["id"], after["statement"]) == (before["id"], before["statement"])


async def test_all_kinds_that_words_touch_on_are_left_alone(house: House, person: httpx.AsyncClient) -> None:
    text = "I work at Anna's Clinic as a nurse; my salary at the hospital is 3,100."
    await person.patch("/profile", json={"not_remembered": ["money"]})
    await capture(house, person, text)
    assert not any("3,100" in statement for statement in await statements(person))


async def test_a_change_ends_what_held_before_whatever_is_told_first(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "We moved to Lisbon yesterday.", "2025-05-03T09:00:00Z")
    await capture(house, person, "I live in Porto.", "2024-02-10T09:00:00Z")
    by_place = {memory["value"]: memory for memory in await memories(person)}
    porto, lisbon = by_place["Porto"], by_place["Lisbon"]
    assert (porto["valid_until"], lisbon["valid_from"]) == ("2025-05-02", "2025-05-02")
    assert (porto["superseded_by"], lisbon["supersedes"]) == (lisbon["id"], porto["id"])
    assert await statements(person, current=True) == {"I live in Lisbon"}
    assert await statements(person, as_of="2024-06-01") == {"I live in Porto"}
    believed = {"believed_at": "2025-05-01T00:00:00Z", "as_of": "2025-06-01"}
    assert await statements(person, **believed) == {"I live in Porto"}


async def test_taking_back_the_change_lets_the_old_hold_again(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "I live in Porto.", "2024-02-10T09:00:00Z")
    moved = await capture(house, person, "We moved to Lisbon yesterday.", "2025-05-03T09:00:00Z")
    deleted = await person.delete(f"/thoughts/{moved}")
    (porto,) = await memories(person)
    assert (porto["value"], porto["valid_until"], porto["superseded_by"]) == ("Porto", None, None)
    undone = await person.post("/undo", json={"change_id": deleted.headers["selfos-change"]})
    assert undone.status_code == 200, undone.text
    await house.drain()
    assert {m["value"]: m["valid_until"] for m in await memories(person)} == {"Porto": "2025-05-02", "Lisbon": None}


async def test_what_has_ended_is_kept_with_its_end(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "I take 20 mg of citalopram.", "2025-01-12T09:00:00Z")
    await capture(house, person, "Off citalopram completely as of today.", "2025-08-01T09:00:00Z")
    (memory,) = await memories(person)
    assert memory["valid_until"] == "2025-08-01"
    assert (await recalled(person, "Do I take citalopram?"))["answer"] == "No, not since 1 August 2025."


async def test_a_forgotten_memory_takes_its_words_along(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "My therapist is Dr Okafor. The tram was late.")
    (memory,) = await memories(person)
    answer = await act(person, memory, "forget")
    assert await memories(person) == []
    found = await recalled(person, "Who is my therapist?")
    assert (found["sure"], found["citations"]) == (0, [])
    assert "Okafor" not in str(found["items"])
    assert any("tram" in item["text"] for item in (await recalled(person, "tram"))["items"])
    undone = await person.post("/undo", json={"change_id": answer.headers["selfos-change"]})
    assert undone.status_code == 200, undone.text
    assert "Okafor" in (await recalled(person, "Who is my therapist?"))["answer"]


async def test_the_forgotten_is_not_learnt_from_the_same_words_again(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await capture(house, person, "My therapist is Dr Okafor.")
    (memory,) = await memories(person)
    await act(person, memory, "forget")
    await person.patch(f"/thoughts/{thought_id}", json={"content": "My therapist is Dr Okafor. I live in Porto."})
    await house.drain()
    assert await statements(person) == {"I live in Porto"}


async def test_forgetting_may_delete_the_source(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await capture(house, person, "My therapist is Dr Okafor.")
    (memory,) = await memories(person)
    await act(person, memory, "forget", sources=True)
    assert (await person.get(f"/thoughts/{thought_id}")).status_code == 404


async def test_erasing_a_source_erases_what_was_learnt_from_it(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await capture(house, person, "My therapist is Dr Okafor.")
    (memory,) = await memories(person)
    erased = await person.post(f"/thoughts/{thought_id}/erase")
    assert erased.status_code == 200, erased.text
    assert (await person.get(f"/memories/{memory['id']}")).status_code == 404
    assert (await person.post(f"/memories/{memory['id']}/restore")).status_code == 404
    history = (await person.get(f"/memories/{memory['id']}/history")).text
    assert "Okafor" not in history
    await house.drain()
    assert (await recalled(person, "Who is my therapist?"))["sure"] == 0


async def test_what_others_say_of_it_outlives_an_erased_source(house: House, person: httpx.AsyncClient) -> None:
    first = await capture(house, person, "I live in Porto.", "2025-01-01T09:00:00Z")
    await capture(house, person, "I live in Porto, by the river", "2025-02-01T09:00:00Z")
    await person.post(f"/thoughts/{first}/erase")
    await house.drain()
    (memory,) = await memories(person)
    assert [one["quote"] for one in memory["evidence"]] == ["I live in Porto, by the river"]


async def test_the_person_s_correction_stands(house: House, person: httpx.AsyncClient) -> None:
    thought_id = await capture(house, person, "I live in Porto.")
    (memory,) = await memories(person)
    changed = await person.patch(f"/memories/{memory['id']}", json={"statement": "I live in Braga"})
    assert changed.status_code == 200, changed.text
    assert (changed.json()["value"], changed.json()["by_person"], changed.json()["confidence"]) == ("Braga", True, 1.0)
    await person.patch(f"/thoughts/{thought_id}", json={"content": "I live in Porto. Rain."})
    await house.drain()
    assert await statements(person) == {"I live in Braga"}
    assert "Braga" in (await recalled(person, "Where do I live?"))["answer"]


async def test_a_memory_may_be_written_pinned_and_ended_by_hand(house: House, person: httpx.AsyncClient) -> None:
    answer = await person.post("/memories", json={"what": "fact", "statement": "My locker number is 118"})
    assert answer.status_code == 201, answer.text
    memory = answer.json()
    assert (memory["attribute"], memory["value"], memory["by_person"]) == ("locker number", "118", True)
    assert (await act(person, memory, "pin")).json()["pinned"]
    assert not (await act(person, memory, "pin", pinned=False)).json()["pinned"]
    wrong = {"valid_from": "2025-02-01", "valid_until": "2025-01-01"}
    refused = await person.patch(f"/memories/{memory['id']}", json=wrong)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "valid_until")
    await capture(house, person, "Locker is 204 since the renovation", "2030-06-30T08:00:00Z")
    assert "118" in (await recalled(person, "What is my locker number?"))["answer"]


async def test_a_sensitive_matter_may_be_left_alone(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "My salary is 3,400 after tax")
    await person.patch("/profile", json={"not_remembered": ["health", "money"]})
    await capture(house, person, "I'm allergic to walnuts. I live in Porto.")
    assert await statements(person) == {"My salary: 3,400", "I live in Porto"}
    kinds = {item["memory"]["sensitive"] for item in (await recalled(person, "salary"))["items"] if item["memory"]}
    assert "money" not in kinds


async def test_recall_is_limited_by_kind_and_time_and_asks_as_of_then(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "Lisbon is where the ceramics are", "2025-03-05T09:00:00Z")
    await capture(house, person, "Lisbon in summer is a frying pan", "2025-06-17T09:00:00Z")
    march = await recalled(person, "Lisbon", since="2025-03-01T00:00:00Z", until="2025-04-01T00:00:00Z")
    assert [item["text"] for item in march["items"]] == ["Lisbon is where the ceramics are"]
    then = await recalled(person, "Lisbon", at="2025-05-01T00:00:00Z")
    assert [item["text"] for item in then["items"]] == ["Lisbon is where the ceramics are"]
    assert (await recalled(person, "Lisbon", what="goal"))["items"] == []
    assert (await person.get("/memories/recall", params={"q": "x", "kinds": "nonsense"})).status_code == 422


async def test_a_sister_is_found_under_her_name(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "My sister Ana had a long day.", "2025-02-02T09:00:00Z")
    await capture(house, person, "Ana's birthday is on 14 August", "2025-02-20T09:00:00Z")
    assert "14 August" in (await recalled(person, "When is my sister's birthday?"))["answer"]


async def test_memories_of_one_are_nobody_else_s(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "I live in Porto.")
    (memory,) = await memories(person)
    async with await house.register() as other:
        assert await memories(other) == []
        assert (await other.get(f"/memories/{memory['id']}/why")).status_code == 404
        assert (await recalled(other, "Where do I live?"))["sure"] == 0


async def test_what_is_deleted_while_it_is_read_is_not_learnt(house: House, person: httpx.AsyncClient) -> None:
    text = "My therapist is Dr Okafor."
    answer = await person.post("/thoughts", json={"content": text})
    me = (await person.get("/auth/me")).json()
    space, thought_id = UUID(me["space_id"]), UUID(answer.json()["id"])
    now = clock.now()
    lesson = Lesson("thought", thought_id, now, text, extract(text, now.replace(tzinfo=None)))
    await person.delete(f"/thoughts/{thought_id}")
    async with house.runtime.unit(space, ENGINE, "test") as unit:
        await keep(unit, lesson, [])
    assert await memories(person) == []


async def test_before_a_move_is_resolved_by_the_move(house: House, person: httpx.AsyncClient) -> None:
    await capture(house, person, "I live in Porto.", "2025-05-03T09:00:00Z")
    await capture(house, person, "We moved to Lisbon yesterday.", "2025-05-03T19:00:00Z")
    assert "Porto" in (await recalled(person, "Where did I live before we moved to Lisbon?"))["answer"]
    assert "Lisbon" in (await recalled(person, "Where do I live?"))["answer"]
