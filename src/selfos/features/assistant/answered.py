"""A turn as one answer, when it has ended."""

from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import Field

from selfos.features.assistant.events import Ended
from selfos.features.assistant.media import NEEDED, MediaSuggestion, saved_links
from selfos.features.assistant.records import CardState, Citation, MessageState
from selfos.features.assistant.running import Running
from selfos.features.assistant.service import ShownCard, ShownMessage
from selfos.features.tasks import Task
from selfos.kernel.actions import Output
from selfos.kernel.context import Context
from selfos.kernel.errors import Unavailable
from selfos.kernel.reading import fetch_records
from selfos.kernel.recurrence import wall


class CreatedTask(Output):
    """A task that the turn made. `scheduled_time` is a time of day in `timezone`, `recurrence` an RFC 5545 rule."""

    id: UUID
    title: str
    scheduled_date: date | None
    scheduled_time: str | None
    timezone: str | None
    duration_minutes: int | None
    recurrence: str | None


class Answered(Output):
    """What came of a message."""

    conversation_id: UUID
    message_id: UUID
    reply_id: UUID
    title: str
    state: MessageState
    ai_response: str
    created_tasks: list[CreatedTask]
    media_suggestions: list[MediaSuggestion] = Field(description="Links that the person saved about the same")
    media_note: str | None = Field(description="Where there are none: what would be needed")
    cards: list[ShownCard]
    citations: list[Citation]
    found_by: str | None
    notice: str | None


async def answered(context: Context, running: Running) -> Answered:
    """Wait for the end of a turn."""
    ended: Ended | None = None
    async for event in running.follow():
        if isinstance(event, Ended):
            ended = event
    if ended is None:
        raise Unavailable("the turn was broken off; ask for the reply anew")
    message = ended.message
    media = await saved_links(context, message)
    return Answered(
        conversation_id=message.conversation_id,
        message_id=message.reply_to or message.id,
        reply_id=message.id,
        title=ended.title,
        state=message.state,
        ai_response=message.text,
        created_tasks=await _created(context, message),
        media_suggestions=media,
        media_note=None if media else NEEDED,
        cards=list(message.cards),
        citations=list(message.citations),
        found_by=message.found_by,
        notice=message.notice,
    )


async def _created(context: Context, message: ShownMessage) -> list[CreatedTask]:
    done = [card for card in message.cards if card.state is CardState.DONE]
    ids = [touched.id for card in done for touched in card.records if (touched.kind, touched.op) == ("task", "create")]
    async with context.runtime.database.space(context.space_id, read_only=True) as connection:
        found = await fetch_records(connection, context.runtime.sealer, context.space_id, Task.spec, ids)
    tasks = {task.id: task for task in found if isinstance(task, Task) and task.deleted_at is None}
    return [_told(tasks[i]) for i in ids if i in tasks]


def _told(task: Task) -> CreatedTask:
    at = task.start_at or task.due_at
    zone = ZoneInfo(task.timezone or "UTC")
    return CreatedTask(
        id=task.id,
        title=task.title,
        scheduled_date=task.start or task.due,
        scheduled_time=f"{wall(at, zone):%H:%M}" if at else None,
        timezone=task.timezone,
        duration_minutes=task.duration_minutes,
        recurrence=task.rrule or task.repeat_after,
    )
