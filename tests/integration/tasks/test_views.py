"""Today and what is coming up. The present is Wednesday, 25 March 2026, 10:00 UTC."""

import httpx

from tests.integration.tasks.conftest import done, made


async def today(person: httpx.AsyncClient, timezone: str = "UTC") -> list[tuple[str, str]]:
    answer = await person.get(f"/tasks/views/today?timezone={timezone}")
    assert answer.status_code == 200, answer.text
    return [(item["task"]["title"], item["reason"]) for item in answer.json()["items"]]


async def test_today_is_ordered_by_reason_then_time_then_priority(person: httpx.AsyncClient):
    await made(person, title="some day")
    await made(person, title="soon", priority=1)
    await made(person, title="begun", start="2026-03-24", due="2026-04-30")
    await made(person, title="no clock", due="2026-03-25", priority=1)
    await made(person, title="at noon", due_at="2026-03-25T12:00:00Z")
    await made(person, title="this morning", due_at="2026-03-25T08:00:00Z")
    await made(person, title="last week", due="2026-03-18")
    await made(person, title="tomorrow", due="2026-03-26")
    await made(person, title="begins tomorrow", start="2026-03-26")
    finished = await made(person, title="finished", due="2026-03-25")
    await done(person, f"/tasks/{finished['id']}/complete")
    assert await today(person) == [
        ("last week", "overdue"),
        ("this morning", "overdue"),
        ("at noon", "due_today"),
        ("no clock", "due_today"),
        ("begun", "started"),
        ("soon", "ready"),
        ("some day", "ready"),
    ]


async def test_today_depends_on_where_one_is(person: httpx.AsyncClient):
    await made(person, title="late call", due_at="2026-03-25T23:30:00Z")
    assert await today(person, "UTC") == [("late call", "due_today")]
    assert await today(person, "Europe/Berlin") == []  # half past midnight there, on the 26th
    answer = await person.get("/tasks/views/today?timezone=Europe/Berlin")
    assert (answer.json()["day"], answer.json()["timezone"]) == ("2026-03-25", "Europe/Berlin")


async def test_the_profile_tells_where_one_is(person: httpx.AsyncClient):
    await done(person, "/profile", "PATCH", timezone="Pacific/Auckland")
    assert (await person.get("/tasks/views/today")).json()["timezone"] == "Pacific/Auckland"


async def test_what_waits_is_not_ready_but_shown_where_it_is_due(person: httpx.AsyncClient):
    first = await made(person, title="first", priority=3)
    await made(person, title="second", priority=1, depends_on=[first["id"]])
    await made(person, title="due anyway", due="2026-03-25", depends_on=[first["id"]])
    answer = (await person.get("/tasks/views/today?timezone=UTC")).json()
    assert [(item["task"]["title"], item["blocked_by"]) for item in answer["items"]] == [
        ("due anyway", [first["id"]]),
        ("first", []),
    ]


async def test_upcoming_goes_day_by_day(person: httpx.AsyncClient):
    await made(person, title="late", due_at="2026-03-26T23:30:00Z", timezone="UTC")
    await made(person, title="friday", due="2026-03-27")
    await made(person, title="begins", start="2026-03-27", priority=1)
    await made(person, title="far", due="2026-04-20")
    answer = await person.get("/tasks/views/upcoming?days=3&timezone=Europe/Berlin")
    days = {day["day"]: [task["title"] for task in day["tasks"]] for day in answer.json()["days"]}
    assert days == {"2026-03-27": ["late", "begins", "friday"]}
    assert (await person.get("/tasks/views/upcoming?days=0")).status_code == 422
