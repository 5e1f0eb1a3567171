import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest

from selfos.kernel import clock
from selfos.kernel.ids import new_id
from selfos.kernel.jobs.queue import LEASE, JobKind, JobQueue, Taken
from selfos.kernel.jobs.worker import Worker
from tests.fixtures.ground import Ground

START = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Hand:
    """A handler that remembers what it was given and fails as often as it is told to."""

    def __init__(self, failures: int = 0) -> None:
        self.given: list[list[UUID]] = []
        self.failures = failures

    async def __call__(self, _runtime: object, _space: UUID, subjects: Sequence[UUID]) -> None:
        self.given.append(list(subjects))
        if self.failures:
            self.failures -= 1
            raise RuntimeError("private text that must not be kept")


@pytest.fixture
async def time() -> AsyncIterator[list[datetime]]:
    """A clock to be moved by hand: its last entry is now."""
    moments = [START]
    clock.set_clock(lambda: moments[-1])
    yield moments
    clock.set_clock(None)


async def asked(ground: Ground, name: str, *subjects: UUID, space: UUID | None = None) -> UUID:
    space = space or await ground.space()
    async with ground.unit(space) as unit:
        for subject in subjects:
            unit.enqueue(name, subject)
    return space


def name() -> str:
    return f"test.{new_id().hex}"


async def test_jobs_of_one_space_come_in_batches(ground: Ground) -> None:
    hand, job = Hand(), name()
    subjects = [new_id() for _ in range(5)]
    await asked(ground, job, *subjects)
    await asked(ground, job, new_id())
    await Worker(JobQueue(ground.database, [JobKind(job, hand, batch=3)]), None).drain()
    assert sorted(map(len, hand.given)) == [1, 2, 3]
    assert {s for batch in hand.given for s in batch} >= set(subjects)


async def test_a_job_asked_for_again_while_it_runs_runs_once_more(ground: Ground) -> None:
    hand, job, subject = Hand(), name(), new_id()
    queue = JobQueue(ground.database, [JobKind(job, hand)])
    space = await asked(ground, job, subject)
    taken = await queue.take()
    assert taken
    await asked(ground, job, subject, space=space)
    assert await queue.take() is None
    await queue.done(taken)
    assert await Worker(queue, None).drain() == 1


async def test_a_job_asked_for_twice_before_it_ran_runs_once(ground: Ground) -> None:
    hand, job, subject = Hand(), name(), new_id()
    space = await asked(ground, job, subject)
    await asked(ground, job, subject, space=space)
    await Worker(JobQueue(ground.database, [JobKind(job, hand)]), None).drain()
    assert hand.given == [[subject]]


async def test_the_job_of_a_dead_worker_runs_again_once_its_lease_is_over(ground: Ground, time: list[datetime]) -> None:
    job = name()
    queue = JobQueue(ground.database, [JobKind(job, Hand())])
    await asked(ground, job, new_id())
    dead = await queue.take()
    assert dead
    time.append(START + LEASE - timedelta(seconds=1))
    assert await queue.take() is None
    time.append(START + LEASE + timedelta(seconds=1))
    second = await queue.take()
    assert second
    assert second.subjects == dead.subjects
    await queue.done(dead)  # the first worker was only slow: its word does not count any more
    assert await queue.extend(dead) is False
    assert await queue.extend(second) is True


async def test_a_job_that_outlasts_its_lease_is_not_doubled_while_its_worker_lives(
    ground: Ground, time: list[datetime]
) -> None:
    job = name()
    queue = JobQueue(ground.database, [JobKind(job, Hand())])
    await asked(ground, job, new_id())
    taken = await queue.take()
    assert taken
    for minute in range(1, 5):
        time.append(START + LEASE * 0.9 * minute)
        assert await queue.extend(taken)
        assert await queue.take() is None


async def test_a_failing_job_backs_off_and_ends_as_a_dead_letter_without_its_message(
    ground: Ground, time: list[datetime]
) -> None:
    job = name()
    hand = Hand(failures=99)
    worker = Worker(JobQueue(ground.database, [JobKind(job, hand, max_attempts=3)]), None)
    await asked(ground, job, new_id())
    for _ in range(6):
        await worker.drain()
        time.append(time[-1] + timedelta(hours=2))
    async with ground.database.installation() as connection:
        row = await connection.fetchrow("SELECT * FROM jobs WHERE name = $1", job)
    assert len(hand.given) == 3
    assert row["failed_at"] is not None
    assert row["error"] == "RuntimeError"


async def test_a_periodic_job_comes_back(ground: Ground, time: list[datetime]) -> None:
    hand, job = Hand(failures=1), name()
    queue = JobQueue(ground.database, [JobKind(job, hand, every=timedelta(minutes=45))])
    worker = Worker(queue, SimpleNamespace(settings=None))
    await asked(ground, job, new_id())
    for _ in range(4):
        await worker.drain()
        time.append(time[-1] + timedelta(minutes=46))
    assert len(hand.given) == 4


async def test_two_workers_share_the_work_and_do_nothing_twice(ground: Ground) -> None:
    hand, job = Hand(), name()
    subjects = [new_id() for _ in range(60)]
    space = await asked(ground, job, *subjects[:30])
    await asked(ground, job, *subjects[30:], space=space)
    queues = [JobQueue(ground.database, [JobKind(job, hand, batch=4)]) for _ in range(4)]
    await asyncio.gather(*(Worker(queue, None).drain() for queue in queues))
    done = [subject for batch in hand.given for subject in batch]
    assert sorted(done) == sorted(subjects)


async def test_one_bad_subject_does_not_hold_up_its_batch(ground: Ground) -> None:
    job, bad, done = name(), new_id(), list[UUID]()

    async def handler(_runtime: object, _space: UUID, subjects: Sequence[UUID]) -> None:
        if bad in subjects:
            raise ValueError
        done.extend(subjects)

    good = [new_id() for _ in range(4)]
    await asked(ground, job, good[0], bad, *good[1:])
    await Worker(JobQueue(ground.database, [JobKind(job, handler, batch=32)]), None).drain()
    assert sorted(done) == sorted(good)


async def test_a_worker_that_lost_its_lease_goes_on_with_other_jobs(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    job, stuck, begun, done = name(), asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def handle(_runtime: object, _space: UUID, _subjects: Sequence[UUID]) -> None:
        if begun.is_set():
            done.set()
            return
        begun.set()
        await stuck.wait()

    async def lost(_queue: JobQueue, _taken: Taken) -> bool:
        return False

    monkeypatch.setattr("selfos.kernel.jobs.worker.LEASE", timedelta(seconds=0.03))
    monkeypatch.setattr(JobQueue, "extend", lost)
    worker = Worker(JobQueue(ground.database, [JobKind(job, handle)]), None)
    running = asyncio.create_task(worker.run())
    await asked(ground, job, new_id())
    await begun.wait()
    await asked(ground, job, new_id())
    async with asyncio.timeout(10):
        await done.wait()
    worker.stop()
    await running
