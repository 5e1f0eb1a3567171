"""The time a plan has: from today to its end, less a buffer before the end, in blocks of seven days."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from selfos.intelligence.builtin.planning.model import GoalBrief
from selfos.intelligence.builtin.planning.templates import Template

DEFAULT_MINUTES = 120


@dataclass(frozen=True, slots=True)
class Horizon:
    """`work_days` are the days before the buffer, counted from `starts`; tasks lie within them."""

    starts: date
    ends: date
    work_days: int
    budget: int

    @property
    def weeks(self) -> int:
        return math.ceil(((self.ends - self.starts).days + 1) / 7)

    @property
    def work_weeks(self) -> int:
        return math.ceil(self.work_days / 7)

    @property
    def buffer_from(self) -> date:
        return self.starts + timedelta(days=self.work_days)

    def day(self, share: float) -> int:
        """The day, counted from the start, at this share of the working time."""
        return min(round(max(share, 0.0) * (self.work_days - 1)), self.work_days - 1)

    def week_share(self, week: int) -> float:
        """The share of the working time at which block `week` ends."""
        return min((7 * week + 6) / max(self.work_days - 1, 1), 1.0)

    def date(self, day: int) -> date:
        return self.starts + timedelta(days=min(day, (self.ends - self.starts).days))


def horizon_of(
    brief: GoalBrief, template: Template, needed: int = 0
) -> tuple[Horizon, tuple[str, ...], tuple[str, ...]]:
    """The plan's time, with notes and warnings about it: a missing, passed, very near or very far target date.

    A date the plan has to propose itself lies far enough for `needed` minutes of work.
    """
    budget = DEFAULT_MINUTES if brief.minutes_per_week is None else max(brief.minutes_per_week, 0)
    weeks = max(template.weeks, math.ceil(needed / max(budget * 0.7, 1)) + 1)
    proposed = brief.today + timedelta(weeks=min(weeks, 104))
    passed = brief.target_date is not None and brief.target_date < brief.today
    ends = proposed if brief.target_date is None or passed else brief.target_date
    span = (ends - brief.today).days + 1
    horizon = Horizon(brief.today, ends, span - _buffer(span, template), budget)
    return horizon, tuple(_notes(brief, horizon)), tuple(_warnings(brief, template, proposed))


def _notes(brief: GoalBrief, horizon: Horizon) -> Iterator[str]:
    if brief.target_date is None:
        yield f"You set no date. I propose a first stretch until {say(horizon.ends)}; then look back and go on."
    if brief.minutes_per_week is None:
        yield f"You named no time per week; I reckoned with {horizon.budget} minutes. Change it and I plan anew."
    if horizon.work_days < (horizon.ends - horizon.starts).days:
        yield f"The days from {say(horizon.buffer_from)} on hold no new task: they are the reserve for what slips."


def _warnings(brief: GoalBrief, template: Template, proposed: date) -> Iterator[str]:
    target = brief.target_date
    if target is None:
        return
    days = (target - brief.today).days
    if days < 0:
        yield (
            f"The target date {say(target)} has already passed, which happens. I propose {say(proposed)} instead and "
            "planned for that; tell me if another date suits you better."
        )
    elif days <= 6:
        left = f"{days} days are" if days > 1 else "1 day is" if days else "no day is"
        yield f"Only {left} left, so this holds only what fits; a later date would make room for more."
    elif days > max(3 * 7 * template.weeks, 700) and template.progression != "saving":
        yield (
            f"{say(target)} is far away. The first steps come soon and the rest is spread wide; something nearer, "
            f"such as {say(proposed)}, would keep it more alive."
        )


def _buffer(span: int, template: Template) -> int:
    """A tenth of the time, at most four weeks; little before an event, whose day cannot slip."""
    if span < 10:
        return 0
    return min(max(span // 20, 1), 7) if template.event else min(max(span // 10, 2), 28)


def say(day: date) -> str:
    """A date as a person writes it: "3 May 2026"."""
    return f"{day.day} {day:%B %Y}"
