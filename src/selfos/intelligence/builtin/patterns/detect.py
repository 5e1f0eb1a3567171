"""All detectors over one look at a life."""

from collections.abc import Sequence
from datetime import datetime

from selfos.intelligence.builtin.patterns import loops, themes
from selfos.intelligence.builtin.patterns.model import Finding, GoalView, TaskView, ThoughtView
from selfos.intelligence.builtin.patterns.moods import mood_patterns
from selfos.intelligence.builtin.patterns.neglect import neglected_goals
from selfos.intelligence.builtin.patterns.overload import overload
from selfos.intelligence.builtin.patterns.rhythm import recent
from selfos.intelligence.builtin.patterns.subjects import background_of, read_terms
from selfos.intelligence.builtin.patterns.times import time_patterns


def find_patterns(
    thoughts: Sequence[ThoughtView], tasks: Sequence[TaskView], goals: Sequence[GoalView], now: datetime
) -> tuple[Finding, ...]:
    """What is worth telling about the last weeks, the surest first; usually nothing.

    Pure: the same life and `now` (local, naive or aware as the views are) give the same findings. Filter them by
    `news` before showing.
    """
    lately = recent(thoughts, now, max(loops.RECENT, themes.RECENT))
    read = read_terms(lately)
    background = background_of(lately, read)
    open_ = list(loops.open_loops(lately, read, background, tasks, now))
    repeated = themes.recurring_themes(lately, read, background, now)
    found = [
        *open_,
        *(theme for theme in repeated if not any(_same(theme, loop) for loop in open_)),
        *neglected_goals(lately, read, tasks, goals, now),
        *mood_patterns(thoughts, now),
        *time_patterns(thoughts, tasks, now),
        *overload(tasks, now),
    ]
    return tuple(sorted(found, key=lambda finding: -finding.confidence))


def _same(theme: Finding, loop: Finding) -> bool:
    """A theme made of what is told as an open loop already."""
    ids = {item.id for item in theme.evidence}
    return 2 * len(ids & {item.id for item in loop.evidence}) >= len(ids)
