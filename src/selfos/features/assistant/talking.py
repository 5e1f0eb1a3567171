"""Saying something and being answered: how a turn begins, goes on and ends.

The message and a reply that is being written are kept before anything is answered; the reply is kept again at its end.
A turn is not part of a request: it goes on when the client leaves, and ends by itself, by its deadline, or when the
person says so.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Final
from uuid import UUID

import structlog
from pydantic import Field

from selfos.features.assistant.acting import Acting
from selfos.features.assistant.engines import answer_with_any
from selfos.features.assistant.events import Began, Ended, Event
from selfos.features.assistant.queries import Talk, read_message, read_talk, writing_in
from selfos.features.assistant.records import (
    MAX_ATTACHMENTS,
    Circumstances,
    Conversation,
    Message,
    MessageState,
    Role,
)
from selfos.features.assistant.running import Running, turns_of
from selfos.features.assistant.service import shown
from selfos.features.assistant.titles import first_title, says_something
from selfos.features.assistant.turn import Turn
from selfos.features.profile import profile_of
from selfos.features.sources import Source
from selfos.kernel import clock
from selfos.kernel.actions import Input
from selfos.kernel.context import Context
from selfos.kernel.errors import Conflict, Invalid, NotFound
from selfos.kernel.fields import Content
from selfos.kernel.ids import new_id
from selfos.kernel.principal import ENGINE, Principal
from selfos.kernel.runtime import Runtime
from selfos.kernel.unit import IdTaken, Unit

SCOPE: Final = "conversations:write"
DEADLINE: Final = 120.0
"""Seconds that a turn may take."""
_log = structlog.get_logger("assistant")


class Say(Input):
    """A message to the assistant."""

    message: Content = Field(examples=["I want to start exercising regularly"])
    context: Circumstances | None = None
    attachments: tuple[UUID, ...] = Field((), max_length=MAX_ATTACHMENTS, description="Sources that belong to it")
    id: UUID | None = Field(None, description="A UUID chosen by the client: said again, it is answered once")


async def answer(
    runtime: Runtime, principal: Principal, given: Say, conversation_id: UUID | None = None
) -> AsyncIterator[Event]:
    """Say something and follow the turn; a new conversation begins where none is named. Raises Problem."""
    running = await say(runtime, principal, given, conversation_id)
    async for event in running.follow():
        yield event


async def say(runtime: Runtime, principal: Principal, given: Say, conversation_id: UUID | None = None) -> Running:
    """Keep a message and begin to answer it.

    Raises NotFound for an unknown conversation or attachment, Conflict where the conversation is still being answered.
    """
    principal.require(SCOPE)
    context = Context(runtime, principal)
    try:
        async with runtime.unit(principal.space_id, principal.actor, "conversations.say") as unit:
            await _check_attached(unit, given)
            conversation = await _conversation(unit, given, conversation_id)
            if conversation_id:
                await _make_way(unit, context, conversation_id)
            question = unit.create(
                Message,
                id=given.id or new_id(),
                conversation_id=conversation.id,
                role=Role.USER,
                text=given.message,
                circumstances=given.context,
                attachments=given.attachments,
            )
            reply = _reply(unit, question)
    except IdTaken:
        return await _said_before(context, given)
    talk = await read_talk(context, conversation.id) if conversation_id else Talk(conversation, (question, reply), ())
    return _begin(context, talk, question, reply)


async def anew(runtime: Runtime, principal: Principal, reply_id: UUID) -> Running:
    """Answer a message once more, in the place of a reply; what was done for it is not done twice.

    Raises NotFound, Conflict.
    """
    principal.require(SCOPE)
    context = Context(runtime, principal)
    async with runtime.unit(principal.space_id, principal.actor, "conversations.regenerate") as unit:
        old = await unit.get(Message, reply_id)
        if old.role is not Role.ASSISTANT or old.reply_to is None or old.superseded_by is not None:
            raise Invalid("must be the latest reply to a message", field="id")
        await _make_way(unit, context, old.conversation_id)
        question = await unit.get(Message, old.reply_to)
        reply = _reply(unit, question)
        unit.update(await unit.get(Message, reply_id), superseded_by=reply.id)
    return _begin(context, await read_talk(context, old.conversation_id), question, reply)


async def cancel(runtime: Runtime, principal: Principal, reply_id: UUID) -> Message:
    """End a turn; what was said and done until then stays. Raises NotFound."""
    principal.require(SCOPE)
    context = Context(runtime, principal)
    message = await read_message(context, reply_id)
    if not await turns_of(runtime).cancel(reply_id) and message.state is MessageState.WRITING:
        async with runtime.unit(principal.space_id, ENGINE, "assistant.cancel") as unit:
            message = await unit.get(Message, reply_id)
            return unit.update(message, state=MessageState.CANCELLED)
    return await read_message(context, reply_id)


async def follow(runtime: Runtime, principal: Principal, reply_id: UUID) -> Running:
    """A turn from its first event on, also one that is over. Raises NotFound."""
    principal.require("conversations:read")
    context = Context(runtime, principal)
    reply = await read_message(context, reply_id)
    if reply.role is not Role.ASSISTANT:
        raise NotFound(f"there is no reply with the id {reply_id}")
    running = turns_of(runtime).get(reply_id)
    return running or await _over(context, reply)


async def _check_attached(unit: Unit, given: Say) -> None:
    """Raises NotFound."""
    if given.attachments:
        known = {source.id for source in await unit.get_many(Source, given.attachments)}
        if missing := [i for i in given.attachments if i not in known]:
            raise NotFound("some of the attachments are not there", extra={"ids": missing})


async def _conversation(unit: Unit, given: Say, conversation_id: UUID | None) -> Conversation:
    if conversation_id is None:
        return unit.create(Conversation, title=first_title(given.message), last_at=unit.at)
    conversation = await unit.get(Conversation, conversation_id)
    renamed = says_something(given.message) and not says_something(conversation.title)
    title = first_title(given.message) if renamed else conversation.title
    return unit.update(conversation, last_at=unit.at, title=title)


def _reply(unit: Unit, question: Message) -> Message:
    return unit.create(
        Message,
        conversation_id=question.conversation_id,
        role=Role.ASSISTANT,
        reply_to=question.id,
        state=MessageState.WRITING,
    )


async def _make_way(unit: Unit, context: Context, conversation_id: UUID) -> None:
    """What another process was writing is interrupted: it has died, or it will notice. Raises Conflict."""
    for reply in await writing_in(unit, conversation_id):
        if turns_of(context.runtime).get(reply.id):
            raise Conflict("the last message is still being answered; wait, or cancel it", extra={"reply_id": reply.id})
        unit.update(reply, state=MessageState.INTERRUPTED)


async def _said_before(context: Context, given: Say) -> Running:
    """The turn of a message that is known by its id. Raises Conflict for another text."""
    if given.id is None:
        raise Conflict("try again")
    question = await read_message(context, given.id)
    if question.text != given.message:
        raise Conflict("this id was used for another message", field="id")
    talk = await read_talk(context, question.conversation_id)
    reply = next(m for m in reversed(talk.standing()) if m.reply_to == question.id)
    return await follow(context.runtime, context.principal, reply.id)


async def _over(context: Context, reply: Message) -> Running:
    talk = await read_talk(context, reply.conversation_id)
    ended = Ended(message=shown(reply, talk.cards_of(reply)), title=talk.conversation.title)
    return Running((_began(reply), ended), over=True)


def _began(reply: Message) -> Began:
    question_id = reply.reply_to or reply.id
    return Began(conversation_id=reply.conversation_id, message_id=question_id, reply_id=reply.id)


def _begin(context: Context, talk: Talk, question: Message, reply: Message) -> Running:
    async def work(running: Running) -> None:
        running.tell(_began(reply))
        turn = Turn(Acting(context.runtime, context.principal, question, reply), talk, running)
        state = MessageState.INTERRUPTED
        try:
            async with asyncio.timeout(DEADLINE):
                turn.now = clock.now()
                turn.profile = await profile_of(context.runtime, context.space_id, context.principal.account_id)
                await answer_with_any(turn)
            state = MessageState.DONE
        except asyncio.CancelledError:
            state = running.broken_off
        except TimeoutError:
            turn.made.notice = "It took too long. Try again."
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the reply must not stay unfinished
            _log.error("turn failed", exc_info=error)
            turn.made.notice = "Something went wrong on our side; nothing is left half done. Try again."
        finally:
            await asyncio.shield(_keep(turn, state))

    return turns_of(context.runtime).start(reply.id, work)


async def _keep(turn: Turn, state: MessageState) -> None:
    """The reply as it stands at the end of its turn, unless another one has taken its place."""
    await turn.rest()
    turn.finish_saying()
    made = turn.made
    async with turn.runtime.unit(turn.principal.space_id, ENGINE, "assistant.reply") as unit:
        reply = await unit.get(Message, turn.reply.id, deleted=True)
        conversation = await unit.get(Conversation, reply.conversation_id, deleted=True)
        if reply.state is MessageState.WRITING and reply.deleted_at is None:
            reply = unit.update(
                reply,
                state=state,
                text="".join(made.text).strip(),
                citations=tuple(made.citations),
                read=tuple(made.read.values()),
                portions=made.portions,
                found_by=made.found_by,
                notice=made.notice,
                topic=made.topic,
            )
            conversation = unit.update(conversation, last_at=unit.at, **({"title": made.title} if made.title else {}))
    turn.tell(Ended(message=shown(reply, tuple(turn.cards)), title=conversation.title))
