"""From the clauses that are acts to tasks: lists are joined, each task gets its title, due date and people."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from selfos.intelligence.builtin.understand.calendar import Timing, read_timing
from selfos.intelligence.builtin.understand.clauses import ONE_ERRAND, Clause
from selfos.intelligence.builtin.understand.features import signs
from selfos.intelligence.builtin.understand.findings import FoundTask, Span
from selfos.intelligence.builtin.understand.reading import Reading
from selfos.intelligence.builtin.understand.titles import capitalised, title_of
from selfos.intelligence.builtin.understand.verbs import opens_with_act

#: The best clause of an actionable text is a task even where it falls short of the bar by this much.
GRACE = 0.35
MOST_TASKS = 40

_PRONOUN_DOES = re.compile(r"(?:he|she|they)(?:'\w+)? (?:said |says )?", re.IGNORECASE)
_DOES = re.compile(r"(?: \w+)? (?:wants|needs|has|says|said|will|is|was|did|brings|covers|\w{2,}ed)\b", re.IGNORECASE)
_CONCERNS_WRITER = re.compile(r"\b(?:i|i'\w+|me|my|us|we|our|mine)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|this|that|these|those|they|them|he|she|one|which|who)", re.IGNORECASE)
_PLAIN_ITEM = re.compile(r"^[^.!?]{1,40}[.]?$")


def find_tasks(reading: Reading, acts: Sequence[float], bar: float, found_by: str) -> tuple[FoundTask, ...]:
    """Tasks in the order of the text; `acts` holds the probability of each clause to be an act."""
    chosen = _chosen(reading, acts, bar)
    tasks = [_task(reading, group, acts, found_by) for group in _grouped(reading.clauses, chosen)]
    distinct = {task.title.casefold(): task for task in reversed(tasks) if _tells(task.title)}
    return tuple(sorted(distinct.values(), key=lambda task: task.span)[:MOST_TASKS])


def _tells(title: str) -> bool:
    """Whether it says what to do: "it", left of "it takes six weeks", does not."""
    return any(c.isalpha() for c in title) and not _PRONOUN.fullmatch(title)


def _chosen(reading: Reading, acts: Sequence[float], bar: float) -> list[int]:
    clauses = reading.clauses
    able = [i for i in range(len(acts)) if not _is_barred(reading, i)]
    chosen = [i for i in able if acts[i] >= bar]
    if not chosen and able:
        best = max(able, key=lambda i: acts[i])
        chosen = [best] if acts[best] >= bar * GRACE else []
    headed = {clauses[i].heading for i in chosen}
    bare_heading = [i for i in chosen if clauses[i].is_heading and clauses[i].text.rstrip(":") in headed]
    return [i for i in chosen if i not in bare_heading and not _is_aside(clauses, i, chosen)]


def _is_barred(reading: Reading, index: int) -> bool:
    """Ticked off, only said in passing, or what somebody else does or wants."""
    clause = reading.clauses[index]
    if clause.ticked or (clause.bracketed and _is_aside(reading.clauses, index, ())):
        return True
    named = next((p.span[1] for p in reading.people if p.span[0] == clause.start), clause.start)
    verb = clause.text[named - clause.start :] if named > clause.start else ""
    others = _PRONOUN_DOES.match(clause.text) or _DOES.match(verb)
    return bool(others) and not _CONCERNS_WRITER.search(clause.text)


def _is_aside(clauses: Sequence[Clause], index: int, chosen: Sequence[int]) -> bool:
    """A bracket or afterthought that only says more about the act before it: "(photo!)", "closes on sunday"."""
    clause, said = clauses[index], signs(clauses[index].text)
    if opens_with_act(clause.text) or said & {"duty", "remember", "intends", "needs doing", "progressive"}:
        return False
    follows = any(
        _belongs(clauses[other], clause) for other in chosen if other == index - 1 or other == chosen[0] < index
    )
    return clause.bracketed or (follows and "owing" in said)


def _grouped(clauses: Sequence[Clause], chosen: Sequence[int]) -> list[list[int]]:
    """Runs of bare things to fetch or pack become one group; every other clause stands alone."""
    groups: list[list[int]] = []
    for index in chosen:
        last = groups[-1][-1] if groups else -2
        joined = last == index - 1 and (
            _same_errand(clauses[last], clauses[index]) or _hands_on(clauses[last], clauses[index])
        )
        if joined:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _same_errand(left: Clause, right: Clause) -> bool:
    if not (_is_thing(left) and _is_thing(right)):
        return False
    if right.heading:
        return left.heading == right.heading and bool(ONE_ERRAND.search(right.heading))
    return (
        not right.bullet
        and left.sentence != right.sentence
        and left.text[:1].islower()
        and len(right.text.split()) <= 5
    )


def _hands_on(made: Clause, passed: Clause) -> bool:
    """ "write the report and send it to Ann" is one act."""
    return made.sentence == passed.sentence and bool(
        re.match(r"(?:get|send|post|give|hand|bring|take|return) (?:it|them) ", passed.text, re.IGNORECASE)
    )


def _is_thing(clause: Clause) -> bool:
    return (
        not opens_with_act(clause.text)
        and not signs(clause.text) & {"duty", "remember", "intends"}
        and bool(_PLAIN_ITEM.match(clause.text))
    )


def _task(reading: Reading, group: list[int], acts: Sequence[float], found_by: str) -> FoundTask:
    clauses = [reading.clauses[i] for i in group]
    first, last = clauses[0], clauses[-1]
    own = [read_timing(clause.text, reading.now) for clause in clauses]
    timing = next((t for t in own if t.due or t.rrule), None) or _timing_nearby(reading, group)
    words = ", ".join(
        title_of(c.text, t.spans, first.heading if c is first else "") for c, t in zip(clauses, own, strict=True)
    )
    span = (first.start, last.end)
    return FoundTask(
        span=span,
        confidence=round(float(max(acts[i] for i in group)), 3),
        found_by=found_by,
        title=capitalised(words or first.text[:120]),
        due=timing.due if not _is_over(timing.due, reading.now) else None,
        rrule=timing.rrule,
        duration=timing.duration or next((t.duration for t in own if t.duration), None),
        people=tuple(p.name for p in reading.people if _within(p.span, span)),
    )


def _timing_nearby(reading: Reading, group: list[int]) -> Timing:
    """The date of a bracket or afterthought that belongs to the act, of its heading, or of the words before it."""
    after, before = group[-1] + 1, group[0] - 1
    own = reading.clauses[group[0]]
    for place in (after, after + 1):
        if place < len(reading.clauses) and _belongs(own, reading.clauses[place]):
            timing = read_timing(reading.clauses[place].text, reading.now)
            if timing.due or timing.rrule:
                return timing
    if own.heading:
        timing = read_timing(own.heading, reading.now)
        if timing.due or timing.rrule:
            return timing
    if before >= 0 and reading.clauses[before].sentence == own.sentence and not reading.clauses[before].bracketed:
        ahead = reading.clauses[before]
        timing = read_timing(ahead.text, reading.now)
        if not own.bullet and len(title_of(ahead.text, timing.spans).split()) <= 2:
            return timing
    return Timing()


def _belongs(act: Clause, other: Clause) -> bool:
    close = other.sentence - act.sentence <= 1 and other.heading == act.heading
    if not close or (other.bullet and other.line != act.line):
        return False
    said = signs(other.text)
    if "done" in said or "third person does" in said:
        return False
    short = len(other.text.split()) <= 4
    return "owing" in said or (short and other.sentence - act.sentence <= 1 and not other.asked)


def _is_over(due: date | datetime | None, now: datetime) -> bool:
    day = due.date() if isinstance(due, datetime) else due
    return day is not None and day < now.date()


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
