"""The rules of asking models: whom, how often, for how much, and what is remembered."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfos.intelligence.models import Ask, Asker, Image, Reply, Turn
from selfos.intelligence.models.attempt import Attempt
from selfos.intelligence.models.breaker import Breaker
from selfos.intelligence.models.cache import Answers, question_key
from selfos.intelligence.models.capabilities import Capabilities
from selfos.intelligence.models.checking import checked
from selfos.intelligence.models.faults import PASSING, Fault, FaultKind
from selfos.intelligence.models.patience import Patience
from selfos.intelligence.models.port import Delta, Done, Usage, Vectors
from selfos.intelligence.models.prices import cost_micros
from selfos.intelligence.models.provider import Said
from selfos.intelligence.models.specs import TALK, Candidate, Mode, ProviderKind, ProviderSpec, candidates, reach_in
from selfos.intelligence.models.tokens import ask_tokens
from selfos.kernel.addresses import Reach
from tests.integration.models.notebook import ASKER, Notebook


def spec(url: str, *models: str, kind: ProviderKind = ProviderKind.COMPATIBLE) -> ProviderSpec:
    return ProviderSpec(url, kind, url, models or ("strong", "light"), None, Reach.ANYWHERE)


CLOUD, HOME, NEAR = spec("https://cloud.example/v1"), spec("http://localhost:1/v1"), spec("http://10.0.0.2/v1")
PASSED_ON = spec("http://localhost:11434/v1", "big:120b-cloud", kind=ProviderKind.OLLAMA)
EVERY = (CLOUD, HOME, NEAR, PASSED_ON)


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def names(mode: Mode, purpose: str) -> list[tuple[str, str]]:
    return [(one.spec.host, one.model) for one in candidates(mode, purpose, EVERY)]


def test_each_mode_asks_its_models_in_its_order() -> None:
    away = [("cloud.example", "strong"), ("10.0.0.2", "strong"), ("localhost", "big:120b-cloud")]
    light = [("cloud.example", "light"), ("10.0.0.2", "light"), ("localhost", "big:120b-cloud")]
    assert names(Mode.PREMIUM, TALK) == [*away, ("localhost", "strong")]
    assert names(Mode.STANDARD, TALK) == [*light, ("localhost", "light")]
    assert names(Mode.STANDARD, "analysis") == [("localhost", "light"), *light]
    assert names(Mode.PRIVACY, TALK) == [("localhost", "strong")]
    assert names(Mode.OFFLINE, TALK) == []


@given(st.sampled_from([Mode.PRIVACY, Mode.OFFLINE]), st.lists(st.sampled_from(EVERY)), st.text(max_size=8))
def test_what_stays_home_asks_nobody_else(mode: Mode, specs: list[ProviderSpec], purpose: str) -> None:
    for one in candidates(mode, purpose, specs):
        assert one.at_home
        assert reach_in(mode, one.spec) is Reach.MACHINE


def test_a_provider_rests_longer_each_time_until_it_answers() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    for _ in range(2):
        breaker.failed("it")
    assert breaker.allows("it")
    breaker.failed("it")
    assert not breaker.allows("it")
    clock.now += 20
    assert breaker.allows("it"), "one try is let through"
    breaker.failed("it")
    clock.now += 20
    assert not breaker.allows("it")
    clock.now += 20
    breaker.succeeded("it")
    breaker.failed("it")
    assert breaker.allows("it")
    breaker.failed("that", for_certain=True)
    assert not breaker.allows("that")


@given(st.sampled_from(FaultKind), st.floats(0, 120), st.none() | st.floats(0, 3600))
def test_patience_ends(kind: FaultKind, left: float, after: float | None) -> None:
    patience, pauses = Patience(Ask(())), 0
    while (pause := patience.again(Fault(kind, retry_after=after), left)) is not None:
        pauses += 1
        assert 0 <= pause <= 5
    assert pauses <= (2 if kind in PASSING else int(kind is FaultKind.MALFORMED))


def test_answers_are_bounded_and_go_with_time() -> None:
    clock = Clock()
    answers = Answers(clock, most_bytes=1000)
    for number in range(20):
        answers.keep(bytes([number]), Reply("x" * 100, "p", "m", usage=Usage(5, 5, 5)))
    assert len(answers) == 10
    found = answers.find(bytes([19]))
    assert found
    assert (found.cached, found.usage) == (True, Usage())
    assert answers.find(bytes([0])) is None
    answers.keep(b"huge", Reply("x" * 2000, "p", "m"))
    assert answers.find(b"huge") is None
    clock.now += 25 * 3600
    assert answers.find(bytes([19])) is None


def test_only_the_same_question_of_the_same_person_is_the_same() -> None:
    one = Asker(uuid4(), uuid4())
    ask = Ask((Turn("user", "Hello", images=(Image(b"\x00\xff", "image/png"),)),))
    keys = {
        question_key(one, "chat", ask),
        question_key(Asker(one.space_id, uuid4()), "chat", ask),
        question_key(Asker(uuid4(), one.account_id), "chat", ask),
        question_key(one, "title", ask),
        question_key(one, "chat", Ask((Turn("user", "Hello", images=(Image(b"\x00\xfe", "image/png"),)),))),
        question_key(one, "chat", Ask((Turn("user", "Hello"),), prompt="chat@2")),
    }
    assert len(keys) == 6
    assert question_key(one, "chat", ask) in keys


def test_prices_are_the_lists_and_unknown_models_are_dear() -> None:
    known = Candidate(spec("https://api.openai.com/v1", kind=ProviderKind.OPENAI), "gpt-6-luna")
    unknown = Candidate(CLOUD, "strong")
    assert 0 < cost_micros(known, 1000, 1000) < cost_micros(unknown, 1000, 1000) == 90_000
    assert cost_micros(Candidate(HOME, "strong"), 1000, 1000) == 0
    assert cost_micros(Candidate(NEAR, "strong"), 1000, 1000) == 0
    assert cost_micros(Candidate(PASSED_ON, "big:120b-cloud"), 1000, 1000) == 90_000


@given(st.text())
def test_questions_are_counted_rather_too_long(text: str) -> None:
    assert ask_tokens(Ask((Turn("user", text),))) >= len(text) / 4


@pytest.mark.parametrize("text", ["", "  \n"])
def test_saying_nothing_is_no_answer(text: str) -> None:
    with pytest.raises(Fault):
        checked(Said(text), Ask(()))


class Silent:
    """A server that does not count tokens."""

    capabilities = Capabilities()

    async def say(self, _ask: Ask, _pseudonym: str) -> Said:
        return Said("Good morning")

    async def saying(self, ask: Ask, pseudonym: str) -> AsyncGenerator[Delta | Said, None]:
        yield Delta("Good morning")
        yield await self.say(ask, pseudonym)

    async def embed(self, _texts: Sequence[str]) -> Vectors:
        raise Fault(FaultKind.UNSUPPORTED)


@pytest.mark.parametrize("streamed", [True, False])
async def test_what_a_server_does_not_count_is_estimated_and_paid_for(streamed: bool) -> None:
    book, ask = Notebook((CLOUD,)), Ask((Turn("user", "Hello there"),))
    attempt = Attempt(book, Silent(), await book.access(ASKER), "chat", Candidate(CLOUD, "strong"))
    until = asyncio.get_running_loop().time() + 10
    *_, done = [event async for event in attempt.events(ask, until, streamed=streamed)]
    assert isinstance(done, Done)
    assert done.reply.usage.input_tokens >= 3
    assert done.reply.usage.output_tokens >= 3
    assert done.reply.usage.cost_micros > 0
    assert book.lines[0].outcome is not None
    assert book.lines[0].outcome.usage == done.reply.usage
