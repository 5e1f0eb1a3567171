"""What goes into planning and what comes out. All dates are the person's local dates."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class GoalBrief:
    """A goal as the person wrote it. `milestones` are the titles of those that exist already and are not doubled."""

    title: str
    today: date
    vision: str = ""
    target_date: date | None = None
    minutes_per_week: int | None = None
    life_areas: tuple[str, ...] = ()
    milestones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedMilestone:
    title: str
    date: date
    why: str


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """`milestone` is an index into `Plan.milestones`; priority (1 the highest) and energy run from 1 to 5."""

    title: str
    notes: str
    due: date
    duration_minutes: int
    milestone: int
    priority: int
    energy: int


@dataclass(frozen=True, slots=True)
class HabitPhase:
    """One stretch of a habit whose load grows: what is done each time, from `starts` to `until` (both included)."""

    starts: date
    until: date
    what: str
    duration_minutes: int


@dataclass(frozen=True, slots=True)
class PlannedHabit:
    """`rrule` (RFC 5545, no DTSTART) runs from `starts` to `until`, both included.

    `duration_minutes` is the longest session.
    """

    title: str
    why: str
    rrule: str
    duration_minutes: int
    starts: date
    until: date
    phases: tuple[HabitPhase, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A proposal, written to the person.

    `load[k]` is the minutes of the seven days that begin at `starts` + 7k and never exceeds `minutes_per_week`.
    The days from `buffer_from` to `ends` hold no task, so that what slips has room.
    """

    template: str
    starts: date
    ends: date
    buffer_from: date
    minutes_per_week: int
    milestones: tuple[PlannedMilestone, ...]
    tasks: tuple[PlannedTask, ...]
    habits: tuple[PlannedHabit, ...]
    notes: tuple[str, ...]
    warnings: tuple[str, ...]
    load: tuple[int, ...]
