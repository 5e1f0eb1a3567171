"""What is stored of feedback."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from selfos.kernel.fields import Line, Prose, Share
from selfos.kernel.records import Indexed, Managed, Private, Record, SearchSpec


class Subject(StrEnum):
    """What feedback is about; its id is that of the thought, the task suggestion, the goal, the insight …"""

    FINDING = "finding"
    SUGGESTION = "suggestion"
    PLAN = "plan"
    INSIGHT = "insight"
    REPLY = "reply"
    MEMORY = "memory"


class Verdict(StrEnum):
    """What the person made of it. `withdrawn` takes back what was said before."""

    GOOD = "good"
    BAD = "bad"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


class Judged(BaseModel):
    """One finding the verdict speaks of: how sure the engine was, and whether it was right."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: str = Field(description="Kind of finding: task, type, life_area, tag …")
    confidence: Share
    right: bool


class Feedback(Record, kind="feedback", plural="feedback", search=SearchSpec(meaning=False)):
    """What a person made of something that was found, suggested or said.

    Of several about the same the newest counts. `traits` are those by which the order of suggestions is learned.
    """

    subject: Indexed[Managed[Subject]]
    subject_id: Indexed[Managed[UUID]]
    verdict: Indexed[Managed[Verdict]]
    derived: Indexed[Managed[bool]] = Field(False, description="Whether it follows from what the person did")
    judged: Private[Managed[tuple[Judged, ...]]] = ()
    traits: Private[Managed[Annotated[tuple[Line, ...], Field(max_length=50)]]] = ()
    correction: Private[Managed[Prose | None]] = Field(None, description="What it should have been")
