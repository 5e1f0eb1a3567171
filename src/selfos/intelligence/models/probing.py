"""Asking providers only to see whether and how they answer."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from pydantic import BaseModel

from selfos.intelligence.models.asking import Models
from selfos.intelligence.models.capabilities import Capabilities, Way
from selfos.intelligence.models.colours import TwoColours
from selfos.intelligence.models.faults import Fault, FaultKind
from selfos.intelligence.models.ledger import Access
from selfos.intelligence.models.port import Ask, Image, Reply, Tool, Turn
from selfos.intelligence.models.specs import BUILTIN, Candidate, Mode, ProviderSpec

PURPOSE: Final = "health"
_SECONDS: Final = 10.0
_MOST_TOKENS: Final = 300
_TOOL: Final = Tool("ready", "Say that you are ready.", {"type": "object", "properties": {}})


class _Ready(BaseModel):
    ready: bool


class _Choice(BaseModel):
    choice: Literal["copper", "linen", "basalt"]


@dataclass(frozen=True, slots=True)
class _Try:
    """A question that shows whether a model has a capability: `shown` judges the answer, None leaves it open."""

    capability: str
    ask: Ask
    shown: Callable[[Reply, Capabilities], bool | Way | None]
    refuted: frozenset[FaultKind] = frozenset({FaultKind.REFUSED, FaultKind.UNSUPPORTED})
    """Faults that show that the model lacks it."""


@dataclass(frozen=True, slots=True)
class Health:
    """How a provider's light model answered: `problem` is None where it did."""

    spec: ProviderSpec
    model: str
    problem: str | None
    seconds: float
    capabilities: Capabilities


async def probe(models: Models, access: Access, specs: Sequence[ProviderSpec]) -> list[Health]:
    """The built-in engine and all of these, side by side and bounded in time; what may not be asked is not asked."""
    builtin = Health(BUILTIN, "", None, 0.0, models.connections.builtin.capabilities)
    found = await asyncio.gather(*(_probe(models, access, Candidate(spec, spec.light)) for spec in specs))
    return [builtin, *found]


async def _probe(models: Models, access: Access, candidate: Candidate) -> Health:
    problem, begun = None, asyncio.get_running_loop().time()
    if access.mode is Mode.OFFLINE or (access.mode is Mode.PRIVACY and not candidate.at_home):
        problem = f"is not asked in {access.mode.value} mode"
    else:
        try:
            await models.connections.ready([candidate], access.mode)
            begun = asyncio.get_running_loop().time()
            await models.try_out(access, PURPOSE, candidate, _ask("Answer with the word ready."), _SECONDS)
        except Fault as fault:
            problem = fault.said
    seconds = asyncio.get_running_loop().time() - begun
    known = models.connections.known(candidate, access.mode)
    if problem is None:
        await asyncio.gather(*(_explore(models, access, candidate, one) for one in _unknown(known)))
    return Health(candidate.spec, candidate.model, problem, seconds, known)


def _unknown(known: Capabilities) -> Iterator[_Try]:
    """A question for each capability that was not tried yet."""
    if known.structured is None:  # the provider notes itself in which way it was answered
        ask = _ask("Say that you are ready.", answer=_Ready)
        yield _Try("structured", ask, lambda _, known: known.structured, frozenset())
    if known.decisions is None:  # only a server that holds the model to the choices keeps it from what it is told
        ask = _ask('Answer exactly this: {"choice": "orange"}', answer=_Choice)
        refuted = frozenset({FaultKind.REFUSED, FaultKind.UNSUPPORTED, FaultKind.MALFORMED})
        yield _Try("decisions", ask, lambda _, known: known.structured is Way.NATIVE, refuted)
    if known.tools is None:
        yield _Try("tools", _ask("Use the tool ready.", tools=(_TOOL,)), lambda reply, _: bool(reply.calls) or None)
    if known.vision is None:
        two = TwoColours.drawn()
        ask = _ask("Which colour has the left half of this picture, which the right half?", images=(two.picture,))
        yield _Try("vision", ask, lambda reply, _: two.told_by(reply.text))


async def _explore(models: Models, access: Access, candidate: Candidate, trial: _Try) -> None:
    known = models.connections.known(candidate, access.mode)
    try:
        reply = await models.try_out(access, PURPOSE, candidate, trial.ask, _SECONDS)
    except Fault as fault:
        if fault.kind in trial.refuted:
            setattr(known, trial.capability, False)
        return
    setattr(known, trial.capability, trial.shown(reply, known))


def _ask(text: str, *, images: tuple[Image, ...] = (), **more: Any) -> Ask:
    return Ask((Turn("user", text, images=images),), max_tokens=_MOST_TOKENS, **more)
