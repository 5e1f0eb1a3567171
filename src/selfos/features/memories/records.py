"""What is stored of a memory, and of what was learnt from one record."""

from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Final
from uuid import UUID, uuid5

from pydantic import BaseModel, ConfigDict, Field

from selfos.kernel import clock
from selfos.kernel.fields import Day, Instant, Line, Share
from selfos.kernel.records import Indexed, Managed, Private, Record, SearchSpec
from selfos.kernel.vocabulary import Sensitivity

MOST_EVIDENCE: Final = 20
"""Places that a memory names as where it is known from: the first ones and the newest."""


class MemoryKind(StrEnum):
    """What kind of thing is remembered."""

    GOAL = "goal"
    ROUTINE = "routine"
    PREFERENCE = "preference"
    REFLECTION = "reflection"
    ACHIEVEMENT = "achievement"
    FACT = "fact"
    PERSON = "person"


class Evidence(BaseModel):
    """Words that a memory stands on: in which record, said when, found by whom and how surely.

    They say that it holds from the day `since`, or that it ended on the day `until`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    id: UUID
    quote: str
    at: Instant
    found_by: str
    confidence: Share
    since: Day | None = None
    until: Day | None = None


class Memory(
    Record,
    kind="memory",
    plural="memories",
    search=SearchSpec(text=("statement",), keys=("what", "slot", "people"), at="learned_at"),
):
    """One thing known about the person or somebody in their life.

    It held from the day `valid_from` until the day `valid_until`, which is excluded; None is unknown, or still. It was
    learnt at `learned_at`, and at `closed_at` that it had ended: both together tell what was believed at a time. `slot`
    names what is told of whom; where `single`, only one memory of a slot holds at a time.
    """

    what: Indexed[MemoryKind]
    statement: Private[Line]
    valid_from: Indexed[Day | None] = None
    valid_until: Indexed[Day | None] = Field(None, description="The first day on which it no longer held")
    subject: Private[Managed[Line | None]] = Field(None, description="Whom it is about: `me`, or a name")
    attribute: Private[Managed[Line | None]] = Field(None, description="What it tells of them: `lives in`")
    value: Private[Managed[Line | None]] = None
    slot: Private[Managed[str]] = ""
    single: Private[Managed[bool]] = False
    people: Private[Managed[tuple[Line, ...]]] = ()
    sensitive: Private[Managed[Sensitivity | None]] = None
    learned_at: Indexed[Managed[Instant]] = Field(default_factory=clock.now)
    closed_at: Indexed[Managed[Instant | None]] = None
    supersedes: Private[Managed[UUID | None]] = None
    superseded_by: Private[Managed[UUID | None]] = None
    confidence: Private[Managed[Share]] = 1.0
    evidence: Private[Managed[Annotated[tuple[Evidence, ...], Field(max_length=MOST_EVIDENCE)]]] = ()
    by_person: Private[Managed[bool]] = Field(False, description="Written or corrected by the person")
    pinned: Indexed[Managed[bool]] = False
    uses: Private[Managed[int]] = Field(0, description="How often it was learnt again, or served for an answer")
    used_at: Private[Managed[Instant | None]] = None

    @property
    def quote(self) -> str:
        """The words that it stands on, the newest of them; what the person wrote themselves as it is."""
        return self.statement if self.by_person or not self.evidence else self.evidence[-1].quote


class Learning(Record, kind="learning", plural="learnings", search=SearchSpec(meaning=False), synced=False):
    """What was learnt from one record, under an id that follows from that record's.

    `refused` names words of it (by `quote_hash`) that the person has corrected, forgotten or erased the memory of: they
    are neither learnt nor recalled again.
    """

    source_id: Private[Managed[UUID]]
    memories: Private[Managed[tuple[UUID, ...]]] = ()
    refused: Private[Managed[tuple[str, ...]]] = ()
    modelled: Private[Managed[str | None]] = None


def learning_id(source_id: UUID) -> UUID:
    """Where it is kept what was learnt from a record."""
    return uuid5(source_id, "learning")


def quote_hash(quote: str) -> str:
    """Names words whatever their case and spaces; kept sealed, as it could be guessed from."""
    return sha256(" ".join(quote.casefold().split()).encode()).hexdigest()
