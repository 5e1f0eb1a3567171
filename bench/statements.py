"""The product's own SQL with arguments, caught on its way to the database."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from bench.texts import texts
from selfos.features.catalogue import FEATURES
from selfos.features.tasks import Task
from selfos.features.thoughts import Thought
from selfos.kernel.config.settings import Settings
from selfos.kernel.ids import new_id
from selfos.kernel.keys.keystore import Keystore
from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.principal import Actor, ActorKind
from selfos.kernel.reading import Listing, list_plain
from selfos.kernel.unit import Units

Statement = tuple[str, Sequence[Any]]


class _Catcher:
    """A database that writes down what it is asked and does nothing."""

    def __init__(self) -> None:
        self.caught: list[Statement] = []

    @asynccontextmanager
    async def space(self, _space: UUID, *, read_only: bool = False) -> AsyncIterator["_Catcher"]:  # noqa: ARG002
        yield self

    async def fetchval(self, sql: str, *arguments: Any) -> int:
        self.caught.append((sql, arguments))
        return 1

    async def fetch(self, sql: str, *arguments: Any) -> list[Any]:
        self.caught.append((sql, arguments))
        return []


def captures(settings: Settings, space: UUID, count: int) -> list[Statement]:
    """The statement of each of so many captures, analysis asked for."""
    return asyncio.run(_captures(_sealer(settings), space, count))


async def _captures(sealer: Sealer, space: UUID, count: int) -> list[Statement]:
    catcher, source = _Catcher(), texts(count)
    reactions = [reaction for feature in FEATURES for reaction in feature.reactions]
    units = Units(catcher, sealer, reactions)  # type: ignore[arg-type] # stands in for the database
    actor = Actor(ActorKind.PERSON, new_id())
    for _ in range(count):
        async with units.begin(space, actor, "thoughts.create") as unit:
            unit.create(Thought, content=next(source), source="bench")
    return catcher.caught


def page_of_tasks(settings: Settings) -> Statement:
    """The SELECT behind GET /tasks?limit=50, which asks for one more to know whether there is a next page."""
    catcher = _Catcher()
    asyncio.run(list_plain(catcher, _sealer(settings), new_id(), Task.spec, Listing(limit=51)))
    return catcher.caught[0]


def _sealer(settings: Settings) -> Sealer:
    return Sealer(Keystore(settings.keystore, settings.key_bytes()))
