"""Our client against a server that nobody of us wrote, and whose model says nothing sensible."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from selfos.intelligence.models import Ask, Delta, Done, Models, ModelsUnavailable, Tool, Turn
from selfos.intelligence.models.probing import probe
from selfos.intelligence.models.specs import Mode, ProviderSpec
from tests.fixtures.house import house_settings, opened_house
from tests.fixtures.postgres import Database
from tests.integration.models.notebook import ASKER, Notebook, asking
from tests.integration.models.test_better_plans import decomposed

pytestmark = pytest.mark.judges
TOKENS = 24
TOOL = Tool("weather", "Tells the weather.", {"type": "object", "properties": {"city": {"type": "string"}}})


class Colour(BaseModel):
    name: str


def ask(**more: Any) -> Ask:
    turns = (Turn("system", "Be kind."), Turn("user", "Good morning"))
    return Ask(turns, **{"fresh": True, "max_tokens": TOKENS, "deadline_seconds": 60.0, **more})


@pytest.fixture
async def asked(judge: ProviderSpec) -> AsyncIterator[tuple[Models, Notebook]]:
    """Models that know the judge alone, in privacy mode: it is on this machine."""
    models, book = asking(judge, mode=Mode.PRIVACY)
    yield models, book
    await models.close()


async def test_it_replies_and_tells_what_it_took(asked: tuple[Models, Notebook]) -> None:
    models, book = asked
    assert await models.available(ASKER)
    reply = await models.reply(ASKER, "chat", ask())
    assert reply.text
    assert reply.usage.input_tokens > len("Be kind.Good morning")
    assert 0 < reply.usage.output_tokens <= TOKENS
    assert reply.usage.cost_micros == 0
    assert book.ends == ["answered"]


async def test_it_streams_what_it_would_reply(asked: tuple[Models, Notebook]) -> None:
    models, book = asked
    events = [event async for event in models.stream(ASKER, "chat", ask())]
    pieces = [event.text for event in events if isinstance(event, Delta)]
    assert len(pieces) > 1
    assert isinstance(events[-1], Done)
    streamed = events[-1].reply
    assert "".join(pieces) == streamed.text
    assert streamed.usage == (await models.reply(ASKER, "chat", ask())).usage
    assert book.ends == ["answered", "answered"]


async def test_an_answer_without_form_ends_in_a_clear_error(asked: tuple[Models, Notebook]) -> None:
    models, book = asked
    with pytest.raises(ModelsUnavailable, match="judge gave an answer that could not be used"):
        await models.reply(ASKER, "chat", ask(answer=Colour))
    assert book.ends == ["malformed", "malformed"], "it was told why, once"


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


async def test_a_model_that_it_does_not_have_is_refused(judge: ProviderSpec) -> None:
    models, book = asking(replace(judge, models=("another",)), mode=Mode.PRIVACY)
    with pytest.raises(ModelsUnavailable, match="judge refused the request"):
        await models.reply(ASKER, "chat", ask())
    await models.close()
    assert book.ends == ["refused"]


async def test_vectors_that_it_cannot_make_are_refused(asked: tuple[Models, Notebook]) -> None:
    models, book = asked
    with pytest.raises(ModelsUnavailable, match="judge refused the request"):
        await models.embed(ASKER, ["Good morning"], model="judge/tiny")
    assert book.ends == ["refused"]


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
