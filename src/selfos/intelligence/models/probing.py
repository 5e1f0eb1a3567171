"""Asking providers only to see whether and how they answer."""

import asyncio
import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from selfos.intelligence.models.asking import Models
from selfos.intelligence.models.capabilities import Capabilities
from selfos.intelligence.models.faults import Fault, FaultKind
from selfos.intelligence.models.ledger import Access
from selfos.intelligence.models.port import Ask, Image, Tool, Turn
from selfos.intelligence.models.specs import BUILTIN, Candidate, Mode, ProviderSpec

PURPOSE: Final = "health"
_SECONDS: Final = 10.0
_MOST_TOKENS: Final = 300
_DOT: Final = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_TOOL: Final = Tool("ready", "Say that you are ready.", {"type": "object", "properties": {}})


class _Ready(BaseModel):
    ready: bool


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
        await asyncio.gather(*(_explore(models, access, candidate, *one) for one in _unknown(known)))
    return Health(candidate.spec, candidate.model, problem, seconds, known)


def _unknown(known: Capabilities) -> Iterator[tuple[str, Ask]]:
    """A question for each capability that was not tried yet."""
    if known.structured is None:
        yield "structured", _ask("Say that you are ready.", answer=_Ready)
    if known.tools is None:
        yield "tools", _ask("Use the tool ready.", tools=(_TOOL,))
    if known.vision is None:
        yield "vision", _ask("What colour is this?", images=(Image(_DOT, "image/png"),))


async def _explore(models: Models, access: Access, candidate: Candidate, capability: str, ask: Ask) -> None:
    known = models.connections.known(candidate, access.mode)
    try:
        reply = await models.try_out(access, PURPOSE, candidate, ask, _SECONDS)
    except Fault as fault:
        if fault.kind in {FaultKind.REFUSED, FaultKind.UNSUPPORTED} and capability != "structured":
            setattr(known, capability, False)
        return
    if capability == "vision" or (capability == "tools" and reply.calls):
        setattr(known, capability, True)


def _ask(text: str, *, images: tuple[Image, ...] = (), **more: Any) -> Ask:
    return Ask((Turn("user", text, images=images),), max_tokens=_MOST_TOKENS, **more)
