"""Answers from what is kept: the day, free time, what next, what was found, how a time went."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from selfos.intelligence.builtin.talk.items import Item, Quote, count, line, named, numbered, quoted
from selfos.intelligence.builtin.talk.times import day_words, minutes_words, period_words
from selfos.intelligence.builtin.talk.voice import Voice

Period = tuple[date, date]
Gap = tuple[datetime, datetime]

#: Moods in which small steps are offered first.
_LOW = frozenset({"tired", "exhausted", "sad", "low", "stressed", "anxious", "overwhelmed", "down", "sick", "unwell"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a time held; `habits` are titles with how often each was done, of how often it was planned."""

    period: Period
    done: tuple[str, ...] = ()
    open: int = 0
    thoughts: int = 0
    quotes: tuple[Quote, ...] = ()
    habits: tuple[tuple[str, int, int], ...] = ()
    good_days: int = 0
    hard_days: int = 0


def agenda(voice: Voice, items: Sequence[Item], period: Period, today: date) -> str:
    """What stands on these days; the days head the lines where there are several."""
    named_period = period_words(*period, today)
    if not items:
        free = voice.one_of("Nothing is planned", "There is nothing on your plan", "You have nothing planned")
        return f"{free} {named_period}."
    head = f"{_capital(named_period)}: {count(len(items), 'thing')}."
    return f"{head}\n{numbered([line(item, today) for item in items])}"


def on_list(voice: Voice, titles: Sequence[str], name: str) -> str:
    """What is on a list."""
    if not titles:
        return voice.one_of(f"Your {name} list is empty.", f"There is nothing on your {name} list.")
    return f"On your {name} list: {count(len(titles), 'thing')}.\n{numbered(titles, most=40)}"


def appointment(voice: Voice, found: Sequence[Item], phrase: str, today: date) -> str:
    """When one thing is that was asked after."""
    if not found:
        return f"I find no “{phrase}” in your plan."
    if len(found) == 1:
        when = found[0].when(today).strip(" ,")
        return f"“{found[0].title}” is {when}." if when else f"“{found[0].title}” has no day yet."
    return f"{voice.one_of('These fit', 'I find these')}:\n{numbered([line(item, today) for item in found])}"


def free(voice: Voice, gaps: Mapping[date, Sequence[Gap]], today: date, asked: datetime | None = None) -> str:
    """Free stretches by day, on the person's clock; with `asked`, first whether that moment is free."""
    if asked is not None:
        open_then = any(begin <= asked < end for begin, end in gaps.get(asked.date(), ()))
        when = f"{day_words(asked.date(), today)} at {asked:%H:%M}"
        answer = f"Yes, you are free {when}." if open_then else f"No, something stands {when}."
        rest = {asked.date(): gaps.get(asked.date(), ())}
        return answer if open_then else f"{answer}\n{_gap_lines(rest, today)}"
    if all(not stretches for stretches in gaps.values()):
        return voice.one_of("No, there is no free stretch left.", "I find no free stretch there.")
    return _gap_lines(gaps, today)


def next_step(
    voice: Voice, items: Sequence[Item], today: date, *, minutes: int | None = None, mood: str | None = None
) -> str:
    """What to take up now, the fitting ones first, for the time there is and how the person feels."""
    low = bool(mood and set(mood.casefold().split()) & _LOW)
    if not items:
        rest = voice.one_of("Nothing on your list fits just now.", "Nothing of yours fits into that.")
        return f"{rest} A break is a fine use of the time."
    head = f"With {minutes_words(minutes)}, this fits:" if minutes else "I would take up this next:"
    if low:
        head = "Something small will do:" if minutes is None else f"A small step for {minutes_words(minutes)}:"
    shown = items[: 1 if low else 3]
    return f"{head}\n{numbered([line(item, today) for item in shown])}"


def found(voice: Voice, hits: Sequence[str], query: str) -> str:
    """Lines of what a search found, the best first."""
    if not hits:
        return voice.one_of(f"I find nothing about “{query}”.", f"There is nothing about “{query}” in what you kept.")
    return f"{_capital(count(len(hits), 'match', 'matches'))} for “{query}”:\n{numbered(hits)}"


def review(voice: Voice, told: Review, today: date) -> str:
    """A time summed up from its counts and highlights."""
    when = _capital(period_words(*told.period, today))
    if not (told.done or told.thoughts or told.habits):
        return f"{when} nothing was finished or written down."
    lines = [f"{when} you finished {count(len(told.done), 'task')} and kept {count(told.thoughts, 'thought')}."]
    most = 3 if voice.style == "brief" else 8
    if told.done:
        rest = len(told.done) - most
        lines.append(f"Done: {named(told.done[:most])}" + (f", and {rest} more." if rest > 0 else "."))
    lines += [f"{title}: {did} of {planned} times." for title, did, planned in told.habits]
    if told.good_days or told.hard_days:
        lines.append(f"You wrote of {count(told.good_days, 'good day')} and {count(told.hard_days, 'hard one')}.")
    lines += [quoted(quote, number, today) for number, quote in enumerate(told.quotes[: most - 2], 1)]
    if told.open and voice.style != "brief":
        lines.append(f"{_capital(count(told.open, 'task'))} still open.")
    return "\n".join(lines)


def sources(voice: Voice, quotes: Sequence[Quote], today: date) -> str:
    """Why something is known."""
    if not quotes:
        return "My last answer did not stand on anything you told me."
    head = voice.one_of("From your own words:", "I know it from you:")
    return "\n".join([head, *(quoted(quote, number, today) for number, quote in enumerate(quotes, 1))])


def clock(local: datetime, *, place: str | None = None, there: datetime | None = None, day: date | None = None) -> str:
    """The time here, the time in a place, or the date of a day; `there` is None for a place that is not known."""
    if place:
        return f"In {place} it is {there:%H:%M} on {there:%A}." if there else f"I don't know the time zone of {place}."
    if day and day != local.date():
        away = (day - local.date()).days
        near = {-1: "Yesterday was", 1: "Tomorrow is"}.get(away)
        if near:
            return f"{near} {day:%A}, {day.day} {day:%B %Y}."
        when = f"in {count(away, 'day')}" if away > 0 else f"{count(-away, 'day')} ago"
        return f"{day.day} {day:%B %Y} {'is' if away > 0 else 'was'} a {day:%A}, {when}."
    return f"It is {local:%H:%M} on {local:%A}, {local.day} {local:%B %Y}."


def _gap_lines(gaps: Mapping[date, Sequence[Gap]], today: date) -> str:
    lines = []
    for day, stretches in gaps.items():
        said = ", ".join(f"{begin:%H:%M} to {end:%H:%M}" for begin, end in stretches) or "nothing free"
        lines.append(f"{_capital(day_words(day, today).removeprefix('on '))}: {said}")
    return "\n".join(lines)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
