"""Every fault of a provider, in every protocol and operation, ends in an answer by another one or in a clear error."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from pydantic import BaseModel

from selfos.intelligence.models import Anew, Ask, Delta, Done, Models, ModelsUnavailable, Tool, Turn
from tests.fixtures.providers import Answer, Behaviour, Cut, Fail, Garbage, Hang, Providers, Say, Seen, Use
from tests.integration.models.notebook import ASKER, asking

PROTOCOLS = ("openai", "anthropic", "google")
FAULTS: dict[str, Behaviour] = {
    "timeout": Hang(),
    "429": Fail(429),
    "500": Fail(500),
    "cut": Cut(),
    "cut quietly": Cut(quietly=True),
    "garbage": Garbage(),
    "garbage JSON": Garbage('{"unheard": "of"}'),
}
SECRET = "the private words"
TOOL = Tool("weather", "Tells the weather.", {"type": "object", "properties": {"city": {"type": "string"}}})


class Colour(BaseModel):
    name: str


def ask(**more: Any) -> Ask:
    turns = (Turn("system", "Be kind."), Turn("user", SECRET))
    return Ask(turns, **{"fresh": True, "deadline_seconds": 30.0, **more})


async def reply(models: Models, seconds: float = 30.0) -> str:
    return (await models.reply(ASKER, "chat", ask(deadline_seconds=seconds))).text


async def stream(models: Models, seconds: float = 30.0) -> str:
    text = ""
    async for event in models.stream(ASKER, "chat", ask(deadline_seconds=seconds)):
        match event:
            case Delta(piece):
                text += piece
            case Anew():
                text = ""
            case Done(whole):
                assert text == whole.text
    return text


async def form(models: Models, seconds: float = 30.0) -> str:
    answer = (await models.reply(ASKER, "chat", ask(answer=Colour, deadline_seconds=seconds))).answer
    assert isinstance(answer, Colour)
    return answer.name


async def tool(models: Models, seconds: float = 30.0) -> str:
    (call,) = (await models.reply(ASKER, "chat", ask(tools=(TOOL,), deadline_seconds=seconds))).calls
    return str(call.arguments["city"])


async def embed(models: Models, seconds: float = 30.0) -> str:
    (row,) = (await models.embed(ASKER, [SECRET], model="first/embedder", deadline_seconds=seconds)).rows
    return "well" if len(row) == 64 else "short"


Operation = Callable[[Models, float], Awaitable[str]]
OPERATIONS: dict[str, Operation] = {"reply": reply, "stream": stream, "form": form, "tool": tool}


def healthy(seen: Seen) -> Behaviour:
    if "give_answer" in seen.offers or "native" in seen.wants:
        return Answer({"name": "well"})
    return Use("weather", {"city": "well"}) if seen.offers else Say("well")


@pytest.fixture
async def close() -> AsyncIterator[Callable[[Models], Models]]:
    opened: list[Models] = []

    def later(models: Models) -> Models:
        opened.append(models)
        return models

    yield later
    for models in opened:
        await models.close()


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("protocol", PROTOCOLS)
async def test_another_provider_answers(
    providers: Providers, close: Any, protocol: str, fault: str, operation: str
) -> None:
    second = PROTOCOLS[PROTOCOLS.index(protocol) - 1]
    providers.answers_by(lambda seen: FAULTS[fault] if seen.model == "faulty" else healthy(seen))
    models, book = asking(providers.spec(protocol, "faulty", name="first"), providers.spec(second, "fine"))
    assert await OPERATIONS[operation](close(models), 5.0 if fault == "timeout" else 30.0) == "well"
    assert book.ends[-1] == "answered"
    assert "running" not in book.ends
    assert book.ends[0] != "answered"


@pytest.mark.parametrize("operation", [*OPERATIONS, "embed"])
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("protocol", PROTOCOLS)
async def test_alone_it_ends_in_a_clear_error(
    providers: Providers, close: Any, protocol: str, fault: str, operation: str
) -> None:
    providers.answers_by(lambda _: FAULTS[fault])
    models, book = asking(providers.spec(protocol, "faulty", name="first"))
    with pytest.raises(ModelsUnavailable) as raised:
        await (OPERATIONS | {"embed": embed})[operation](close(models), 1.0 if fault == "timeout" else 30.0)
    assert raised.value.detail.startswith("first ")
    assert SECRET not in raised.value.detail
    assert "running" not in book.ends


async def test_a_form_is_asked_for_otherwise_where_a_server_fails_in_place_of_refusing(
    providers: Providers, close: Any
) -> None:
    providers.answers_by(lambda seen: Fail(500) if "native" in seen.wants else healthy(seen))
    models, book = asking(providers.spec("compatible"))
    assert await form(close(models)) == "well"
    assert book.ends == ["answered"]


@pytest.mark.parametrize("protocol", PROTOCOLS)
async def test_what_passes_is_tried_again(providers: Providers, close: Any, protocol: str) -> None:
    providers.will(Fail(429, retry_after=0.01), Fail(500), Say("well"))
    models, book = asking(providers.spec(protocol))
    assert await reply(close(models)) == "well"
    assert book.ends == ["rate_limited", "server", "answered"]


@pytest.mark.parametrize("protocol", PROTOCOLS)
async def test_an_unusable_answer_is_told_why_once(providers: Providers, close: Any, protocol: str) -> None:
    providers.will(Answer({"nom": "rouge"}), Answer({"name": "red"}))
    models, book = asking(providers.spec(protocol))
    assert await form(close(models)) == "red"
    assert book.ends == ["malformed", "answered"]
    assert "name: Field required" in providers.seen[-1].said


@pytest.mark.parametrize("protocol", PROTOCOLS)
async def test_a_tool_that_was_not_offered_is_not_passed_on(providers: Providers, close: Any, protocol: str) -> None:
    providers.answers_by(lambda _: Use("erase_everything", {}))
    models, book = asking(providers.spec(protocol))
    with pytest.raises(ModelsUnavailable):
        await tool(close(models))
    assert book.ends == ["malformed", "malformed"]


async def test_a_failing_provider_is_left_alone_for_a_while(providers: Providers, close: Any) -> None:
    providers.answers_by(lambda seen: Fail(500) if seen.model == "faulty" else Say("well"))
    models, _ = asking(providers.spec("openai", "faulty"), providers.spec("anthropic", "fine"))
    close(models)
    await reply(models)
    tried = sum(seen.model == "faulty" for seen in providers.seen)
    await reply(models)
    assert sum(seen.model == "faulty" for seen in providers.seen) == tried == 3


async def test_a_stream_that_is_given_up_is_written_down(providers: Providers, close: Any) -> None:
    providers.will(Say("one two three four", pace=0.02))
    models, book = asking(providers.spec("openai"))
    events = close(models).stream(ASKER, "chat", ask())
    assert isinstance(await anext(events), Delta)
    await events.aclose()
    assert book.ends == ["cancelled"]
    outcome = book.lines[0].outcome
    assert outcome
    assert outcome.usage.output_tokens > 0


@pytest.mark.parametrize("refused", [("native",), ("native", "tools"), ("stream",)])
@pytest.mark.parametrize("protocol", PROTOCOLS)
async def test_what_a_model_cannot_do_is_worked_around(
    providers: Providers, close: Any, protocol: str, refused: tuple[Any, ...]
) -> None:
    providers.refuses(*refused)
    providers.answers_by(lambda _: Answer({"name": "well"}))
    models, _ = asking(providers.spec(protocol))
    close(models)
    assert await form(models) == "well"
    providers.answers_by(lambda _: Say("well"))
    assert await stream(models) == "well"
    seen = len(providers.seen)
    assert await stream(models) == "well"
    assert len(providers.seen) == seen + 1, "what was refused once is remembered"
