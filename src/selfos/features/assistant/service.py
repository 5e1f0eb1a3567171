"""What can be done with conversations, beyond talking: reading, renaming, deleting, rating."""

from typing import Any, Final
from uuid import UUID

from pydantic import Field, JsonValue

from selfos.features.assistant import queries
from selfos.features.assistant.records import (
    Card,
    CardState,
    Circumstances,
    Citation,
    Conversation,
    Message,
    MessageState,
    Portion,
    Rating,
    Role,
    Touched,
)
from selfos.kernel.actions import ById, Output
from selfos.kernel.context import Context
from selfos.kernel.crud import Erased, crud
from selfos.kernel.errors import Invalid
from selfos.kernel.fields import Instant, Prose
from selfos.kernel.unit import Unit

talk_actions: Final = crud(Conversation.spec).only("list", "get", "update", "history")
message_actions: Final = crud(Message.spec).only("list", "get", "history")
card_actions: Final = crud(Card.spec).only("list", "get", "history")


class ShownCard(Output):
    """An act as it is shown: what was done, or would be, and what undoes it."""

    id: UUID
    action: str
    title: str
    grade: str
    state: CardState
    why: str | None
    records: tuple[Touched, ...]
    change_id: UUID | None
    given: dict[str, JsonValue]
    preview: dict[str, Any] | None


class ShownMessage(Output):
    """A message with the acts that were done for it."""

    id: UUID
    conversation_id: UUID
    role: Role
    text: str
    state: MessageState
    at: Instant
    reply_to: UUID | None
    circumstances: Circumstances | None
    attachments: tuple[UUID, ...]
    cards: tuple[ShownCard, ...]
    citations: tuple[Citation, ...]
    portions: tuple[Portion, ...]
    found_by: str | None
    notice: str | None
    rating: Rating | None
    correction: str | None


class Transcript(Output):
    """A conversation from its beginning, without replies that others have taken the place of."""

    conversation: Conversation
    messages: list[ShownMessage]


class RateReply(ById):
    """A verdict on a reply; what is absent stays, null takes it back."""

    rating: Rating | None = None
    correction: Prose | None = Field(None, description="What should have been said")


@talk_actions.reads("messages", path="/conversations/{id}/messages", input=ById, output=Transcript, raises=(404,))
async def transcript(context: Context, given: ById) -> Transcript:
    """Read a conversation with all that was said and done in it."""
    found = await queries.read_talk(context, given.id)
    return Transcript(
        conversation=found.conversation,
        messages=[shown(message, found.cards_of(message)) for message in found.standing()],
    )


@talk_actions.writes(
    "delete", method="DELETE", path="/conversations/{id}", input=ById, output=Conversation.spec, raises=(404, 412)
)
async def delete(context: Context, given: ById) -> Conversation:
    """Delete a conversation with its messages; what was done in it stays."""
    conversation = await context.unit.get(Conversation, given.id)
    context.check_match(conversation)
    for record in await queries.parts_of(context.unit, given.id):
        context.unit.delete(record)
    return context.unit.delete(conversation)


@talk_actions.writes(
    "restore", path="/conversations/{id}/restore", input=ById, output=Conversation.spec, raises=(404, 409)
)
async def restore(context: Context, given: ById) -> Conversation:
    """Restore a deleted conversation with its messages."""
    conversation = await context.unit.get(Conversation, given.id, deleted=True)
    for record in await queries.parts_of(context.unit, given.id):
        context.unit.restore(record)
    return context.unit.restore(conversation)


@talk_actions.writes("erase", path="/conversations/{id}/erase", input=ById, output=Erased, raises=(404, 412))
async def erase(context: Context, given: ById) -> Erased:
    """Erase a conversation for good, with its messages and its history; what was done in it stays."""
    conversation = await context.unit.get(Conversation, given.id, deleted=True)
    context.check_match(conversation)
    for record in await queries.parts_of(context.unit, given.id):
        context.unit.erase(record)
    context.unit.erase(conversation)
    return Erased(id=given.id)


@message_actions.writes("rate", path="/messages/{id}/rate", input=RateReply, output=Message.spec, raises=(404, 412))
async def rate(context: Context, given: RateReply) -> Message:
    """Say whether a reply was good, and what should have been said instead."""
    message = await context.unit.get(Message, given.id)
    context.check_match(message)
    return rated(context.unit, message, **given.model_dump(include=given.model_fields_set - {"id"}))


def rated(unit: Unit, message: Message, *, field: str = "id", **verdict: Rating | str | None) -> Message:
    """A reply with the person's verdict: its `rating`, its `correction`. Raises Invalid for what is no reply."""
    if message.role is not Role.ASSISTANT:
        raise Invalid("only replies of the assistant are rated", field=field)
    return unit.update(message, **verdict)


def shown(message: Message, cards: tuple[Card, ...] = ()) -> ShownMessage:
    """A message as it is shown."""
    fields = set(ShownMessage.model_fields) - {"at", "cards"}
    values = {name: getattr(message, name) for name in fields}
    return ShownMessage(**values, at=message.created_at, cards=tuple(map(shown_card, cards)))


def shown_card(card: Card) -> ShownCard:
    """A card as it is shown."""
    return ShownCard(**{name: getattr(card, name) for name in ShownCard.model_fields})
