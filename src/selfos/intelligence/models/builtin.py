"""The built-in engine as a provider: it embeds. What it understands by itself, its callers ask it directly."""

import asyncio
from collections.abc import AsyncGenerator, Sequence

from selfos.intelligence.models.capabilities import Capabilities
from selfos.intelligence.models.faults import Fault, FaultKind
from selfos.intelligence.models.port import Ask, Delta, Vectors
from selfos.intelligence.models.provider import Said
from selfos.intelligence.models.specs import BUILTIN
from selfos.kernel.search.ports import Encoder


class BuiltIn:
    """MiniLM in this process."""

    def __init__(self, encoder: Encoder | None) -> None:
        self._encoder = encoder
        self.capabilities = Capabilities(tools=False, streaming=False, vision=False, decisions=False)
        self.capabilities.embeddings = encoder is not None

    async def say(self, ask: Ask, pseudonym: str) -> Said:  # noqa: ARG002 - it does not talk
        """Raises Fault."""
        raise Fault(FaultKind.UNSUPPORTED)

    async def saying(self, ask: Ask, pseudonym: str) -> AsyncGenerator[Delta | Said, None]:
        """Raises Fault."""
        yield await self.say(ask, pseudonym)

    async def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors by the encoder. Raises Fault where its model is missing."""
        if self._encoder is None:
            raise Fault(FaultKind.UNSUPPORTED)
        rows = await asyncio.to_thread(self._encoder.encode, list(texts))
        return Vectors(tuple(tuple(map(float, row)) for row in rows), BUILTIN.name, self._encoder.model)
