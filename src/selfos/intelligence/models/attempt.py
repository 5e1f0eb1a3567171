"""One call to one model: bounded in time, judged, and written down however it ends."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Final

from selfos.intelligence.models import telemetry
from selfos.intelligence.models.checking import checked
from selfos.intelligence.models.faults import TURNED_AWAY, Fault, FaultKind
from selfos.intelligence.models.ledger import Access, Ledger, Outcome, Try
from selfos.intelligence.models.port import Ask, Call, Delta, Done, Event, Reply, Usage, Vectors
from selfos.intelligence.models.prices import cost_micros
from selfos.intelligence.models.provider import Provider, Said
from selfos.intelligence.models.specs import Candidate
from selfos.intelligence.models.tokens import ask_tokens, text_tokens

_IDLE_SECONDS: Final = 20.0
"""The longest silence in the middle of an answer."""


@dataclass(slots=True)
class _Notes:
    """What is known of a call so far; until it ends otherwise, it was given up."""

    end: str = "cancelled"
    usage: Usage | None = None
    text: str = ""
    calls: tuple[Call, ...] = ()


@dataclass(slots=True)
class Attempt:
    """One call to one model."""

    ledger: Ledger
    provider: Provider
    access: Access
    purpose: str
    candidate: Candidate
    _begun: float = field(init=False, default=0.0)

    async def events(self, ask: Ask, until: float, *, streamed: bool) -> AsyncGenerator[Delta | Done, None]:
        """The answer, in pieces where it is streamed, ending in Done; it must be there, or begin, by `until`.

        Raises Fault where there is no usable answer.
        """
        sent = ask_tokens(ask)
        async with self._written_down(ask.prompt, sent, ask.max_tokens) as notes:
            spoken = self._saying(ask) if streamed else self._say(ask)
            async with aclosing(_in_time(spoken, until)) as events:
                async for event in events:
                    if isinstance(event, Delta):
                        notes.text += event.text
                        yield event
                        continue
                    said = event if event.usage.input_tokens else self._counted(event, sent)
                    notes.usage, notes.text, notes.calls = said.usage, said.text, said.calls
                    reply = self._reply(said, checked(said, ask))
                    notes.end = "answered"
        yield Done(reply)

    async def embed(self, texts: Sequence[str], until: float) -> Vectors:
        """A vector for each text. Raises Fault."""
        async with self._written_down(None, sum(map(text_tokens, texts)), 0) as notes:
            try:
                async with asyncio.timeout_at(until):
                    vectors = await self.provider.embed(texts)
            except TimeoutError as error:
                raise Fault(FaultKind.TIMEOUT) from error
            notes.usage, notes.end = vectors.usage, "answered"
        return vectors

    async def _say(self, ask: Ask) -> AsyncGenerator[Delta | Said, None]:
        yield await self.provider.say(ask, self.access.pseudonym)

    def _saying(self, ask: Ask) -> AsyncGenerator[Delta | Said, None]:
        return self.provider.saying(ask, self.access.pseudonym)

    def _reply(self, said: Said, answer: object) -> Reply:
        spec, model = self.candidate.spec, self.candidate.model
        return Reply(said.text, spec.name, model, answer, said.calls, said.usage, self._seconds())

    def _seconds(self) -> float:
        return asyncio.get_running_loop().time() - self._begun

    @asynccontextmanager
    async def _written_down(self, prompt: str | None, sent: int, most: int) -> AsyncIterator[_Notes]:
        """Written down before, with the most it may cost, and after, with what it did; also where it is given up."""
        worst = cost_micros(self.candidate, sent, most)
        limit = None if self.candidate.at_home else self.access.limit(self.candidate.spec)
        entry = await self.ledger.begin(self.access, Try(self.purpose, self.candidate, prompt, worst, limit))
        notes, self._begun = _Notes(), asyncio.get_running_loop().time()
        try:
            yield notes
        except Fault as fault:
            notes.end, notes.usage = fault.kind.value, fault.used or notes.usage
            notes.text = notes.text or fault.text
            raise
        finally:
            usage = notes.usage or self._presumed(notes, sent)
            outcome = Outcome(notes.end, usage, self._seconds(), notes.text, notes.calls)
            self._count(outcome)
            await entry.end(outcome)

    def _presumed(self, notes: _Notes, sent: int) -> Usage:
        """What a call took of which nobody told: what was sent and what had come, nothing where it was turned away."""
        return Usage() if notes.end in TURNED_AWAY else self._estimate(sent, notes.text)

    def _counted(self, said: Said, sent: int) -> Said:
        """What was said, with an estimate of what it took: some servers count nothing, streams least of all."""
        return replace(said, usage=self._estimate(sent, f"{said.text}{said.calls or ''}"))

    def _estimate(self, sent: int, text: str) -> Usage:
        received = text_tokens(text)
        return Usage(sent, received, cost_micros(self.candidate, sent, received))

    def _count(self, outcome: Outcome) -> None:
        what = (self.candidate.spec.kind.value, self.purpose)
        telemetry.CALLS.labels(*what, outcome.end).inc()
        telemetry.TOKENS.labels(*what, "sent").inc(outcome.usage.input_tokens)
        telemetry.TOKENS.labels(*what, "received").inc(outcome.usage.output_tokens)
        telemetry.COST.labels(*what).inc(outcome.usage.cost_micros)
        telemetry.SECONDS.labels(*what).observe(outcome.seconds)


async def _in_time(spoken: AsyncGenerator[Delta | Said, None], until: float) -> AsyncGenerator[Delta | Said, None]:
    """Raises Fault where the first event is not there by `until`, or the next ones not soon after each other."""
    async with aclosing(spoken) as events:
        while True:
            try:
                async with asyncio.timeout_at(until):
                    event = await anext(events)
            except StopAsyncIteration:
                return
            except TimeoutError as error:
                raise Fault(FaultKind.TIMEOUT) from error
            yield event
            until = asyncio.get_running_loop().time() + _IDLE_SECONDS


async def last(events: AsyncIterator[Event]) -> Reply:
    """The reply with which events end."""
    ends = [event.reply async for event in events if isinstance(event, Done)]
    return ends[-1]
