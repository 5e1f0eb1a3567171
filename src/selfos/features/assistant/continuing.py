"""Finding the conversation that a client goes on with who keeps no ids, only what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from selfos.features.assistant.queries import read_talk
from selfos.features.assistant.records import Message, Role
from selfos.kernel.context import Context
from selfos.kernel.reading import fetch_records

_REMEMBERED: Final = 100
"""Replies among which the last one told is looked for, the newest."""
_REPLIES: Final = """SELECT id, reply_to FROM messages
    WHERE space_id = $1 AND role = 'assistant' AND reply_to IS NOT NULL
    AND superseded_by IS NULL AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT $2"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a client stands: in which conversation, and which reply it asks for once more, if it does."""

    conversation_id: UUID
    again: UUID | None = None


async def place_of(context: Context, said: Sequence[tuple[Role, str]]) -> Place | None:
    """The conversation that ends as `said` does before its last message.

    None where there is none: for a new conversation, one whose earlier messages were edited, and one long ago.
    """
    told = [index for index, (role, _) in enumerate(said[:-1]) if role is Role.ASSISTANT]
    if not told or told[-1] == 0:
        return None
    question, reply = said[told[-1] - 1][1], said[told[-1]][1]
    found = await _exchange(context, question, reply)
    return await _stands_at(context, found, said[-1][1]) if found else None


async def _exchange(context: Context, question: str, reply: str) -> Message | None:
    """The newest reply with this text to a message with that text."""
    runtime, space = context.runtime, context.space_id
    async with runtime.database.space(space, read_only=True) as connection:
        rows = await connection.fetch(_REPLIES, space, _REMEMBERED)
        ids = [row[name] for row in rows for name in ("id", "reply_to")]
        records = await fetch_records(connection, runtime.sealer, space, Message.spec, ids)
    messages = {record.id: record for record in records if isinstance(record, Message)}
    for row in rows:
        told, asked = messages[row["id"]], messages.get(row["reply_to"])
        if asked and (_plain(asked.text), _plain(told.text)) == (_plain(question), _plain(reply)):
            return told
    return None


async def _stands_at(context: Context, reply: Message, message: str) -> Place | None:
    after = [m for m in (await read_talk(context, reply.conversation_id)).standing() if m.id > reply.id]
    if not after:
        return Place(reply.conversation_id)
    again = [m.id for m in after if m.role is Role.ASSISTANT]
    if len(after) == 2 and again and _plain(after[0].text) == _plain(message):
        return Place(reply.conversation_id, again[0])
    return None


def _plain(text: str) -> str:
    return " ".join(text.split())
