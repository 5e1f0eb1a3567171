"""Whole conversations in each protocol: tools, pictures, and what providers learn of people."""

import base64
import json
import re
import zlib
from collections.abc import Callable

import pytest

from selfos.intelligence.models import Ask, Call, Image, Models, Turn
from selfos.intelligence.models.capabilities import Capabilities
from selfos.intelligence.models.colours import COLOURS
from selfos.intelligence.models.probing import probe
from selfos.intelligence.models.specs import Mode, ProviderSpec
from tests.fixtures.providers import Answer, Providers, Say, Seen, Use
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


@pytest.mark.parametrize(("kind", "name"), [("openai", "max_completion_tokens"), ("compatible", "max_tokens")])
async def test_the_limit_has_the_name_that_a_server_knows(providers: Providers, close, kind: str, name: str) -> None:
    models, _ = asking(providers.spec(kind))
    await close(models).reply(ASKER, "chat", Ask((Turn("user", "Hello"),), max_tokens=77))
    assert providers.seen[0].body[name] == 77


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


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("sees", [True, False])
async def test_only_a_model_that_sees_tells_the_colours(providers: Providers, close, protocol: str, sees: bool) -> None:
    providers.answers_by(lambda seen: Say(colours_in(seen) if sees and "vision" in seen.wants else "Red and blue?"))
    assert (await probed(close, providers.spec(protocol))).vision is sees


@pytest.mark.parametrize("held", [True, False])
async def test_only_a_server_that_holds_a_model_to_choices_is_trusted_with_decisions(
    providers: Providers, close, held: bool
) -> None:
    choice = Answer({"choice": "linen" if held else "orange"})
    providers.answers_by(lambda seen: choice if "orange" in seen.said else Say("I am ready"))
    assert (await probed(close, providers.spec("openai"))).decisions is held


async def test_who_is_only_told_the_choices_is_not_held_to_them(providers: Providers, close) -> None:
    providers.refuses("native")
    providers.answers_by(lambda seen: Answer({"choice": "linen"}) if "orange" in seen.said else Say("I am ready"))
    assert (await probed(close, providers.spec("openai"))).decisions is False


async def probed(close: Callable[[Models], Models], spec: ProviderSpec) -> Capabilities:
    models, book = asking(spec)
    _, found = await probe(close(models), await book.access(ASKER), book.specs)
    assert found.problem is None
    return found.capabilities


def colours_in(seen: Seen) -> str:
    """What somebody says who sees the picture of a request: the colours of its first and of its last pixel."""
    body = json.dumps(seen.body)
    packed = next(found for found in re.findall(r"[A-Za-z0-9+/=_-]{60,}", body))
    png = base64.b64decode(packed.translate(str.maketrans("-_", "+/")))
    lines = zlib.decompress(png[png.index(b"IDAT") + 4 :])
    names = {colour: name for name, colour in COLOURS.items()}
    return f"It is {names[lines[1:4]]} on the left, {names[lines[-3:]]} on the right."
