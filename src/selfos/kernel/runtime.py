"""What a running process holds, put together once at its start and handed to whoever acts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from selfos.kernel.config.settings import Settings
from selfos.kernel.database import Database
from selfos.kernel.indexing.indexes import SpaceIndexes
from selfos.kernel.jobs.queue import JobQueue
from selfos.kernel.keys.sealing import Sealer
from selfos.kernel.pokes import Pokes
from selfos.kernel.principal import Actor
from selfos.kernel.search.ports import Encoder
from selfos.kernel.unit import Unit, Units


@dataclass(frozen=True, slots=True)
class Runtime:
    """The process's parts. `encoder` is None where the model is missing; what needs it says so."""

    settings: Settings
    database: Database
    sealer: Sealer
    units: Units
    actions: Mapping[str, Any]
    indexes: SpaceIndexes
    queue: JobQueue
    pokes: Pokes
    encoder: Encoder | None
    extras: dict[str, Any] = field(default_factory=dict)

    def unit(self, space_id: UUID, actor: Actor, act: str) -> Unit:
        """A unit of work in a space."""
        return self.units.begin(space_id, actor, act)
