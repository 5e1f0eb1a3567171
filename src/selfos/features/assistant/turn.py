"""One turn: what an engine has in hand while it answers, and what becomes of the reply."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from selfos.features.assistant.acting import Acting, Deed, do
from selfos.features.assistant.events import Acted, Anew, Event, Prompted, Said
from selfos.features.assistant.neutral import Neutraliser, addresses
from selfos.features.assistant.queries import Talk
from selfos.features.assistant.records import Card, CardState, Citation, Message, Portion, Role, Touched
from selfos.features.assistant.running import Running, turns_of
from selfos.features.assistant.service import shown_card
from selfos.features.profile import Profile
from selfos.kernel.context import Context
from selfos.kernel.perform import perform
from selfos.kernel.recurrence import wall

_NEEDS_A_WORD = {
    "outward": "it reaches beyond this machine",
    "final": "it cannot be undone",
}


@dataclass(slots=True)
class Reply:
    """What has been said so far."""

    text: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    read: dict[UUID, Touched] = field(default_factory=dict)
    portions: tuple[Portion, ...] = ()
    topic: dict[str, Any] | None = None
    found_by: str = "built-in"
    notice: str | None = None
    title: str | None = None


class Turn:
    """A message, its conversation, and the reply in the making."""

    def __init__(self, acting: Acting, talk: Talk, running: Running) -> None:
        self.runtime, self.principal, self.talk = acting.runtime, acting.principal, talk
        self.question, self.reply = acting.question, acting.reply
        self.made = Reply()
        self.cards = list(talk.cards_of(acting.reply))
        self._earlier = list(self.cards)
        self.profile: Profile
        self.now: datetime
        self._running = running
        self._acting = acting
        own = (message.text for message in (*talk.messages, acting.question) if message.role is Role.USER)
        self._allowed = frozenset().union(*map(addresses, own))
        self._neutral = Neutraliser(self._allowed)
        self._deed: asyncio.Future[Card] | None = None
        #: Set when the reply has begun to be shown: what is not needed for that waits for it.
        self.spoke = asyncio.Event()
        self.room = turns_of(acting.runtime).room

    @property
    def context(self) -> Context:
        """For reading."""
        return Context(self.runtime, self.principal)

    @property
    def local(self) -> datetime:
        """The present on the person's clock, aware."""
        return self.now.astimezone(self.profile.zone)

    @property
    def before(self) -> Sequence[Message]:
        """What was said before this message, without replies that others have taken the place of."""
        return [message for message in self.talk.standing() if message.created_at < self.question.created_at]

    def tell(self, event: Event) -> None:
        """Let those who follow know."""
        self._running.tell(event)

    def say(self, text: str) -> None:
        """Add to the reply's text."""
        self._show(self._neutral.add(text))

    def finish_saying(self) -> None:
        """Show what was held back."""
        self._show(self._neutral.rest())

    def mark(self) -> int:
        """A place in the reply to come back to."""
        self.finish_saying()
        return len(self.made.text)

    def say_again_from(self, mark: int, reason: str) -> None:
        """What was said since the mark is void; what was done stands."""
        self._neutral = Neutraliser(self._allowed)
        del self.made.text[mark:]
        self.tell(Anew(reason=reason, text="".join(self.made.text)))

    def prompted(self, portions: Sequence[Portion], budget: int) -> None:
        """Tell what went into the prompt."""
        self.made.portions = tuple(portions)
        self.tell(Prompted(portions=self.made.portions, tokens=sum(p.tokens for p in portions), budget=budget))

    async def look(self, name: str, **given: Any) -> Any:
        """What a reading action answers, as JSON. Raises Problem."""
        action = self.runtime.actions[name]
        outcome = await perform(self.runtime, action, self.principal, action.input.model_validate(given))
        return orjson.loads(outcome.body)

    async def act(self, deed: Deed, why: str | None = None) -> Card:
        """Do something, or let it wait for the person's word: where its grade asks for that, or for a reason `why`."""
        card = self._done_before(deed) or await self._acting.card(deed, why or _NEEDS_A_WORD.get(deed.action.grade))
        if card.state is CardState.DOING:
            # what was begun is ended and put away, also when the turn is cancelled meanwhile
            self._deed = asyncio.ensure_future(do(self.runtime, self.principal, card))
            card = await asyncio.shield(self._deed)
        self.keep_card(card)
        return card

    def _done_before(self, deed: Deed) -> Card | None:
        """The card of an earlier reply to the same message: what is answered anew is done once, in whatever words."""
        for card in self._earlier:
            if card.action == deed.action.name and card.state in {CardState.DONE, CardState.DOING, CardState.WAITING}:
                self._earlier.remove(card)
                return card
        return None

    def keep_card(self, card: Card) -> None:
        """Show a card as it stands now."""
        self.cards = [*(one for one in self.cards if one.id != card.id), card]
        self.tell(Acted(card=shown_card(card)))

    async def rest(self) -> None:
        """Wait for the act that was begun last."""
        if self._deed is not None and not self._deed.done():
            self.keep_card(await self._deed)

    def _show(self, text: str) -> None:
        if text:
            self.made.text.append(text)
            self.tell(Said(text=text))
            self.spoke.set()

    @property
    def today(self) -> Any:
        """The person's day."""
        return wall(self.now, self.profile.zone).date()
