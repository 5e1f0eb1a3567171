"""When things happen: kinds of thoughts by part of the day, and finished tasks by weekday and part of the day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from selfos.intelligence.builtin.patterns import quotes
from selfos.intelligence.builtin.patterns.chance import fisher, holm, probably_higher
from selfos.intelligence.builtin.patterns.model import Evidence, Finding, Kind, Suggestion, TaskView, ThoughtView
from selfos.intelligence.builtin.patterns.naming import signature
from selfos.intelligence.builtin.patterns.rhythm import PARTS, WEEKDAYS, life_day, part_of_day, said_of_part

RECENT = timedelta(days=90)
_CHANCE = 0.002
_DIFFERENCE = 0.35
_LEAST, _LEAST_HITS = 6, 6
_MARGIN = 0.15
_MOST = 2
#: Kinds of thoughts whose hour says something; a task or event is written when it comes.
_TELLING = ("idea", "journal", "question")
_PLURAL = {"idea": "ideas", "journal": "journal notes", "question": "questions"}


@dataclass(frozen=True, slots=True)
class _Look:
    title: str
    what: str
    key: str
    inside: tuple[int, int]
    outside: tuple[int, int]
    proof: tuple[Evidence, ...]

    @property
    def chance(self) -> float:
        return fisher(*self.inside, *self.outside)

    @property
    def is_large(self) -> bool:
        (hits, size), (others, other_size) = self.inside, self.outside
        return hits >= _LEAST_HITS and hits / size - others / other_size >= _DIFFERENCE


def time_patterns(thoughts: Sequence[ThoughtView], tasks: Sequence[TaskView], now: datetime) -> Iterator[Finding]:
    """At most two, the surest first."""
    recent = [thought for thought in thoughts if now - RECENT <= thought.captured_at <= now]
    done = [task for task in tasks if task.completed_at is not None and now - RECENT <= task.completed_at <= now]
    looks = [*_kinds(recent), *_weekdays(done, now), *_parts(done)]
    looks = [look for look in looks if look.inside[1] >= _LEAST and look.outside[1] >= _LEAST]
    sure = holm([look.chance for look in looks])
    strong = [(chance, look) for chance, look in zip(sure, looks, strict=True) if chance <= _CHANCE and look.is_large]
    for _, look in sorted(strong, key=lambda pair: (pair[0], pair[1].key))[:_MOST]:
        yield _finding(look)


def _kinds(thoughts: Sequence[ThoughtView]) -> Iterator[_Look]:
    """Of the parts of days on which anything was written, how many held this kind."""
    written: dict[tuple[object, str], set[str]] = defaultdict(set)
    for thought in thoughts:
        written[life_day(thought.captured_at), part_of_day(thought.captured_at)].add(thought.type)
    for kind in _TELLING:
        for part in PARTS:
            inside = [kind in kinds for (_, at), kinds in written.items() if at == part]
            outside = [kind in kinds for (_, at), kinds in written.items() if at != part]
            proof = [t for t in thoughts if t.type == kind and part_of_day(t.captured_at) == part]
            phrase = said_of_part(part)
            yield _Look(
                f"Your {_PLURAL[kind]} come {phrase}",
                f"{phrase} you wrote {_PLURAL[kind]}",
                f"{kind} {part}",
                (sum(inside), len(inside)),
                (sum(outside), len(outside)),
                quotes.latest(proof),
            )


def _weekdays(done: Sequence[TaskView], now: datetime) -> Iterator[_Look]:
    """Of the days since the first finished task, on how many of each weekday anything was finished."""
    by_day = _by_day(done)
    if not by_day:
        return
    first = min(by_day)
    days = [first + timedelta(days=n) for n in range((life_day(now) - first).days + 1)]
    for number, name in enumerate(WEEKDAYS):
        inside = [day in by_day for day in days if day.weekday() == number]
        outside = [day in by_day for day in days if day.weekday() != number]
        proof = [task for day, tasks in by_day.items() if day.weekday() == number for task in tasks]
        yield _Look(
            f"{name} is your day for getting things done",
            f"on {name}s you finished something",
            f"done {name}",
            (sum(inside), len(inside)),
            (sum(outside), len(outside)),
            tuple(quotes.of_task(task) for task in proof[-6:]),
        )


def _parts(done: Sequence[TaskView]) -> Iterator[_Look]:
    """Of the days on which anything was finished, on how many it was in this part of the day; night is left out."""
    by_day = _by_day(done)
    waking = PARTS[:3]
    parts = {day: {part_of_day(t.completed_at) for t in tasks if t.completed_at} for day, tasks in by_day.items()}
    for part in waking:
        inside = [part in at for at in parts.values()]
        outside = [other in at for at in parts.values() for other in waking if other != part]
        proof = [
            t for tasks in by_day.values() for t in tasks if t.completed_at and part_of_day(t.completed_at) == part
        ]
        yield _Look(
            f"You get most done in the {part}",
            f"in the {part} you finished something",
            f"done {part}",
            (sum(inside), len(inside)),
            (sum(outside), len(outside)),
            tuple(quotes.of_task(task) for task in proof[-6:]),
        )


def _by_day(done: Sequence[TaskView]) -> dict[date, list[TaskView]]:
    days: dict[date, list[TaskView]] = defaultdict(list)
    for task in done:
        if task.completed_at is not None:
            days[life_day(task.completed_at)].append(task)
    return days


def _finding(look: _Look) -> Finding:
    (hits, size), (others, other_size) = look.inside, look.outside
    return Finding(
        kind=Kind.TIME_PATTERN,
        title=look.title,
        sentence=(
            f"{hits} of {size} times {look.what}; at other times {others} of {other_size}. "
            "If you like, keep that time free for it."
        ),
        evidence=look.proof,
        confidence=round(probably_higher(hits, size, others, other_size, by=_MARGIN), 3),
        signature=signature(Kind.TIME_PATTERN, look.key),
        weight=hits,
        again_at=hits + max(6, hits),
        suggestion=Suggestion("reflect", look.title),
    )
