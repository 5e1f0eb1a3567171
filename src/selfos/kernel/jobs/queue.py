"""Background work in PostgreSQL: enqueued with the change that wants it, run at least once, one subject at a time.

A job is (space, name, subject); its payload is ids only. A worker takes a batch of one name in one space under a lease
and extends the lease while it works; a worker that dies lets the lease run out and the job runs again. Asking for a job
that is running makes it run once more afterwards. What fails backs off and, after `max_attempts`, stays as a dead
letter with the class of its error.
"""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import asyncpg

from selfos.kernel import clock
from selfos.kernel.config.settings import Settings
from selfos.kernel.database import Database
from selfos.kernel.ids import new_id

WHOLE_SPACE: Final = UUID(int=0)
"""The subject of a job that is about a whole space."""
LEASE: Final = timedelta(seconds=30)
_LONGEST_WAIT: Final = timedelta(hours=1)

Handler = Callable[[Any, UUID, Sequence[UUID]], Awaitable[None]]
"""Called with the runtime, the space and the subjects of a batch. Must be safe to run twice."""


@dataclass(frozen=True, slots=True)
class JobKind:
    """A kind of job and who does it; `every` makes it come back for each subject, as often as the settings say."""

    name: str
    handler: Handler
    batch: int = 1
    max_attempts: int = 8
    every: timedelta | Callable[[Settings], timedelta] | None = None

    def interval(self, settings: Settings) -> timedelta | None:
        """How long until it comes back; None where it does not."""
        return self.every(settings) if callable(self.every) else self.every


@dataclass(frozen=True, slots=True)
class Taken:
    """A batch of leased jobs of one kind in one space."""

    name: str
    space_id: UUID
    lease: UUID
    ids: tuple[UUID, ...]
    subjects: tuple[UUID, ...]
    wanted: tuple[int, ...]
    attempts: tuple[int, ...]

    def singles(self) -> Iterator["Taken"]:
        """The same jobs, each as a batch of its own."""
        for job, subject, wanted, attempts in zip(self.ids, self.subjects, self.wanted, self.attempts, strict=True):
            yield Taken(self.name, self.space_id, self.lease, (job,), (subject,), (wanted,), (attempts,))


_TAKE = """
WITH first AS (
    SELECT name, space_id FROM jobs
    WHERE run_at <= $1 AND failed_at IS NULL AND (lease_until IS NULL OR lease_until < $1) AND name = ANY($2)
    ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED
), batch AS (
    SELECT jobs.id FROM jobs JOIN first USING (name, space_id)
    WHERE run_at <= $1 AND failed_at IS NULL AND (lease_until IS NULL OR lease_until < $1)
    ORDER BY run_at
    LIMIT (SELECT size FROM unnest($2::text[], $3::int[]) AS sizes(kind, size) JOIN first ON kind = first.name)
    FOR UPDATE OF jobs SKIP LOCKED
)
UPDATE jobs SET lease_until = $4, lease_by = $5, attempts = attempts + 1
FROM batch WHERE jobs.id = batch.id
RETURNING jobs.id, jobs.name, jobs.space_id, jobs.subject, jobs.wanted, jobs.attempts
"""

# what was asked for again while it ran stays, and runs once more
_DONE = """
WITH seen AS (SELECT * FROM unnest($1::uuid[], $2::int[]) AS s(id, wanted)),
gone AS (DELETE FROM jobs USING seen WHERE jobs.id = seen.id AND jobs.wanted = seen.wanted AND lease_by = $3)
UPDATE jobs SET lease_until = NULL, lease_by = NULL, attempts = 0
FROM seen WHERE jobs.id = seen.id AND jobs.wanted <> seen.wanted AND lease_by = $3
"""

_LATER = """
UPDATE jobs SET lease_until = NULL, lease_by = NULL, run_at = $2, attempts = $4, error = $5
WHERE id = ANY($1) AND lease_by = $3
"""

