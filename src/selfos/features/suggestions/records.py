"""What is stored of a task that was found in a thought."""

from datetime import timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from pydantic import Field

from selfos.kernel.fields import Day, Instant, Line, Minutes, Share
from selfos.kernel.records import Indexed, Managed, Private, Record, SearchSpec
from selfos.kernel.recurrence import Repeats
from selfos.kernel.vocabulary import LifeArea
from selfos.kernel.zones import Zone

KEPT: Final = timedelta(days=90)
"""How long a suggestion waits for a word, and a dismissed one is remembered."""


_FOUND: Final = SearchSpec(title="title", keys=("status",), meaning=False)


class SuggestionStatus(StrEnum):
    """What the person made of it."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class TaskSuggestion(Record, kind="task_suggestion", plural="task_suggestions", search=_FOUND):
    """A task found in a thought, waiting for the person's word. What they made of it is kept to learn from."""

    thought_id: Indexed[Managed[UUID]]
    status: Indexed[Managed[SuggestionStatus]] = SuggestionStatus.PENDING
    task_id: Indexed[Managed[UUID | None]] = None
    title: Private[Managed[Line]]
    due: Private[Managed[Day | None]] = None
    due_at: Private[Managed[Instant | None]] = None
    timezone: Private[Managed[Zone | None]] = Field(None, description="Where `due` is a day")
    rrule: Private[Managed[Repeats | None]] = None
    duration_minutes: Private[Managed[Minutes | None]] = None
    people: Private[Managed[tuple[Line, ...]]] = ()
    life_areas: Private[Managed[tuple[LifeArea, ...]]] = ()
    confidence: Private[Managed[Share]]
    span: Private[Managed[tuple[int, int]]] = Field(description="Where in the thought it stands, in characters")
    edited: Private[Managed[tuple[str, ...]]] = Field((), description="Fields that were changed when it was accepted")
