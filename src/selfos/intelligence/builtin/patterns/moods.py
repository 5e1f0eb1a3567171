"""Mood by weekday, time of day, person and life area, against the person's own other days.

What counts is a day, not a thought: five notes of one bad evening are one observation. Each comparison is an exact
test, corrected for all comparisons made (Holm), and must also be large.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from selfos.intelligence.builtin.patterns import quotes
from selfos.intelligence.builtin.patterns.chance import fisher, holm, probably_higher
from selfos.intelligence.builtin.patterns.model import Finding, Kind, Suggestion, ThoughtView
from selfos.intelligence.builtin.patterns.naming import signature
from selfos.intelligence.builtin.patterns.rhythm import PARTS, WEEKDAYS, life_day, part_of_day, said_of_part

RECENT = timedelta(days=90)
_CHANCE = 0.005
_DIFFERENCE, _RATE = 0.35, 0.6
_LEAST, _LEAST_OTHERS = 5, 10
_MOST = 2
_MARGIN = 0.15


@dataclass(frozen=True, slots=True)
class _Look:
    """One comparison: of the units inside and outside, how many had the mood."""

    what: str
    key: str
    mood: str
    inside: tuple[int, int]
    outside: tuple[int, int]
    proof: tuple[ThoughtView, ...]

    @property
    def chance(self) -> float:
        return fisher(*self.inside, *self.outside)

    @property
    def is_large(self) -> bool:
        (hits, size), (other_hits, other_size) = self.inside, self.outside
        if size < _LEAST or other_size < _LEAST_OTHERS:
            return False
        return hits / size >= _RATE and hits / size - other_hits / other_size >= _DIFFERENCE


def mood_patterns(thoughts: Sequence[ThoughtView], now: datetime) -> Iterator[Finding]:
    """At most two, the surest first."""
    recent = [thought for thought in thoughts if now - RECENT <= thought.captured_at <= now]
    looks = list(_looks(recent))
    sure = holm([look.chance for look in looks])
    strong = [(chance, look) for chance, look in zip(sure, looks, strict=True) if chance <= _CHANCE and look.is_large]
    for _, look in sorted(strong, key=lambda pair: (pair[0], pair[1].key))[:_MOST]:
        yield _finding(look)


def _looks(thoughts: Sequence[ThoughtView]) -> Iterator[_Look]:
    for what, key, members in _factors(thoughts):
        inside = [thought for thought, belongs in zip(thoughts, members, strict=True) if belongs]
        outside = [thought for thought, belongs in zip(thoughts, members, strict=True) if not belongs]
        moods, other_moods = _days(inside), _days(outside)
        if len(moods) >= _LEAST and len(other_moods) >= _LEAST_OTHERS:
            yield _look(what, key, "negative", inside=inside, moods=moods, others=other_moods)
            yield _look(what, key, "positive", inside=inside, moods=moods, others=other_moods)


def _factors(thoughts: Sequence[ThoughtView]) -> Iterator[tuple[str, str, list[bool]]]:
    """What mood might hang on: how to say it, its key, and which thoughts belong to it."""
    for number, name in enumerate(WEEKDAYS):
        yield f"on {name}s", name, [life_day(t.captured_at).weekday() == number for t in thoughts]
    for name in PARTS:
        yield said_of_part(name), name, [part_of_day(t.captured_at) == name for t in thoughts]
    for person in sorted({person for thought in thoughts for person in thought.people}):
        yield f"when {person} comes up", f"person {person}", [person in t.people for t in thoughts]
    for area in sorted({area for thought in thoughts for area in thought.areas}):
        yield f"when it is about {area.replace('_', ' ')}", f"area {area}", [area in t.areas for t in thoughts]


def _look(
    what: str,
    key: str,
    mood: Literal["negative", "positive"],
    *,
    inside: Sequence[ThoughtView],
    moods: Mapping[date, int],
    others: Mapping[date, int],
) -> _Look:
    sign = -1 if mood == "negative" else 1
    return _Look(
        what=what,
        key=f"{mood} {key}",
        mood=mood,
        inside=(sum(score * sign > 0 for score in moods.values()), len(moods)),
        outside=(sum(score * sign > 0 for score in others.values()), len(others)),
        proof=tuple(thought for thought in inside if thought.sentiment == mood),
    )


def _days(thoughts: Sequence[ThoughtView]) -> dict[date, int]:
    """The balance of good and bad of each day."""
    score = {"negative": -1, "neutral": 0, "positive": 1}
    balance: dict[date, int] = defaultdict(int)
    for thought in thoughts:
        balance[life_day(thought.captured_at)] += score[thought.sentiment]
    return balance


def _finding(look: _Look) -> Finding:
    (hits, size), (other_hits, other_size) = look.inside, look.outside
    low = look.mood == "negative"
    title = f"Your mood tends to be {'lower' if low else 'brighter'} {look.what}"
    sentence = (
        f"On {hits} of {size} days {look.what} you sounded {'low' if low else 'glad'}; otherwise on {other_hits} of "
        f"{other_size} days. "
        + (
            "It is a pattern and not a verdict: what would make it a little lighter?"
            if low
            else "Worth having more of."
        )
    )
    return Finding(
        kind=Kind.MOOD_PATTERN,
        title=title,
        sentence=sentence,
        evidence=quotes.latest(look.proof),
        confidence=round(probably_higher(hits, size, other_hits, other_size, by=_MARGIN), 3),
        signature=signature(Kind.MOOD_PATTERN, look.key),
        weight=size,
        again_at=size + max(4, size // 2),
        suggestion=Suggestion("reflect", title),
    )
