"""What a conversation is about just now: kept with each reply, read with each message."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Final

from pydantic import TypeAdapter

from selfos.features.assistant.records import Card, CardState, Role, Touched
from selfos.features.assistant.turn import Turn
from selfos.intelligence.builtin.intents import Intent, Mentioned, Topic, read_intent
from selfos.intelligence.builtin.talk.voice import Voice

_TOPIC: Final = TypeAdapter(Topic)


@dataclass(slots=True)
class Scene:
    """A turn of the built-in engine: what was spoken of, and what is asked back."""

    turn: Turn
    topic: Topic
    mentioned: list[Mentioned] = field(default_factory=list)
    asked: Intent | None = None

    @property
    def voice(self) -> Voice:
        """How this reply sounds."""
        style = self.turn.profile.reply_style
        return Voice(str(self.turn.question.id), style.value if style else "warm")

    def mention(self, kind: str, record_id: Any, title: str) -> None:
        """A record was spoken of: "it" may mean it from now on."""
        self.mentioned.append(Mentioned(kind, str(record_id), title))

    def mention_all(self, records: Iterable[Touched]) -> None:
        """The records of an act."""
        for touched in records:
            self.mention(touched.kind, touched.id, touched.title)

    def keep(self) -> None:
        """Remember it with the reply."""
        topic = Topic(records=tuple(self.mentioned) or self.topic.records, asked=self.asked)
        self.turn.made.topic = _TOPIC.dump_python(topic, mode="json")


async def read(turn: Turn) -> Intent:
    """What the message wants, in the light of what was spoken of."""
    text, now, encoder = turn.question.text, turn.local, turn.runtime.encoder
    return await asyncio.to_thread(read_intent, text, now, encoder, recent=topic_of(turn))


def topic_of(turn: Turn) -> Topic:
    """What the conversation last spoke of, and whether an act waits for a yes or no."""
    kept = next((m.topic for m in reversed(turn.before) if m.role is Role.ASSISTANT and m.topic), None)
    topic = _TOPIC.validate_python(kept) if kept else Topic()
    return replace(topic, awaits_yes=bool(waiting(turn)))


def waiting(turn: Turn) -> list[Card]:
    """The acts that the latest reply left to the person's word."""
    replies = [m for m in turn.before if m.role is Role.ASSISTANT]
    asked = replies[-1].reply_to if replies else None
    return [c for c in turn.talk.cards if c.question_id == asked and c.state is CardState.WAITING]
