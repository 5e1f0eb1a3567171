"""Open loops: what the person said they would do on three days or more, and neither did nor made a task."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from selfos.intelligence.builtin.patterns import quotes
from selfos.intelligence.builtin.patterns.model import Finding, Kind, Suggestion, TaskView, ThoughtView
from selfos.intelligence.builtin.patterns.naming import key_of, name_of, number_word
from selfos.intelligence.builtin.patterns.rhythm import recent
from selfos.intelligence.builtin.patterns.subjects import Background, Group, Terms, groups, terms_in

RECENT = timedelta(days=60)
_LEAST = 3
_CHANCE = 0.02
_MOST = 3
_INTENT = re.compile(
    r"\b(?:need(?:s|ed)?|should|must|have to|has to|got(?:ta| to)|ought to|want(?:ed)? to|still (?:haven|need|not"
    r"|to)|haven'?t|didn'?t|remember to|don'?t forget|meaning to|really should|going to|will|i'?ll|todo|to do)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:finally|done|did|finished|sorted|booked|called|rang|sent|paid|fixed|bought|signed|posted|returned|cancelled"
    r"|handed|went|made the|ticked|closed)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"n.?t\b|\bnot\b|\bnever\b|\bstill\b|\bshould\b|\bneed\b|\bmust\b", re.IGNORECASE)


def open_loops(
    thoughts: Sequence[ThoughtView],
    read: Mapping[UUID, Terms],
    background: Background,
    tasks: Sequence[TaskView],
    now: datetime,
) -> Iterator[Finding]:
    """Intentions of the last sixty days said on three days or more, without a task or a word that it is done."""
    lately = recent(thoughts, now, RECENT)
    meant = [thought for thought in lately if _is_meant(thought)]
    terms = [read[thought.id] for thought in meant]
    done = [(thought, read[thought.id]) for thought in lately if _is_done(thought.content)]
    planned = [(task, terms_in(task.title)) for task in tasks]
    told = 0
    for group in groups(meant, terms, _LEAST, background):
        members = [meant[index] for index in group.members]
        shared = _shared(group, terms)
        open_ = shared and not _closed(members, shared, done) and not _written_down(members, shared, planned)
        days = {thought.captured_at.date() for thought in members}
        if open_ and len(days) >= _LEAST and group.chance <= _CHANCE and told < _MOST:
            told += 1
            yield _finding(group, members, [terms[index].place(group.subject) for index in group.members], len(days))


def _is_meant(thought: ThoughtView) -> bool:
    return (thought.is_actionable or _INTENT.search(thought.content) is not None) and not _is_done(thought.content)


def _is_done(text: str) -> bool:
    return _DONE.search(text) is not None and _NOT.search(text) is None


def _shared(group: Group, terms: Sequence[Terms]) -> frozenset[str]:
    """Words that at least two thirds of the group have: what the loop is about."""
    counted = [term for index in group.members for term in terms[index].places]
    return frozenset(term for term in group.subject if counted.count(term) >= max(_LEAST, len(group.members) * 2 / 3))


def _closed(members: Sequence[ThoughtView], shared: frozenset[str], done: Sequence[tuple[ThoughtView, Terms]]) -> bool:
    first = min(thought.captured_at for thought in members)
    return any(thought.captured_at > first and shared & terms.places.keys() for thought, terms in done)


def _written_down(
    members: Sequence[ThoughtView], shared: frozenset[str], planned: Sequence[tuple[TaskView, Terms]]
) -> bool:
    """Whether there is a task for it that is open, or was closed since it was first said."""
    first = min(thought.captured_at for thought in members)
    return any(
        shared & terms.places.keys() and (task.completed_at is None or task.completed_at >= first)
        for task, terms in planned
    )


def _finding(group: Group, members: Sequence[ThoughtView], places: Sequence[int], days: int) -> Finding:
    name = name_of(group.subject, members)
    last = max(members, key=lambda thought: thought.captured_at)
    return Finding(
        kind=Kind.OPEN_LOOP,
        title=f"Still open: {name}",
        sentence=(
            f"You came back to {name} on {number_word(days)} days, and there is no task for it yet. "
            "Make it one, or let it go on purpose; either way it need not circle any more."
        ),
        evidence=quotes.latest(members, places),
        confidence=round(1 - group.chance, 3),
        signature=key_of(Kind.OPEN_LOOP, group.subject, members),
        weight=len(members),
        again_at=len(members) + 2,
        suggestion=Suggestion("create_task", quotes.of_thought(last, places[members.index(last)]).quote),
    )
