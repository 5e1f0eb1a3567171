"""Answering a question from what was recalled: by quoting and citing, never by guessing."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Final

from selfos.intelligence.builtin.remembering.fitting import Candidate, candidates
from selfos.intelligence.builtin.remembering.phrasing import day, of_memory, of_record, shortened, yes_or_no
from selfos.intelligence.builtin.remembering.questions import Days, Question, read_question
from selfos.intelligence.builtin.remembering.recollections import Answer, Citation, Recalled
from selfos.intelligence.builtin.remembering.words import denies

UNKNOWN: Final = Answer("I don't know. Nothing you told me answers that.")
#: Shares that differ by less count as equal: then time decides.
_EQUAL: Final = 0.15
_MOST_SAID: Final = 3
_LATEST: Final = date.max


def answer_from_memory(question: str, recalled: Recalled, now: datetime) -> Answer:
    """The best answer that the recollections give; UNKNOWN where none fits. `now` is the person's aware local time."""
    asked = read_question(question, now)
    found = list(candidates(asked, recalled, now))
    if asked.event:
        window = _around(asked.event, recalled, now)
        if window is None:
            return UNKNOWN
    else:
        window = asked.days
    if asked.said:
        return _said(_in_time(asked, found, window, now), now)
    best = _best(asked, found, window, now)
    if best is None:
        return UNKNOWN
    cited = Citation(best.item.kind, best.item.id, best.quote, best.item.at)
    return Answer(_told(asked, best, now), (cited,), round(min(1.0, best.share), 3))


def _said(found: Sequence[Candidate], now: datetime) -> Answer:
    """What was said about something: up to three records in the order of time, each in its own words."""
    most = max((one.share for one in found), default=0.0)
    records = {one.item.id: one.item for one in found if one.share > most - _EQUAL and not one.memory}
    items = sorted(list(records.values())[:_MOST_SAID], key=lambda item: item.at)
    if not items:
        return UNKNOWN
    text = "\n".join(f"{of_record(item, shortened(item.text), now)} [{n}]" for n, item in enumerate(items, 1))
    return Answer(text, tuple(Citation(i.kind, i.id, shortened(i.text), i.at) for i in items), round(min(1.0, most), 3))


def _around(event: tuple[str, str], recalled: Recalled, now: datetime) -> Days | None:
    """The days before, after or during something that happened; None where it is not known when."""
    side, clause = event
    asked = read_question(f"when did {clause}", now)
    happened = _best(asked, list(candidates(asked, recalled, now)), None, now)
    if happened is None:
        return None
    when = _event_day(asked, happened)
    match side:
        case "before" | "until":
            return date.min, date.fromordinal(max(1, when.toordinal() - 1))
        case "after" | "since":
            return when, _LATEST
        case _:
            return when, when


def _best(asked: Question, found: Sequence[Candidate], window: Days | None, now: datetime) -> Candidate | None:
    """Of those that say most of what was asked, the one that counts at the time asked about."""
    timely = _in_time(asked, found, window, now)
    if not timely:
        return None
    most = max(one.share for one in timely)
    near = [one for one in timely if one.share > most - _EQUAL]
    return max(near, key=_order(asked, near))


def _in_time(asked: Question, found: Sequence[Candidate], window: Days | None, now: datetime) -> list[Candidate]:
    today = now.date()
    if window is None:
        if asked.said:
            return list(found)
        if asked.past or asked.form == "whether":
            return [one for one in found if one.begins <= today]
        return [one for one in found if one.holds(today, today)]
    inside = [one for one in found if (one.holds(*window) if one.memory else window[0] <= one.said <= window[1])]
    if inside or asked.said or asked.form == "when":
        return inside
    before = [one for one in found if not one.memory and one.said <= window[1]]
    newest = max((one.said for one in before), default=None)
    return [one for one in before if one.said == newest]


def _order(asked: Question, near: Sequence[Candidate]) -> Callable[[Candidate], tuple[float, ...]]:
    """What decides among candidates that say equally much: memories first, then time."""
    told = max((one.said for one in near if one.memory), default=None)

    def rank(one: Candidate) -> tuple[float, ...]:
        overtakes = told is not None and one.said > told and len(asked.terms) > 1 and not asked.past
        trusted = float(one.memory) + 2.0 * (overtakes and not one.memory)
        when = one.begins.toordinal() * (-1 if asked.first else 1)
        if asked.form == "when" and asked.past:
            return (one.share, when) if asked.last else (one.share, trusted, one.item.likeness, when)
        return (trusted, when, one.share, one.item.likeness)

    return rank


def _event_day(asked: Question, best: Candidate) -> date:
    """The day on which it happened: the end of what ended, the beginning of all else."""
    memory = best.item.memory
    if memory is not None and asked.ends and memory.valid_until:
        return memory.valid_until
    return best.begins


def _told(asked: Question, best: Candidate, now: datetime) -> str:
    memory = best.item.memory
    if asked.form == "when" and asked.past and not (memory and memory.what == "routine"):
        return f"On {day(_event_day(asked, best))}: \u201c{best.quote}\u201d"
    if memory is None or not best.stated:
        return of_record(best.item, best.quote, now)
    if asked.form == "whether":
        return yes_or_no(
            memory, holds=denies(memory.statement) == denies(asked.text), past=asked.days is not None, now=now
        )
    return of_memory(memory, now)