_FAILED = """
UPDATE jobs SET lease_until = NULL, lease_by = NULL, error = $3,
    run_at = $4::timestamptz + make_interval(secs => least(power(2, attempts), $5)),
    failed_at = CASE WHEN attempts >= $6 THEN $4 END
WHERE id = ANY($1) AND lease_by = $2
"""


async def want(connection: asyncpg.Connection, name: str, space_id: UUID, run_at: datetime) -> None:
    """Have a space's own job done from a time on, where it does not wait already: for what no unit of work writes."""
    insert = """INSERT INTO jobs (id, space_id, name, subject, run_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (space_id, name, subject) DO NOTHING"""
    await connection.execute(insert, new_id(), space_id, name, WHOLE_SPACE, run_at)


_EVERYWHERE = """
INSERT INTO jobs (id, space_id, name, subject, run_at) SELECT gen_random_uuid(), id, $1, $2, $3 FROM spaces
ON CONFLICT (space_id, name, subject) DO UPDATE SET wanted = jobs.wanted + 1, failed_at = NULL, attempts = 0,
    run_at = LEAST(jobs.run_at, EXCLUDED.run_at)
"""


class JobQueue:
    """Taking, finishing and inspecting jobs. They are enqueued by the unit of work."""

    def __init__(self, database: Database, kinds: Sequence[JobKind]) -> None:
        self._database = database
        self.kinds = {kind.name: kind for kind in kinds}
        self._names = list(self.kinds)
        self._sizes = [kind.batch for kind in kinds]

    async def take(self) -> Taken | None:
        """The next due batch under a new lease, or None."""
        at, lease = clock.now(), new_id()
        async with self._database.installation() as connection:
            rows = await connection.fetch(_TAKE, at, self._names, self._sizes, at + LEASE, lease)
        if not rows:
            return None
        columns = (tuple(row[c] for row in rows) for c in ("id", "subject", "wanted", "attempts"))
        return Taken(rows[0]["name"], rows[0]["space_id"], lease, *columns)

    async def extend(self, taken: Taken) -> bool:
        """Keep the lease for longer; False where it was lost to another worker."""
        query = "UPDATE jobs SET lease_until = $1 WHERE id = ANY($2) AND lease_by = $3 RETURNING id"
        async with self._database.installation() as connection:
            rows = await connection.fetch(query, clock.now() + LEASE, list(taken.ids), taken.lease)
        return len(rows) == len(taken.ids)

    async def done(self, taken: Taken, again: timedelta | None = None) -> None:
        """Finish a batch; a periodic job comes back `again` after now."""
        async with self._database.installation() as connection:
            if again is None:
                await connection.execute(_DONE, list(taken.ids), list(taken.wanted), taken.lease)
            else:
                await connection.execute(_LATER, list(taken.ids), clock.now() + again, taken.lease, 0, None)

    async def failed(self, taken: Taken, error: BaseException) -> None:
        """Give a batch back for a later try, or lay it down as dead letters."""
        kind = self.kinds[taken.name]
        attempts = 2**31 - 1 if kind.every else kind.max_attempts
        arguments = (list(taken.ids), taken.lease, type(error).__name__, clock.now(), _LONGEST_WAIT.total_seconds())
        async with self._database.installation() as connection:
            await connection.execute(_FAILED, *arguments, attempts)

    async def everywhere(self, name: str, subject: UUID) -> None:
        """Ask for a job in every space."""
        async with self._database.installation() as connection:
            await connection.execute(_EVERYWHERE, name, subject, clock.now())

    async def counts(self) -> dict[str, int]:
        """How many jobs wait, run and lie dead."""
        query = """SELECT count(*) FILTER (WHERE failed_at IS NULL AND lease_by IS NULL AND run_at <= $1) AS waiting,
            count(*) FILTER (WHERE lease_by IS NOT NULL) AS running,
            count(*) FILTER (WHERE failed_at IS NULL AND lease_by IS NULL AND run_at > $1) AS scheduled,
            count(*) FILTER (WHERE failed_at IS NOT NULL) AS dead FROM jobs"""
        async with self._database.installation() as connection:
            return dict(await connection.fetchrow(query, clock.now()))
