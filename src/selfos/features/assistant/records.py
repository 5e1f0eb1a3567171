"""What is stored of a conversation: what was said, and what was done for it."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from selfos.kernel import clock
from selfos.kernel.actions import Grade
from selfos.kernel.fields import Instant, Line, Prose
from selfos.kernel.records import Derived, Indexed, Managed, Private, Record, SearchSpec
from selfos.kernel.vocabulary import LifeArea

MAX_ATTACHMENTS: Final = 10


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Circumstances(_Part):
    """How things stand with the person as they say something."""

    life_areas: Annotated[tuple[LifeArea, ...], Field(max_length=len(LifeArea))] = ()
    current_mood: Line | None = Field(None, examples=["motivated"])
    available_time: Annotated[int, Field(ge=1, le=1440)] | None = Field(None, description="Minutes there are")


class Touched(_Part):
    """A record by what a person knows it by."""

    kind: str
    id: UUID
    title: str
    op: str | None = Field(None, description="Of an act: create, update, delete, restore or erase")


class Citation(_Part):
    """A record that a reply stands on, and its words."""

    kind: str
    id: UUID
    at: datetime | None = None
    quote: str
    said_by: str | None = None


class Portion(_Part):
    """How much of one thing went into the prompt, in tokens as estimated before it was sent."""

    name: str
    tokens: int
    items: int
    left_out: int = 0


class Role(StrEnum):
    """Who said it."""

    USER = "user"
    ASSISTANT = "assistant"


class MessageState(StrEnum):
    """Where a message stands. `interrupted`: the process that wrote it ended; ask for the reply anew."""

    WRITING = "writing"
    DONE = "done"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"


class Rating(StrEnum):
    """The person's verdict on a reply."""

    GOOD = "good"
    BAD = "bad"


class Conversation(
    Record,
    kind="conversation",
    plural="conversations",
    search=SearchSpec(title="title", at="last_at"),
):
    """A talk with the assistant."""

    title: Private[Line]
    last_at: Indexed[Managed[Instant]] = Field(default_factory=clock.now, description="When something was said last")


class Message(
    Record,
    kind="message",
    plural="messages",
    search=SearchSpec(text=("text",), keys=("role",), thread="conversation_id", speaker="role"),
):
    """Something said in a conversation. A reply names the message it answers."""

    conversation_id: Indexed[UUID]
    role: Indexed[Role]
    text: Private[Prose] = ""
    state: Indexed[Managed[MessageState]] = MessageState.DONE
    reply_to: Indexed[UUID | None] = None
    superseded_by: Indexed[Managed[UUID | None]] = Field(None, description="The reply that was made in its place")
    circumstances: Private[Circumstances | None] = None
    attachments: Private[Annotated[tuple[UUID, ...], Field(max_length=MAX_ATTACHMENTS)]] = ()
    citations: Private[Managed[tuple[Citation, ...]]] = ()
    read: Private[Managed[tuple[Touched, ...]]] = Field((), description="What it was made from")
    portions: Private[Managed[tuple[Portion, ...]]] = Field((), description="What went into the prompt")
    found_by: Private[Managed[Line | None]] = Field(None, description="`built-in`, or provider and model")
    notice: Private[Managed[Line | None]] = Field(None, description="What the person should know of how it was made")
    topic: Private[Managed[dict[str, JsonValue] | None]] = Field(None, description="What it spoke of and asked")
    rating: Indexed[Managed[Rating | None]] = None
    correction: Private[Managed[Prose | None]] = Field(None, description="What should have been said")


class CardState(StrEnum):
    """Where an act stands. `doing` lasts only while it is done, or until what was cut off is tried again."""

    DOING = "doing"
    WAITING = "waiting"
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"
    UNDONE = "undone"


class Card(Record, kind="card", plural="cards"):
    """Something the assistant did, or would do if the person says so, for the message `question_id`.

    `change_id` is what undoes it. Its state follows the change log: it is `undone` wherever that was done from.
    """

    conversation_id: Indexed[UUID]
    question_id: Indexed[UUID]
    action: Private[Line]
    given: Private[dict[str, JsonValue]]
    title: Private[Line]
    why: Private[Line | None] = Field(None, description="Why it asks before it acts, or why it failed")
    grade: Private[Grade]
    preview: Private[dict[str, Any] | None] = Field(None, description="What it would do, to be looked at")
    state: Indexed[Derived[CardState]] = CardState.DOING
    records: Private[Derived[tuple[Touched, ...]]] = ()
    change_id: Indexed[Derived[UUID | None]] = None
    undone_by: Indexed[Derived[UUID | None]] = None
