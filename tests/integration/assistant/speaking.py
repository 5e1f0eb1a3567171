"""Models that say what a test wants them to say, in the place of those of the world outside."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import httpx

from selfos.features.models.service import EXTRA
from selfos.intelligence.models import Ask, Asker, Call, Delta, Done, Event, ModelsUnavailable, Reply
from selfos.intelligence.models.ledger import Access
from selfos.intelligence.models.specs import Mode
from tests.fixtures.house import House, asgi

Script = Callable[[Ask], Reply | Exception | Sequence[Event | Exception]]


@dataclass
class Speaking:
    """Answers each question by the script; `asked` are the questions so far."""

    script: Script
    asked: list[Ask] = field(default_factory=list)
    title: str = ""

    async def available(self, _asker: Asker) -> bool:
        return True

    async def access(self, asker: Asker) -> Access:
        return Access(asker, Mode.STANDARD, (), "somebody")

    async def reply(self, _asker: Asker, _purpose: str, _ask: Ask) -> Reply:
        return Reply(self.title, "simulated", "one")

    async def stream(self, _asker: Asker, _purpose: str, ask: Ask) -> AsyncIterator[Event]:
        self.asked.append(ask)
        said = self.script(ask)
        for event in events(said) if isinstance(said, Reply) else [said] if isinstance(said, Exception) else said:
            if isinstance(event, Exception):
                raise event
            yield event


def events(reply: Reply) -> list[Event]:
    """A reply as it is streamed, in small pieces."""
    pieces = [reply.text[at : at + 7] for at in range(0, len(reply.text), 7)]
    return [*map(Delta, pieces), *reply.calls, Done(reply)]


def says(text: str, *calls: tuple[str, dict[str, Any]]) -> Reply:
    """A reply with calls of tools."""
    made = tuple(Call(f"call{n}", name.replace(".", "__"), given) for n, (name, given) in enumerate(calls))
    return Reply(text, "simulated", "one", calls=made)


def with_models(house: House, models: Speaking) -> House:
    """The house with these models."""
    runtime = replace(house.runtime, extras={**house.runtime.extras, EXTRA: models})
    return House(runtime, asgi(runtime))


def talker(house: House, person: httpx.AsyncClient) -> httpx.AsyncClient:
    """The same person at another house of the same data."""
    return httpx.AsyncClient(transport=house.transport, base_url=person.base_url, headers=person.headers)


__all__ = ["ModelsUnavailable", "Speaking", "events", "says", "talker", "with_models"]
