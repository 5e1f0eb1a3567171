"""Recurring themes: the same subject on several days of the last weeks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from selfos.intelligence.builtin.patterns import quotes
from selfos.intelligence.builtin.patterns.model import Finding, Kind, Suggestion, ThoughtView
from selfos.intelligence.builtin.patterns.naming import key_of, name_of, number_word
from selfos.intelligence.builtin.patterns.rhythm import recent
from selfos.intelligence.builtin.patterns.subjects import Background, Group, Terms, groups

RECENT = timedelta(days=30)
_LEAST, _LEAST_DAYS = 4, 3
_CHANCE = 0.02
#: More than these at once is noise of another kind.
_MOST = 3


def recurring_themes(
    thoughts: Sequence[ThoughtView], read: Mapping[UUID, Terms], background: Background, now: datetime
) -> Iterator[Finding]:
    """Subjects that came up at least four times on at least three days of the last thirty."""
    lately = recent(thoughts, now, RECENT)
    terms = [read[thought.id] for thought in lately]
    told = 0
    for group in groups(lately, terms, _LEAST, background):
        members = [lately[index] for index in group.members]
        days = {thought.captured_at.date() for thought in members}
        if len(days) >= _LEAST_DAYS and group.chance <= _CHANCE and told < _MOST:
            told += 1
            places = [terms[index].place(group.subject) for index in group.members]
            name = name_of(group.subject, members) or f"“{quotes.of_thought(lately[group.centre]).quote}”"
            yield _finding(name, group, members, places, len(days))


def _finding(name: str, group: Group, members: Sequence[ThoughtView], places: Sequence[int], days: int) -> Finding:
    return Finding(
        kind=Kind.RECURRING_THEME,
        title=f"You keep coming back to {name}",
        sentence=(
            f"{number_word(len(members)).capitalize()} of your thoughts on {number_word(days)} different days are "
            f"about {name}. It may deserve a place of its own."
        ),
        evidence=quotes.latest(members, places),
        confidence=round(1 - group.chance, 3),
        signature=key_of(Kind.RECURRING_THEME, group.subject, members),
        weight=len(members),
        again_at=len(members) + max(3, len(members) // 2),
        suggestion=Suggestion("create_goal", name),
    )
