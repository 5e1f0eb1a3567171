"""Goals are broken down by a model where one answers well, else by the built-in engine; nothing is half-written."""

import json
from datetime import date
from typing import Any

import httpx
import pytest

from tests.fixtures.house import House
from tests.fixtures.providers import Answer, Behaviour, Fail, Providers, Say, Seen

TARGET = "2027-03-31"


def plan_of(seen: Seen, **changed: Any) -> dict[str, Any]:
    """What a model might answer to the draft it was given."""
    draft = json.loads(next(line for line in seen.said.splitlines() if line.startswith("{")))["draft"]
    first = draft["milestones"][0]["date"]
    step = {"title": "Write the first scene", "notes": "", "due": draft["starts"], "duration_minutes": 30}
    step |= {"milestone": 0, "priority": 2, "energy": 3} | changed
    return {"milestones": [{"title": "A first draft", "why": "To have something", "due": first}], "tasks": [step]}


async def decomposed(person: httpx.AsyncClient) -> dict[str, Any]:
    goal = {"title": "Write a novel about the sea", "target_date": TARGET, "minutes_per_week": 240}
    made = (await person.post("/goals", json=goal)).json()
    answer = await person.post(f"/goals/{made['id']}/decompose", json={})
    assert answer.status_code == 200, answer.text
    plan: dict[str, Any] = answer.json()
    applied = await person.post(f"/goals/{made['id']}/decompose/apply", json={"plan": plan})
    assert applied.status_code == 200, applied.text
    return plan


async def test_a_model_plans_better(modelled: House, providers: Providers) -> None:
    providers.answers_by(lambda seen: Answer(plan_of(seen)))
    async with await modelled.register() as person:
        plan = await decomposed(person)
    assert plan["found_by"] == "compatible/light"
    assert [task["title"] for task in plan["tasks"]] == ["Write the first scene"]
    assert max(plan["load"]) <= 240


TOO_MUCH: list[dict[str, Any]] = [{"due": "2031-01-01"}, {"milestone": 7}, {"duration_minutes": 599}, {"title": ""}]


@pytest.mark.parametrize("wrong", TOO_MUCH)
async def test_a_plan_beyond_the_limits_is_told_why_and_then_left(
    modelled: House, providers: Providers, wrong: dict[str, Any]
) -> None:
    providers.answers_by(lambda seen: Answer(plan_of(seen, **wrong)))
    async with await modelled.register() as person:
        plan = await decomposed(person)
    assert plan["found_by"] is None
    assert len(providers.seen) == 2
    assert "could not be used" in providers.seen[1].said


@pytest.mark.parametrize("behaviour", [Fail(500), Fail(401), Say("I would rather talk about the weather.")])
async def test_where_no_model_answers_the_built_in_engine_plans(
    modelled: House, providers: Providers, behaviour: Behaviour
) -> None:
    providers.answers_by(lambda _: behaviour)
    async with await modelled.register() as person:
        plan = await decomposed(person)
    assert plan["found_by"] is None
    assert plan["tasks"]
    assert all(date.fromisoformat(task["due"]) <= date.fromisoformat(TARGET) for task in plan["tasks"])
