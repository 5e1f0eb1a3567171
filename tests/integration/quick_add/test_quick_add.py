"""Adding a task by one line: what is shown beforehand, and what is kept."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

NOW = "2026-03-27T12:00:00Z"  # a friday; two days later the clocks go forward in Europe
LINE = "call mum every other sunday at 6pm #Family @Anna !high ~30m /housekeeping"


async def preview(person: httpx.AsyncClient, text: str, **more: Any) -> dict[str, Any]:
    answer = await person.post("/quick-add/preview", json={"text": text, "now": NOW, **more})
    assert answer.status_code == 200, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


async def add(person: httpx.AsyncClient, text: str, **more: Any) -> dict[str, Any]:
    answer = await person.post("/quick-add", json={"text": text, "now": NOW, **more})
    assert answer.status_code == 201, answer.text
    task: dict[str, Any] = answer.json()
    return task


async def test_a_preview_shows_each_field_and_its_place_and_keeps_nothing(person: httpx.AsyncClient) -> None:
    shown = await preview(person, LINE, timezone="Europe/Berlin")
    assert shown["title"] == "call mum"
    assert (shown["rrule"], shown["start_at"]) == ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", "2026-03-29T18:00:00+02:00")
    assert (shown["tags"], shown["people"], shown["priority"]) == (["family"], ["Anna"], 1)
    assert (shown["duration_minutes"], shown["project"]) == (30, "housekeeping")
    assert all(LINE[span["start"] : span["end"]] == span["text"] for span in shown["spans"])
    assert {"rrule", "tag", "person", "priority", "duration_minutes", "project"} <= {s["field"] for s in shown["spans"]}
    assert (await person.get("/changes")).json()["items"] == []


async def test_what_is_added_is_what_was_shown(person: httpx.AsyncClient) -> None:
    shown = await preview(person, LINE, timezone="Europe/Berlin")
    task = await add(person, LINE, timezone="Europe/Berlin")
    same = {"title", "start", "due", "timezone", "rrule", "duration_minutes", "priority", "tags", "people"}
    assert {name: task[name] for name in same} == {name: shown[name] for name in same}
    assert task["start_at"] == "2026-03-29T16:00:00Z"
    assert (await person.get(f"/projects/{task['project_id']}")).json()["title"] == "housekeeping"


@pytest.mark.parametrize(
    ("line", "notes"), [(LINE, LINE), ("sweep the stairs", ""), ("read \\tomorrow never dies", "")]
)
async def test_the_words_of_the_line_are_kept_where_its_title_does_not_say_them_all(
    person: httpx.AsyncClient, line: str, notes: str
) -> None:
    assert (await add(person, line))["notes"] == notes


async def test_a_client_may_choose_the_id_of_the_task_once(person: httpx.AsyncClient) -> None:
    chosen = str(uuid4())
    assert (await add(person, "sweep the stairs", id=chosen))["id"] == chosen
    again = await person.post("/quick-add", json={"text": "dust the shelves", "id": chosen})
    assert again.status_code == 409
    assert (await person.get(f"/tasks/{chosen}")).json()["title"] == "sweep the stairs"


async def test_a_project_is_made_once_and_undone_with_its_task(person: httpx.AsyncClient) -> None:
    first = await add(person, "sweep /House")
    second = await add(person, "dust /house")
    assert first["project_id"] == second["project_id"]
    await person.post("/undo")
    assert len((await person.get("/projects")).json()["items"]) == 1
    await person.post("/undo")
    assert (await person.get("/projects")).json()["items"] == []
    assert (await person.get("/tasks")).json()["items"] == []


@pytest.mark.parametrize(
    ("zone", "due", "due_at"),
    [
        ("UTC", "2026-03-28", "2026-03-28T09:00:00Z"),
        ("America/Los_Angeles", "2026-03-28", "2026-03-28T16:00:00Z"),
        ("Pacific/Kiritimati", "2026-03-29", "2026-03-28T19:00:00Z"),  # it is saturday there already
    ],
)
async def test_times_are_meant_where_the_person_lives(
    person: httpx.AsyncClient, zone: str, due: str, due_at: str
) -> None:
    await person.patch("/profile", json={"timezone": zone})
    task = await add(person, "stretch tomorrow at 9am")
    assert (task["due"], task["due_at"], task["timezone"]) == (due, due_at, zone)
    assert (await preview(person, "stretch tomorrow at 9am"))["due"] == due


async def test_repeating_after_completion_counts_from_when_it_was_done(person: httpx.AsyncClient) -> None:
    task = await add(person, "water the plants every! 3 days")
    assert (task["title"], task["repeat_after"], task["rrule"]) == ("water the plants", "P3D", None)


async def test_what_is_not_understood_stays_in_the_title(person: httpx.AsyncClient) -> None:
    task = await add(person, "buy 2% milk & #1 fertiliser (the green one)")
    assert task["title"] == "buy 2% milk & #1 fertiliser (the green one)"
    assert (task["due"], task["tags"], task["priority"]) == (None, [], None)


async def test_a_line_of_nothing_but_fields_is_its_own_title(person: httpx.AsyncClient) -> None:
    task = await add(person, "tomorrow 5pm #errand", timezone="UTC")
    assert (task["title"], task["due"], task["tags"]) == ("tomorrow 5pm #errand", "2026-03-28", ["errand"])


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("text", {"text": " "}),
        ("text", {"text": "two\nlines"}),
        ("text", {"text": "x" * 501}),
        ("timezone", {"text": "x", "timezone": "Mars/Olympus"}),
        ("now", {"text": "x", "now": "2026-03-27T12:00:00"}),
        ("now", {"text": "yesterday", "now": "0001-01-02T12:00:00Z"}),
    ],
)
async def test_what_is_wrong_is_named(person: httpx.AsyncClient, field: str, sent: dict[str, str]) -> None:
    for path in ("/quick-add", "/quick-add/preview"):
        answer = await person.post(path, json=sent)
        assert answer.status_code == 422
        assert field in {error["field"] for error in answer.json()["errors"]}


async def test_the_same_line_with_the_same_key_is_added_once(person: httpx.AsyncClient) -> None:
    sent, once = {"text": "once", "now": NOW}, {"Idempotency-Key": "line-1"}
    first, second = [await person.post("/quick-add", json=sent, headers=once) for _ in range(2)]
    assert first.json() == second.json()
    assert len((await person.get("/tasks")).json()["items"]) == 1
