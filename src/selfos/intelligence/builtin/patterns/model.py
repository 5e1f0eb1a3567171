"""What detection reads and what it finds.

All datetimes are in the person's local zone, either all naive or all aware: days and hours are taken from them as they
stand. A span is a half-open range of characters of a text.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

import numpy as np
import numpy.typing as npt

Sentiment = Literal["negative", "neutral", "positive"]
EvidenceKind = Literal["thought", "task", "goal"]


class Kind(StrEnum):
    RECURRING_THEME = "recurring_theme"
    OPEN_LOOP = "open_loop"
    NEGLECTED_GOAL = "neglected_goal"
    MOOD_PATTERN = "mood_pattern"
    TIME_PATTERN = "time_pattern"
    OVERLOAD = "overload"


@dataclass(frozen=True, slots=True, eq=False)
class ThoughtView:
    """`embedding` is an L2-normalised row of the product's encoder, or None where there is none."""

    id: UUID
    content: str
    captured_at: datetime
    type: str = "journal"
    tags: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    sentiment: Sentiment = "neutral"
    is_actionable: bool = False
    people: tuple[str, ...] = ()
    embedding: npt.NDArray[np.float32] | None = None


@dataclass(frozen=True, slots=True)
class TaskView:
    """`status` is "done" or "cancelled" for what is closed; `duration` is in minutes."""

    id: UUID
    title: str
    created_at: datetime
    status: str = "todo"
    due: date | datetime | None = None
    completed_at: datetime | None = None
    goal_id: UUID | None = None
    duration: int | None = None


@dataclass(frozen=True, slots=True)
class GoalView:
    """`last_activity_at` is the last time anything was done for the goal, if ever."""

    id: UUID
    title: str
    updated_at: datetime
    status: str = "active"
    target_date: date | None = None
    areas: tuple[str, ...] = ()
    last_activity_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a finding stands on; `quote` is the text of that thing between `start` and `end`."""

    kind: EvidenceKind
    id: UUID
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What could be done: `act` names the kind of act, `text` what it would be about."""

    act: Literal["create_task", "create_goal", "review_goal", "replan", "reflect"]
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth telling, in words to the person.

    `confidence` is the probability that it is no coincidence: one minus the number of such findings that unrelated
    entries would be expected to give (themes, loops), the posterior probability of a real difference (mood and time),
    or of falling behind (overload). `signature` stays the same while the finding is the same; `weight` counts what it
    stands on, and it is worth saying again when that reaches `again_at`.
    """

    kind: Kind
    title: str
    sentence: str
    evidence: tuple[Evidence, ...]
    confidence: float
    signature: str
    weight: int
    again_at: int
    suggestion: Suggestion | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What is kept of a finding that was shown, so that it is not shown again while nothing is new."""

    kind: Kind
    signature: str
    again_at: int
    evidence: frozenset[UUID]
