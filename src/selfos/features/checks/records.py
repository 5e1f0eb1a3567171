"""What is stored of something that was noticed."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from selfos.intelligence.builtin.patterns import Kind
from selfos.kernel.fields import Line, Prose, Share
from selfos.kernel.records import Indexed, Managed, Private, Record, SearchSpec


class InsightStatus(StrEnum):
    """What the person made of it."""

    NEW = "new"
    SEEN = "seen"
    DISMISSED = "dismissed"


class Quote(BaseModel):
    """Words that an insight stands on: `quote` is the text of that record between the characters `start` and `end`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["thought", "task", "goal"]
    id: UUID
    quote: str
    start: int
    end: int


class Advice(BaseModel):
    """What could be done about it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    act: Literal["create_task", "create_goal", "review_goal", "replan", "reflect"]
    text: str


class Insight(
    Record, kind="insight", plural="insights", search=SearchSpec(title="title", text=("sentence",), keys=("status",))
):
    """Something that was noticed in a person's recent life, with the words it stands on.

    `confidence` is the probability that it is no coincidence. `signature` tells it from others, and it is told again
    when as much as `again_at` speaks for it.
    """

    status: Indexed[Managed[InsightStatus]] = InsightStatus.NEW
    pattern: Private[Managed[Kind]]
    title: Private[Managed[Line]]
    sentence: Private[Managed[Prose]]
    evidence: Private[Managed[tuple[Quote, ...]]] = ()
    advice: Private[Managed[Advice | None]] = Field(None, description="What could be done about it")
    confidence: Private[Managed[Share]]
    signature: Private[Managed[str]]
    again_at: Private[Managed[int]]
