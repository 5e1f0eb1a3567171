"""Asking whichever model the asker's mode allows, and the next one where that fails."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Sequence
from contextlib import aclosing
from typing import Final

import structlog

from selfos.intelligence.models import telemetry
from selfos.intelligence.models.attempt import Attempt, last
from selfos.intelligence.models.breaker import Breaker
from selfos.intelligence.models.cache import Answers, question_key
from selfos.intelligence.models.connections import Connections, installed
from selfos.intelligence.models.faults import AILING, Fault, FaultKind
from selfos.intelligence.models.ledger import Access, Ledger
from selfos.intelligence.models.patience import Patience
from selfos.intelligence.models.port import Anew, Ask, Asker, Delta, Done, Event, Reply, Vectors
from selfos.intelligence.models.problems import ModelsUnavailable, unavailable
from selfos.intelligence.models.specs import BUILTIN, TALK, Candidate, Mode, ProviderSpec, candidates

_EMBED: Final = "embed"
_EMBED_SECONDS: Final = 60.0
_SHARE: Final = 0.6
"""Of the time that is left, what one provider may take while others wait behind it."""
_log = structlog.get_logger("models")


class Models:
    """Every language model there is, behind one face.

    `purpose` is a short name (chat, title, analysis, decompose, remember, …) under which cost is accounted.
    """

    def __init__(
        self,
        ledger: Ledger,
        connections: Connections,
        *,
        breaker: Breaker | None = None,
        answers: Answers | None = None,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._ledger, self.connections, self._pause = ledger, connections, pause
        self.breaker, self._answers = breaker or Breaker(), answers or Answers()
        self._warming: asyncio.Task[None] | None = None

    def warm(self, mode: Mode, specs: Iterable[ProviderSpec]) -> None:
        """Connect providers in the background, so that the first question need not wait for libraries to load."""
        chain = candidates(mode, TALK, specs)
        self._warming = asyncio.create_task(self.connections.ready(chain, mode)) if chain else None

    async def available(self, asker: Asker) -> bool:
        """Whether some model may and can be asked; where not, callers use the built-in engine."""
        return await self.access(asker) is not None

    async def access(self, asker: Asker) -> Access | None:
        """What the asker may use now; None where no model may or can be asked."""
        if not installed():
            return None
        try:
            access = await self._ledger.access(asker)
        except ModelsUnavailable:
            return None
        chain = candidates(access.mode, TALK, access.specs)
        return access if any(self._hindrance(access, candidate) is None for candidate in chain) else None

    async def reply(self, asker: Asker, purpose: str, ask: Ask) -> Reply:
        """One answer. Raises ModelsUnavailable where no provider could give one."""
        key = question_key(asker, purpose, ask)
        if not ask.fresh and (found := self._answers.find(key)):
            telemetry.CACHED.labels(purpose).inc()
            return found
        reply = await last(self._ask(asker, purpose, ask, streamed=False))
        self._answers.keep(key, reply)
        return reply

    async def stream(self, asker: Asker | Access, purpose: str, ask: Ask) -> AsyncGenerator[Event, None]:
        """An answer while it is being said, ending in Done; never from the cache. Raises ModelsUnavailable.

        Whoever has just found out what the asker may use need not find it out again.
        """
        async with aclosing(self._ask(asker, purpose, ask, streamed=ask.answer is None)) as events:
            async for event in events:
                if isinstance(event, Done):
                    for call in event.reply.calls:
                        yield call
                yield event

    async def embeds(self, asker: Asker, model: str) -> bool:
        """Whether `provider/model` is set up, and the asker's mode allows to ask it for vectors."""
        try:
            _embedder(await self._ledger.access(asker), model)
        except ModelsUnavailable:
            return False
        return True

    async def embed(
        self, asker: Asker, texts: Sequence[str], *, model: str | None = None, deadline_seconds: float = _EMBED_SECONDS
    ) -> Vectors:
        """Vectors of texts by `provider/model`, by the built-in engine where none is named.

        There is no falling back: vectors of different models cannot be compared. Raises ModelsUnavailable.
        """
        access = await self._ledger.access(asker)
        candidate = _embedder(access, model)
        patience, until = Patience(Ask(turns=())), _now() + deadline_seconds
        while True:
            try:
                attempt = await self._attempt(access, _EMBED, candidate)
                return await attempt.embed(texts, until)
            except Fault as fault:
                pause = patience.again(fault, until - _now())
                self._learn(candidate, fault)
                if pause is None or fault.kind is FaultKind.MALFORMED:
                    raise unavailable(access.mode, [(candidate, fault)]) from fault
                await self._pause(pause)

    async def try_out(self, access: Access, purpose: str, candidate: Candidate, ask: Ask, seconds: float) -> Reply:
        """Ask one model once, also one that rests. Raises Fault."""
        provider = await self.connections.to(candidate, access.mode)
        attempt = Attempt(self._ledger, provider, access, purpose, candidate)
        try:
            plain = ask.answer is None and not ask.tools
            reply = await last(attempt.events(ask, _now() + seconds, streamed=plain))
        except Fault as fault:
            self._learn(candidate, fault)
            raise
        self.breaker.succeeded(candidate.spec)
        return reply

    async def close(self) -> None:
        """Close every connection."""
        if self._warming:
            self._warming.cancel()
        await self.connections.close()

    async def _ask(
        self, asker: Asker | Access, purpose: str, ask: Ask, *, streamed: bool
    ) -> AsyncGenerator[Event, None]:
        """Ask one provider after the other until one gives a usable answer."""
        access = asker if isinstance(asker, Access) else await self._ledger.access(asker)
        chain = candidates(access.mode, purpose, access.specs)
        await self.connections.ready(chain, access.mode)
        until, faults = _now() + ask.deadline_seconds, []
        for place, candidate in enumerate(chain):
            patience: Patience | None = Patience(ask)
            while patience:
                share = _SHARE if place + 1 < len(chain) else 1.0
                told = False
                try:
                    attempt = await self._attempt(access, purpose, candidate)
                    first = _now() + (until - _now()) * share
                    async with aclosing(attempt.events(patience.ask, first, streamed=streamed)) as events:
                        async for event in events:
                            told |= isinstance(event, Delta)
                            yield event
                except Fault as fault:
                    self._learn(candidate, fault)
                    faults.append((candidate, fault))
                    if told:
                        yield Anew()
                    patience = await self._rested(patience, fault, until)
                else:
                    self.breaker.succeeded(candidate.spec)
                    return
        raise unavailable(access.mode, faults)

    async def _rested(self, patience: Patience, fault: Fault, until: float) -> Patience | None:
        """The patience for another try after its pause, None where there is none left."""
        pause = patience.again(fault, until - _now())
        if pause is None:
            return None
        await self._pause(pause)
        return patience

    async def _attempt(self, access: Access, purpose: str, candidate: Candidate) -> Attempt:
        """Raises Fault where the provider may or can not be asked now."""
        if kind := self._hindrance(access, candidate):
            raise Fault(kind)
        provider = await self.connections.to(candidate, access.mode)
        return Attempt(self._ledger, provider, access, purpose, candidate)

    def _hindrance(self, access: Access, candidate: Candidate) -> FaultKind | None:
        if not self.breaker.allows(candidate.spec):
            return FaultKind.RESTING
        return None if candidate.at_home or access.may_spend(candidate.spec) else FaultKind.OVER_BUDGET

    def _learn(self, candidate: Candidate, fault: Fault) -> None:
        if fault.kind in AILING:
            self.breaker.failed(candidate.spec, for_certain=fault.kind is FaultKind.KEY)
            _log.warning("no answer", provider=candidate.spec.kind.value, reason=fault.kind.value)


def _now() -> float:
    return asyncio.get_running_loop().time()


def _embedder(access: Access, model: str | None) -> Candidate:
    """Raises ModelsUnavailable for a provider that is not set up or not allowed in this mode."""
    if model is None:
        return Candidate(BUILTIN, BUILTIN.name)
    name, _, wanted = model.partition("/")
    found = next((Candidate(spec, wanted) for spec in access.specs if spec.name == name), None)
    allowed = found and (found.at_home if access.mode is Mode.PRIVACY else access.mode is not Mode.OFFLINE)
    if found is None or not allowed:
        raise unavailable(access.mode, [])
    return found
