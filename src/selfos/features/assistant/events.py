"""What a turn tells while it goes on; the same for every surface."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from selfos.features.assistant.records import Portion
from selfos.features.assistant.service import ShownCard, ShownMessage


class _Event(BaseModel):
    model_config = ConfigDict(frozen=True)


class Began(_Event):
    """The message is kept, and its reply has begun."""

    type: Literal["began"] = "began"
    conversation_id: UUID
    message_id: UUID
    reply_id: UUID


class Prompted(_Event):
    """What goes into the prompt, in tokens as estimated, and how many there may be."""

    type: Literal["prompted"] = "prompted"
    portions: tuple[Portion, ...]
    tokens: int
    budget: int


class Said(_Event):
    """The next piece of the reply's text."""

    type: Literal["said"] = "said"
    text: str


class Anew(_Event):
    """What was said so far is void but for `text`; the reply goes on from there."""

    type: Literal["anew"] = "anew"
    reason: str
    text: str = ""


class Acted(_Event):
    """A card is new, or stands otherwise than before."""

    type: Literal["acted"] = "acted"
    card: ShownCard


class Ended(_Event):
    """The reply as it is kept, and the conversation's title."""

    type: Literal["ended"] = "ended"
    message: ShownMessage
    title: str


Event = Annotated[Began | Prompted | Said | Anew | Acted | Ended, Field(discriminator="type")]
"""In this order: began; prompted, said, anew and acted as they come; ended."""
