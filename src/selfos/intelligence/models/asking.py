"""Asking whichever model the asker's mode allows."""

from collections.abc import AsyncIterator, Sequence

from selfos.intelligence.models.port import Ask, Asker, Event, Reply, Vectors
from selfos.intelligence.models.problems import ModelsUnavailable

_NONE = "no language model is set up; docs/models.md tells how"


class Models:
    """Every language model there is, behind one face.

    `purpose` is a short name (chat, title, analysis, decompose, remember, …) under which cost is accounted.
    """

    async def available(self, asker: Asker) -> bool:  # noqa: ARG002
        """Whether some model may and can be asked; where not, callers use the built-in engine."""
        return False

    async def reply(self, asker: Asker, purpose: str, ask: Ask) -> Reply:  # noqa: ARG002
        """One answer. Raises ModelsUnavailable where no provider could give one."""
        raise ModelsUnavailable(_NONE)

    async def stream(self, asker: Asker, purpose: str, ask: Ask) -> AsyncIterator[Event]:  # noqa: ARG002
        """An answer while it is being said, ending in Done. Raises ModelsUnavailable."""
        nothing: tuple[Event, ...] = ()
        for event in nothing:
            yield event
        raise ModelsUnavailable(_NONE)

    async def embed(self, asker: Asker, texts: Sequence[str]) -> Vectors:  # noqa: ARG002
        """Vectors of texts. Raises ModelsUnavailable."""
        raise ModelsUnavailable(_NONE)
