"""Our client against servers that nobody of us wrote, and whose models say nothing sensible."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from selfos.intelligence.models import Ask, Delta, Done, Models, ModelsUnavailable, Tool, Turn
from selfos.intelligence.models.probing import probe
from selfos.intelligence.models.specs import ProviderSpec
from tests.fixtures.house import house_settings, opened_house
from tests.fixtures.postgres import Database
from tests.integration.models.notebook import ASKER, Notebook
from tests.integration.models.test_better_plans import decomposed

pytestmark = pytest.mark.judges
TOKENS = 24
TOOL = Tool("weather", "Tells the weather.", {"type": "object", "properties": {"city": {"type": "string"}}})


class Colour(BaseModel):
    name: str


def ask(**more: Any) -> Ask:
    turns = (Turn("system", "Be kind."), Turn("user", "Good morning"))
    return Ask(turns, **{"fresh": True, "max_tokens": TOKENS, "deadline_seconds": 60.0, **more})


async def test_it_replies_and_tells_what_it_took(asked: tuple[Models, Notebook]) -> None:
    models, book = asked
    assert await models.available(ASKER)
    reply = await models.reply(ASKER, "chat", ask())
    assert reply.text
    assert reply.usage.input_tokens > len("Be kind.Good morning")
    assert 0 < reply.usage.output_tokens <= 2 * TOKENS, "some count the text anew, which is other tokens"
    assert reply.usage.cost_micros == 0
    assert book.ends == ["answered"]


async def test_it_streams_what_it_says(asked: tuple[Models, Notebook]) -> None:
    models, book = asked
    events = [event async for event in models.stream(ASKER, "chat", ask())]
    pieces = [event.text for event in events if isinstance(event, Delta)]
    assert len(pieces) > 1
    assert isinstance(events[-1], Done)
    streamed = events[-1].reply
    assert "".join(pieces) == streamed.text
    assert 0 < streamed.usage.output_tokens <= 2 * TOKENS
    assert streamed.usage.input_tokens >= len("Be kind.Good morning") / 4
    assert book.ends == ["answered"]


async def test_an_answer_has_its_form_or_there_is_a_clear_error(asked: tuple[Models, Notebook]) -> None:
    models, book = asked
    formed, problem = None, ""
    try:
        formed = (await models.reply(ASKER, "chat", ask(answer=Colour))).answer
    except ModelsUnavailable as error:
        problem = error.detail
    assert isinstance(formed, Colour) or problem.startswith("judge ")
    assert "running" not in book.ends


async def test_tools_may_be_offered(asked: tuple[Models, Notebook]) -> None:
    models, book = asked
    assert (await models.reply(ASKER, "chat", ask(tools=(TOOL,)))).calls == ()
    assert book.ends == ["answered"]


async def test_a_stream_that_is_given_up_leaves_it_ready(asked: tuple[Models, Notebook]) -> None:
    models, book = asked
    events = models.stream(ASKER, "chat", ask(max_tokens=8000))
    assert isinstance(await anext(events), Delta)
    await events.aclose()
    assert (await models.reply(ASKER, "chat", ask())).text
    assert book.ends == ["cancelled", "answered"]


async def test_its_health_is_told(asked: tuple[Models, Notebook]) -> None:
    models, book = asked
    _, health = await probe(models, await book.access(ASKER), book.specs)
    assert health.problem is None
    assert health.capabilities.streaming is True
    assert health.capabilities.tools is not True, "it used none"
    assert "running" not in book.ends


async def test_the_house_plans_by_itself_where_it_talks_nonsense(
    judge: ProviderSpec, fresh_database: Database, tmp_path: Path
) -> None:
    named = {"compatible_url": judge.url, "compatible_models": judge.strong, "model_mode": "privacy"}
    settings = house_settings(fresh_database, tmp_path, **named)
    async with opened_house(settings) as house, await house.register() as owner:
        health = (await owner.get("/ai/health")).json()
        assert health["available"] is True
        assert [one["answers"] for one in health["providers"]] == [True, True]
        plan = await decomposed(owner)
        assert plan["found_by"] is None
        assert plan["tasks"]
        calls = (await owner.get("/models/calls")).json()["items"]
        ends = {call["end"] for call in calls if call["purpose"] == "decompose"}
        assert ends
        assert ends <= {"malformed", "timeout"}, "it never knows when to stop"
