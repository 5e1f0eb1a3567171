"""Doing things on the person's behalf: only by the action registry, each with a card, each at most once.

The card is written before the act and settled after it. What was cut off in between is done under the same idempotency
key when the reply is asked for anew, so that it happens once whatever died in the middle.
"""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid5

import orjson
from pydantic import BaseModel

from selfos.features.assistant.queries import cards_for, writing_in
from selfos.features.assistant.records import Card, CardState, Message, Touched
from selfos.kernel.actions import Action
from selfos.kernel.context import Context
from selfos.kernel.errors import Conflict, Invalid, Problem
from selfos.kernel.log import changes
from selfos.kernel.perform import Outcome, Wish, perform
from selfos.kernel.principal import ENGINE, Principal
from selfos.kernel.reading import fetch_records
from selfos.kernel.records import Record, registry, to_json
from selfos.kernel.runtime import Runtime

ASKS_FIRST: Final = frozenset({"outward", "final"})
"""Grades of acts that wait for the person's word whoever wished for them."""
DECIDES: Final = "cards:write"
"""The scope of the person's word: a key that only talks cannot say yes to what its own talk made wait."""
_MOST_SHOWN: Final = 50
_LONGEST: Final = 200
_KEEPING: Final = "assistant.keep"


@dataclass(frozen=True, slots=True)
class Deed:
    """An act that is wished for: what, with which input, and what it is called."""

    action: Action
    given: BaseModel
    title: str
    preview: dict[str, Any] | None = None

    @property
    def plain(self) -> dict[str, Any]:
        """The input as JSON, without what was left to its default."""
        return dict(orjson.loads(to_json(self.given.model_dump(mode="json", exclude_unset=True))))


@dataclass(frozen=True, slots=True)
class Acting:
    """Acts for the message `question`, by the rights of whoever said it; `reply` is the reply that wants them."""

    runtime: Runtime
    principal: Principal
    question: Message
    reply: Message

    async def card(self, deed: Deed, why: str | None) -> Card:
        """A new card for an act, which waits where there is a reason `why`.

        Raises Conflict where the reply is no longer wanted.
        """
        async with self.runtime.unit(self.principal.space_id, ENGINE, _KEEPING) as unit:
            if all(message.id != self.reply.id for message in await writing_in(unit, self.question.conversation_id)):
                raise Conflict("this reply was ended")
            number = len(await cards_for(unit, self.question.id))
            return unit.create(
                Card,
                id=uuid5(self.question.id, f"{deed.action.name} {number}"),
                conversation_id=self.question.conversation_id,
                question_id=self.question.id,
                action=deed.action.name,
                given=deed.plain,
                title=deed.title[:_LONGEST],
                why=why,
                grade=deed.action.grade,
                preview=deed.preview,
                state=CardState.WAITING if why else CardState.DOING,
            )


async def do(runtime: Runtime, principal: Principal, card: Card) -> Card:
    """Do what a card says and settle it; a refusal by the product makes it a failed one."""
    action = runtime.actions[card.action]
    try:
        given = action.input.model_validate(card.given)
        outcome = await perform(runtime, action, principal, given, Wish(key=str(card.id)))
    except (Problem, ValueError) as problem:
        told = problem.detail if isinstance(problem, Problem) else "its input is not valid"
        return await settle(runtime, principal.space_id, card.id, state=CardState.FAILED, why=told[:_LONGEST])
    touched = await _touched(runtime, principal.space_id, outcome)
    change = {"records": touched, "change_id": outcome.change_id}
    return await settle(runtime, principal.space_id, card.id, state=CardState.DONE, **change)


async def settle(runtime: Runtime, space_id: UUID, card_id: UUID, **values: Any) -> Card:
    """The card with these fields."""
    async with runtime.unit(space_id, ENGINE, _KEEPING) as unit:
        return unit.update(await unit.get(Card, card_id), **values)


async def confirm(context: Context, card_id: UUID) -> Card:
    """Do what waits for a yes.

    Raises Conflict where it does not wait.
    """
    card = await _decided(context, card_id, CardState.DOING)
    return await do(context.runtime, context.principal, card)


async def refuse(context: Context, card_id: UUID) -> Card:
    """Turn down what waits for a yes."""
    return await _decided(context, card_id, CardState.REFUSED)


async def _decided(context: Context, card_id: UUID, state: CardState) -> Card:
    async with context.runtime.unit(context.space_id, context.principal.actor, f"cards.{state}") as unit:
        card = await unit.get(Card, card_id)
        if card.state not in {CardState.WAITING, CardState.DOING} or (card.state, state) == ("doing", "refused"):
            raise Conflict(f"this act is not waiting: it is {card.state}", field="id")
        return unit.update(card, state=state)


async def _touched(runtime: Runtime, space_id: UUID, outcome: Outcome) -> tuple[Touched, ...]:
    """The records that the act wrote, as the change log tells."""
    if outcome.change_id is None:
        return ()
    async with runtime.database.space(space_id, read_only=True) as connection:
        entries = await changes.of_change(connection, runtime.sealer, space_id, outcome.change_id)
        entries = entries[:_MOST_SHOWN]
        records: dict[UUID, Record] = {}
        for kind in {entry.kind for entry in entries}:
            ids = [entry.record_id for entry in entries if entry.kind == kind]
            records |= {r.id: r for r in await fetch_records(connection, runtime.sealer, space_id, registry[kind], ids)}
    return tuple(
        Touched(kind=e.kind, id=e.record_id, title=title_of(records[e.record_id]), op=e.op)
        for e in entries
        if e.record_id in records
    )


def title_of(record: Record) -> str:
    """What a person knows a record by: its title, else the beginning of its text."""
    spec = record.spec.search
    words = [str(getattr(record, name)) for name in (spec.title, *spec.text) if name and getattr(record, name)]
    return words[0].splitlines()[0][:_LONGEST] if words else record.spec.name.replace("_", " ")


def deed_of(runtime: Runtime, name: str, given: dict[str, Any], title: str | None = None) -> Deed:
    """An act by the name of its action.

    Raises Invalid for an unknown action, ValidationError for a wrong input.
    """
    action = runtime.actions.get(name)
    if action is None:
        raise Invalid("there is no such action", field="action")
    checked = action.input.model_validate(given)
    return Deed(action, checked, title or _called(action, given))


def _called(action: Action, given: dict[str, Any]) -> str:
    named = next((given[n] for n in ("title", "text", "content", "statement", "q") if given.get(n)), None)
    return f"{action.summary}: {named}" if named else action.summary
