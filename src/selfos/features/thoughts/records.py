"""What is stored of a thought."""

from enum import StrEnum

from pydantic import Field

from selfos.kernel import clock
from selfos.kernel.fields import Content, Instant, Line, Tags
from selfos.kernel.records import Derived, Indexed, Managed, Private, Record, SearchSpec
from selfos.kernel.vocabulary import LifeArea, Sentiment


class ThoughtType(StrEnum):
    """What kind of thing was captured."""

    TASK = "task"
    IDEA = "idea"
    JOURNAL = "journal"
    QUESTION = "question"
    NOTE = "note"
    EVENT = "event"
    MONEY = "money"


class ThoughtStatus(StrEnum):
    """Where a thought stands: still open, dealt with, or put away."""

    OPEN = "open"
    DONE = "done"
    ARCHIVED = "archived"


class AnalysisState(StrEnum):
    """Whether the engine has read it; `off` where it may not, and where what it found was taken back."""

    PENDING = "pending"
    DONE = "done"
    OFF = "off"


class Thought(
    Record,
    kind="thought",
    plural="thoughts",
    search=SearchSpec(
        text=("content",), keys=("tags", "type", "life_areas", "sentiment", "people", "status"), at="captured_at"
    ),
):
    """A captured thought. What the engine found out about it may be corrected, and is then left alone."""

    content: Private[Content] = Field(description="The thought itself, at most 100 kB")
    tags: Private[Tags] = ()
    source: Private[Line | None] = Field(None, description="Where it came from: web, cli, shortcut …")
    captured_at: Indexed[Instant] = Field(default_factory=clock.now)
    status: Indexed[ThoughtStatus] = ThoughtStatus.OPEN
    type: Private[ThoughtType | None] = None
    is_actionable: Private[bool | None] = None
    sentiment: Private[Sentiment | None] = None
    life_areas: Private[tuple[LifeArea, ...]] = ()
    people: Private[tuple[Line, ...]] = ()
    analysis_state: Indexed[Derived[AnalysisState]] = AnalysisState.PENDING
    corrected: Private[Managed[tuple[str, ...]]] = Field((), description="Fields that the person set themselves")
