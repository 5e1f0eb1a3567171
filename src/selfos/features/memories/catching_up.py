"""Learning from what was said before it could be learnt from: by rules alone, a batch at a time, behind other jobs.

The job of a batch names the last record before it and asks for the next one. So one that is cut off goes on where it
stopped, and the jobs that wait tell how far it is.
"""

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from selfos.features.memories.learning import learn_from, may_learn
from selfos.features.profile import Profile, profile_of
from selfos.kernel.actions import ActionSet, Input, Output
from selfos.kernel.context import Context
from selfos.kernel.errors import Conflict
from selfos.kernel.jobs.queue import WHOLE_SPACE, JobKind
from selfos.kernel.principal import ENGINE
from selfos.kernel.runtime import Runtime
from selfos.kernel.unit import Change, JobRequest

CATCH_UP: Final = "memories.catch_up"
"""Its subject is the record after which it goes on, WHOLE_SPACE for the beginning; migration 0009 asks for it too."""
_BATCH: Final = 64
_SAID: Final = """(
    SELECT id FROM thoughts WHERE space_id = $1 AND deleted_at IS NULL
    UNION ALL SELECT id FROM messages WHERE space_id = $1 AND deleted_at IS NULL AND role = 'user') AS said"""
_NEXT: Final = f"SELECT id FROM {_SAID} WHERE id > $2 ORDER BY id LIMIT $3"  # noqa: S608 - no words from outside
_COUNT: Final = f"SELECT count(*) AS total, count(*) FILTER (WHERE id <= $2) AS done FROM {_SAID}"  # noqa: S608
_WAITS_AT: Final = """SELECT subject FROM jobs WHERE space_id = $1 AND name = $2 AND failed_at IS NULL
    ORDER BY subject LIMIT 1"""

actions: Final = ActionSet("memories")


class LearningState(Output):
    """Whether what was said earlier is being learnt from, and how far that is: `done` of `total` records."""

    running: bool
    done: int
    total: int


@actions.reads("learning", path="/memories/learning", input=Input, output=LearningState)
async def learning(context: Context, _given: Input) -> LearningState:
    """How far learning from what was said earlier is."""
    return await _state(context)


async def _state(context: Context) -> LearningState:
    runtime, space = context.runtime, context.space_id
    async with runtime.database.installation() as connection:
        last: UUID | None = await connection.fetchval(_WAITS_AT, space, CATCH_UP)
    async with runtime.database.space(space, read_only=True) as connection:
        row = await connection.fetchrow(_COUNT, space, last or WHOLE_SPACE)
    return LearningState(running=last is not None, done=row["done"] if last else row["total"], total=row["total"])


@actions.writes("learn", path="/memories/learn", input=Input, output=LearningState, status=202, raises=(409,))
async def learn_again(context: Context, _given: Input) -> LearningState:
    """Learn from all that was said so far, in the background; what is known already stays as it is."""
    profile = await profile_of(context.runtime, context.space_id)
    if not may_learn(context.runtime, profile):
        raise Conflict("reading is switched off (`auto_analysis` in the profile), so nothing can be learnt")
    context.unit.enqueue(CATCH_UP, WHOLE_SPACE)
    return (await _state(context)).model_copy(update={"running": True, "done": 0})


async def catch_up(runtime: Runtime, space_id: UUID, subjects: Sequence[UUID]) -> None:
    """Learn from the next records after each of these, and ask for those after them."""
    profile = await profile_of(runtime, space_id)
    if not may_learn(runtime, profile):
        return
    for last in subjects:
        async with runtime.database.space(space_id, read_only=True) as connection:
            ids = [row["id"] for row in await connection.fetch(_NEXT, space_id, last, _BATCH)]
        await learn_from(runtime, space_id, ids, profile, modelled=False)
        if len(ids) == _BATCH:
            async with runtime.unit(space_id, ENGINE, CATCH_UP) as unit:
                unit.enqueue(CATCH_UP, ids[-1])


def wants_catching_up(change: Change) -> Iterable[JobRequest]:
    """What may be read, or remembered, from now on may have been said already."""
    profile, before = change.record, change.before
    if not isinstance(profile, Profile) or change.op != "update":
        return
    read = profile.auto_analysis and before.get("auto_analysis") is False
    if read or set(before.get("not_remembered", ())) - set(profile.not_remembered):
        yield JobRequest(CATCH_UP, WHOLE_SPACE)


jobs = (JobKind(CATCH_UP, catch_up),)
reactions = (wants_catching_up,)
