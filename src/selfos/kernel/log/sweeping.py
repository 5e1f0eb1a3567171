"""Once a day: what was deleted longer ago than a tombstone is kept is erased."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from selfos.kernel import clock
from selfos.kernel.jobs.queue import WHOLE_SPACE, JobKind
from selfos.kernel.principal import ENGINE
from selfos.kernel.reading import Listing, list_plain
from selfos.kernel.records import registry
from selfos.kernel.unit import Change, JobRequest

SWEEP: Final = "records.sweep"
_MOST: Final = 500


async def sweep(runtime: Any, space_id: UUID, _subjects: Sequence[UUID]) -> None:
    """Erase what was deleted longer ago than a tombstone is kept."""
    before = clock.now() - timedelta(days=runtime.settings.tombstone_days)
    listing = Listing((("deleted_at", "<", before),), deleted=True, limit=_MOST)
    for kind in registry.all():
        async with runtime.database.space(space_id, read_only=True) as connection:
            rows = await list_plain(connection, runtime.sealer, space_id, kind, listing)
        if rows:
            async with runtime.unit(space_id, ENGINE, SWEEP) as unit:
                for record in await unit.get_many(kind.model, [row["id"] for row in rows], deleted=True):
                    if record.deleted_at is not None and record.deleted_at < before:
                        unit.erase(record)


def wants_sweep(change: Change) -> Iterator[JobRequest]:
    """From its first deletion on, a space is swept every day."""
    if change.op == "delete":
        yield JobRequest(SWEEP, WHOLE_SPACE, clock.now() + timedelta(days=1))


jobs = (JobKind(SWEEP, sweep, every=timedelta(days=1)),)
