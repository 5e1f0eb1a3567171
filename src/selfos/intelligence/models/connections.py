"""The providers that were asked, each connected once."""

import asyncio
from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from selfos.intelligence.models.builtin import BuiltIn
from selfos.intelligence.models.capabilities import Capabilities
from selfos.intelligence.models.faults import Fault, FaultKind
from selfos.intelligence.models.provider import Provider
from selfos.intelligence.models.specs import BUILTIN, Candidate, Mode, reach_in
from selfos.kernel.addresses import Reach
from selfos.kernel.search.ports import Encoder

if TYPE_CHECKING:
    import httpx2

    from selfos.intelligence.models.remote import Remote

_MOST: Final = 200
_EXTRA: Final = ("pydantic_ai", "genai_prices")


def installed() -> bool:
    """Whether the extra `models` is there."""
    return all(find_spec(name) for name in _EXTRA)


class Connections:
    """Providers by what they were set up as; those not asked for longest are let go."""

    def __init__(self, encoder: Encoder | None) -> None:
        self.builtin = BuiltIn(encoder)
        self._one_at_a_time = asyncio.Lock()
        self._made: OrderedDict[tuple[Candidate, Reach], tuple[Remote, httpx2.AsyncClient]] = OrderedDict()

    async def to(self, candidate: Candidate, mode: Mode) -> Provider:
        """The provider, ready to be asked in a mode. Raises Fault where packages are missing."""
        if candidate.spec is BUILTIN:
            return self.builtin
        reach = reach_in(mode, candidate.spec)
        key = (candidate, reach)
        async with self._one_at_a_time:
            if key not in self._made:
                try:  # the libraries take seconds to import: other requests go on meanwhile
                    self._made[key] = await asyncio.to_thread(_connected, candidate, reach)
                except ImportError as error:
                    raise Fault(FaultKind.NOT_INSTALLED) from error
        self._made.move_to_end(key)
        provider = self._made[key][0]
        if len(self._made) > _MOST:
            await self._made.popitem(last=False)[1][1].aclose()
        return provider

    def known(self, candidate: Candidate, mode: Mode) -> Capabilities:
        """What a model turned out to be able to do."""
        made = self._made.get((candidate, reach_in(mode, candidate.spec)))
        return made[0].capabilities if made else Capabilities()

    async def ready(self, chain: Iterable[Candidate], mode: Mode) -> None:
        """Connect them now, so that no question's time is spent on it."""
        for candidate in chain:
            with suppress(Fault):  # whoever asks it is told
                await self.to(candidate, mode)

    async def close(self) -> None:
        """Close every connection."""
        while self._made:
            await self._made.popitem()[1][1].aclose()


def _connected(candidate: Candidate, reach: Reach) -> "tuple[Remote, httpx2.AsyncClient]":
    from selfos.intelligence.models.clients import chat_model, embedding_model  # noqa: PLC0415 - an extra, and slow
    from selfos.intelligence.models.remote import Remote  # noqa: PLC0415
    from selfos.intelligence.models.transport import client  # noqa: PLC0415

    spec, model, http = candidate.spec, candidate.model, client(reach)
    return Remote(candidate, chat_model(spec, model, http), embedding_model(spec, model, http)), http
