"""Whole conversations in each protocol: tools, pictures, and what providers learn of people."""

import base64
import json

import pytest

from selfos.intelligence.models import Ask, Call, Image, Turn
from selfos.intelligence.models.probing import probe
from selfos.intelligence.models.specs import Mode
from tests.fixtures.providers import Providers, Say, Use
from tests.integration.models.notebook import ASKER, asking
from tests.integration.models.test_faults import PROTOCOLS, TOOL, close

__all__ = ["close"]


@pytest.mark.parametrize("protocol", PROTOCOLS)
async def test_a_tool_is_asked_for_and_its_result_understood(providers: Providers, close, protocol: str) -> None:
    providers.will(Use("weather", {"city": "Lisbon"}, text="Let me see."), Say("It is sunny."))
    models, _ = asking(providers.spec(protocol))
    close(models)
    first = Turn("user", "Weather?")
    wish = await models.reply(ASKER, "chat", Ask((first,), tools=(TOOL,)))
    assert (wish.text, wish.calls[0].name, wish.calls[0].arguments) == ("Let me see.", "weather", {"city": "Lisbon"})
    told = (first, Turn("assistant", wish.text, wish.calls), Turn("tool", "21 degrees", call_id=wish.calls[0].id))
    assert (await models.reply(ASKER, "chat", Ask(told, tools=(TOOL,)))).text == "It is sunny."
    assert "21 degrees" in providers.seen[-1].said


@pytest.mark.parametrize("protocol", PROTOCOLS)
async def test_a_stream_ends_with_its_calls(providers: Providers, close, protocol: str) -> None:
    providers.will(Use("weather", {"city": "Lisbon"}, text="Let me see."))
    models, _ = asking(providers.spec(protocol))
    ask = Ask((Turn("user", "Weather?"),), tools=(TOOL,))
    *_, call, done = [event async for event in close(models).stream(ASKER, "chat", ask)]
    assert isinstance(call, Call)
    assert done.reply.calls == (call,)
    assert done.reply.usage.output_tokens > 0


@pytest.mark.parametrize("protocol", PROTOCOLS)
async def test_pictures_are_sent(providers: Providers, close, protocol: str) -> None:
    models, _ = asking(providers.spec(protocol))
    picture = Image(b"\x89PNG not really", "image/png")
    await close(models).reply(ASKER, "chat", Ask((Turn("user", "What is this?", images=(picture,)),)))
    assert "vision" in providers.seen[0].wants
    assert base64.b64encode(picture.data).decode() in json.dumps(providers.seen[0].body)


@pytest.mark.parametrize("protocol", PROTOCOLS)
async def test_providers_learn_a_pseudonym_alone(providers: Providers, close, protocol: str) -> None:
    models, _ = asking(providers.spec(protocol))
    await close(models).reply(ASKER, "chat", Ask((Turn("user", "Hello"),)))
    sent = json.dumps(providers.seen[0].body) + json.dumps(dict(providers.seen[0].headers))
    assert str(ASKER.account_id) not in sent
    assert str(ASKER.space_id) not in sent
    assert protocol == "google" or "somebody" in sent


async def test_vectors_lie_as_their_texts(providers: Providers, close) -> None:
    models, _ = asking(providers.spec("openai"), providers.spec("google"))
    close(models)
    for name in ("openai", "google"):
        made = await models.embed(ASKER, ["a red car", "a red bus", "quiet seas"], model=f"{name}/embedder")
        one, two, three = made.rows
        assert sum(a * b for a, b in zip(one, two, strict=True)) > sum(a * b for a, b in zip(one, three, strict=True))
        assert made.model == "embedder"


async def test_probing_tells_what_each_can_do(providers: Providers, close) -> None:
    providers.refuses("vision", "native")
    models, book = asking(providers.spec("openai"), providers.spec("anthropic"), mode=Mode.STANDARD)
    builtin, *found = await probe(close(models), await book.access(ASKER), book.specs)
    assert builtin.spec.name == "builtin"
    assert [one.problem for one in found] == [None, None]
    assert [one.capabilities.vision for one in found] == [False, False]
    assert {line.attempt.purpose for line in book.lines} == {"health"}
