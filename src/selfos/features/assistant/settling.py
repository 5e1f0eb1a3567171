"""Replies whose process died: a turn that has not ended long after its deadline never will."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final
from uuid import UUID

from selfos.features.assistant.records import Message, MessageState
from selfos.features.assistant.talking import DEADLINE
from selfos.kernel.jobs.queue import JobKind
from selfos.kernel.principal import ENGINE
from selfos.kernel.runtime import Runtime
from selfos.kernel.unit import Change, JobRequest

_SETTLE: Final = "assistant.settle"
_AFTER: Final = timedelta(seconds=DEADLINE + 15)
CUT_OFF: Final = "This reply was cut off. Try again."


def wants_settling(change: Change) -> Iterable[JobRequest]:
    """Each reply that is begun is looked at again when it must have ended."""
    message = change.record
    if isinstance(message, Message) and change.op == "create" and message.state is MessageState.WRITING:
        yield JobRequest(_SETTLE, message.id, message.created_at + _AFTER)


async def settle(runtime: Runtime, space_id: UUID, ids: Sequence[UUID]) -> None:
    """Mark those that are still being written as interrupted."""
    async with runtime.unit(space_id, ENGINE, _SETTLE) as unit:
        for message in await unit.get_many(Message, ids):
            if message.state is MessageState.WRITING:
                unit.update(message, state=MessageState.INTERRUPTED, notice=CUT_OFF)


jobs = (JobKind(_SETTLE, settle, batch=100),)
reactions = (wants_settling,)
