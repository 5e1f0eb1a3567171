"""What every provider can be asked, the built-in engine included."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from selfos.intelligence.models.capabilities import Capabilities
from selfos.intelligence.models.port import Ask, Call, Delta, Usage, Vectors


@dataclass(frozen=True, slots=True)
class Said:
    """What a model said, not judged yet."""

    text: str
    calls: tuple[Call, ...] = ()
    usage: Usage = field(default_factory=Usage)


class Provider(Protocol):
    """One model of one provider. Everything here raises Fault where there is no answer."""

    capabilities: Capabilities

    async def say(self, ask: Ask, pseudonym: str) -> Said:
        """The whole answer at once."""

    def saying(self, ask: Ask, pseudonym: str) -> AsyncGenerator[Delta | Said, None]:
        """The answer in pieces, then all of it."""

    async def embed(self, texts: Sequence[str]) -> Vectors:
        """A vector for each text."""
