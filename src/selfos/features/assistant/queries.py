"""Finding messages and cards of conversations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from selfos.features.assistant.records import Card, Conversation, Message, MessageState, Role
from selfos.kernel.context import Context
from selfos.kernel.errors import NotFound
from selfos.kernel.reading import fetch_records
from selfos.kernel.records import Record
from selfos.kernel.unit import Unit

_MESSAGES: Final = "SELECT id FROM messages WHERE space_id = $1 AND conversation_id = $2"
_CARDS: Final = "SELECT id FROM cards WHERE space_id = $1 AND conversation_id = $2"
_WRITING: Final = f"{_MESSAGES} AND deleted_at IS NULL AND state = 'writing'"
_OF_QUESTION: Final = "SELECT id FROM cards WHERE space_id = $1 AND question_id = $2 AND deleted_at IS NULL"


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation with its messages and cards, oldest first."""

    conversation: Conversation
    messages: tuple[Message, ...]
    cards: tuple[Card, ...]

    def standing(self) -> list[Message]:
        """The messages, without those that others have taken the place of."""
        return [message for message in self.messages if message.superseded_by is None]

    def cards_of(self, message: Message) -> tuple[Card, ...]:
        """What was done for the question that a reply answers."""
        if message.role is not Role.ASSISTANT:
            return ()
        return tuple(card for card in self.cards if card.question_id == message.reply_to)

    def message(self, message_id: UUID) -> Message:
        """One of the messages. Raises NotFound."""
        for message in self.messages:
            if message.id == message_id:
                return message
        raise NotFound(f"there is no message with the id {message_id} in this conversation")


async def read_talk(context: Context, conversation_id: UUID) -> Talk:
    """A conversation as stored. Raises NotFound."""
    runtime, space = context.runtime, context.space_id
    async with runtime.database.space(space, read_only=True) as connection:
        (talks, messages, cards) = [
            await fetch_records(connection, runtime.sealer, space, kind, ids)
            for kind, ids in (
                (Conversation.spec, [conversation_id]),
                (Message.spec, [r["id"] for r in await connection.fetch(_MESSAGES, space, conversation_id)]),
                (Card.spec, [r["id"] for r in await connection.fetch(_CARDS, space, conversation_id)]),
            )
        ]
    for found in talks:
        if isinstance(found, Conversation) and found.deleted_at is None:
            return Talk(
                found,
                tuple(m for m in _alive(messages) if isinstance(m, Message)),
                tuple(c for c in _alive(cards) if isinstance(c, Card)),
            )
    raise NotFound(f"there is no conversation with the id {conversation_id}")


async def read_message(context: Context, message_id: UUID) -> Message:
    """A message as stored. Raises NotFound."""
    runtime, space = context.runtime, context.space_id
    async with runtime.database.space(space, read_only=True) as connection:
        found = await fetch_records(connection, runtime.sealer, space, Message.spec, [message_id])
    for message in found:
        if isinstance(message, Message) and message.deleted_at is None:
            return message
    raise NotFound(f"there is no message with the id {message_id}")


async def parts_of(unit: Unit, conversation_id: UUID) -> list[Record]:
    """The messages and cards of a conversation, deleted ones included."""
    connection = await unit.connection()
    messages = await connection.fetch(_MESSAGES, unit.space_id, conversation_id)
    cards = await connection.fetch(_CARDS, unit.space_id, conversation_id)
    return [
        *await unit.get_many(Message, [row["id"] for row in messages], deleted=True),
        *await unit.get_many(Card, [row["id"] for row in cards], deleted=True),
    ]


async def writing_in(unit: Unit, conversation_id: UUID) -> list[Message]:
    """The replies of a conversation that are being written."""
    connection = await unit.connection()
    rows = await connection.fetch(_WRITING, unit.space_id, conversation_id)
    found = await unit.get_many(Message, [row["id"] for row in rows])
    return [message for message in found if message.state is MessageState.WRITING]


async def cards_for(unit: Unit, question_id: UUID) -> Sequence[Card]:
    """What was done for a message, oldest first."""
    connection = await unit.connection()
    rows = await connection.fetch(_OF_QUESTION, unit.space_id, question_id)
    return sorted(await unit.get_many(Card, [row["id"] for row in rows]), key=lambda card: card.id)


def _alive(records: Iterable[Record]) -> list[Record]:
    """In the order in which they were said; ids that clients chose tell nothing of it."""
    return sorted((r for r in records if r.deleted_at is None), key=_place)


def _place(record: Record) -> tuple[datetime, bool, UUID]:
    return record.created_at, getattr(record, "role", None) is Role.ASSISTANT, record.id
