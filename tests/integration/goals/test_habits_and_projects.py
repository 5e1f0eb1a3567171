"""Habits and projects are kept and checked."""

import httpx
import pytest

from tests.integration.tasks.conftest import done, refused

PHASE = {"starts": "2026-04-01", "until": "2026-04-30", "what": "two kilometres", "duration_minutes": 20}
HABIT = {"title": "run", "rrule": "FREQ=WEEKLY;BYDAY=MO,WE", "starts": "2026-04-01", "until": "2026-06-30"}


async def test_a_habit_is_kept(person: httpx.AsyncClient):
    goal = await done(person, "/goals", title="fit")
    habit = await done(person, "/habits", **HABIT, phases=[PHASE], goal_id=goal["id"])
    assert habit["phases"] == [PHASE]
    assert (await done(person, f"/habits/{habit['id']}", "PATCH", status="paused"))["status"] == "paused"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"until": "2026-03-01"}, "until"),
        ({"rrule": "FREQ=MINUTELY"}, "rrule"),
        ({"phases": [PHASE | {"until": "2026-03-01"}]}, "phases"),
        ({"phases": [PHASE, PHASE]}, "phases"),
        ({"goal_id": "01980000-0000-7000-8000-000000000000"}, "goal_id"),
    ],
)
async def test_a_wrong_habit_is_named(person: httpx.AsyncClient, fields, field):
    assert await refused(person, "/habits", 422, **(HABIT | fields)) == [field]


async def test_a_project_is_kept(person: httpx.AsyncClient):
    project = await done(person, "/projects", title="garden", color="#2f7d5b", life_areas=["home"])
    assert (await person.get(f"/projects/{project['id']}")).json() == project
    assert await refused(person, "/projects", 422, title="x", color="green") == ["color"]
