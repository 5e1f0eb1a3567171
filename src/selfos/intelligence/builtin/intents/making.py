"""The particulars of wishes that make something: tasks, reminders, appointments, lists, goals, what is kept."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from selfos.intelligence.builtin.intents import commands
from selfos.intelligence.builtin.intents.commands import bare, place_removed
from selfos.intelligence.builtin.intents.features import unasked
from selfos.intelligence.builtin.intents.model import Question, Reference, Slots
from selfos.intelligence.builtin.intents.patterns import pattern
from selfos.intelligence.builtin.intents.times import Timing, read_alarm, read_minutes, read_timing
from selfos.intelligence.builtin.understand.amounts import find_amounts
from selfos.intelligence.builtin.understand.titles import capitalised, title_of

Read = tuple[Slots, Question | None]

_TIMER = re.compile(r"\b(?:timer|count ?down|pomodoro|stopwatch|time me|when .* (?:is|are) up)\b", re.IGNORECASE)
_ALARM = re.compile(r"\b(?:alarms?|wake|get up)\b", re.IGNORECASE)
_MORNING = re.compile(r"\d\s?am\b|\b(?:a\.m|morning|1[01]:\d\d)", re.IGNORECASE)
_EMPTY = pattern("making", "empty")
_JOINTS = re.compile(r"\s*(?:,\s*(?:and\s+)?|;|\n|\band\b|&|\bplus\b)\s*", re.IGNORECASE)
_BUYS = pattern("making", "buys")
_BOUGHT = pattern("making", "bought")
_LOGGING = pattern("making", "logging")
_URGENT = pattern("making", "urgent")
_LATE = pattern("making", "late")
_POINTING = pattern("making", "pointing")
_AFTERWARDS = pattern("making", "afterwards")
#: ISO 4217: most currencies have two decimals; these have none.
_WHOLE = frozenset({"JPY", "KRW", "VND", "CLP", "ISK"})


def task(text: str, now: datetime) -> Read:
    """A task; "make that a task" has no title of its own but points at what was said."""
    timing = read_timing(place_removed(text)[0], now)
    if _POINTING.fullmatch(unasked(timing.quick.title)):
        return Slots(refers=Reference(), due=timing.due, due_at=timing.due_at, rrule=timing.quick.rrule), None
    return _made(*_command_removed(text), now)


def reminder(text: str, now: datetime) -> Read:
    """A reminder needs to know when; a timer counts from now."""
    body, _ = place_removed(text)
    timing = read_timing(body, now)
    minutes = timing.quick.duration_minutes
    if minutes and not timing and _TIMER.search(text):
        at = now + timedelta(minutes=minutes)
        title = f"Timer: {_spoken(minutes)}"
        return Slots(title=title, due=at.date(), due_at=at, minutes=minutes), None
    slots, question = _made(bare(body, commands.REMINDING, commands.MAKING, commands.REMINDING), None, now)
    if _ALARM.search(text):
        timing = read_alarm(body, now)
    slots = replace(slots, due=timing.first_day(now), due_at=timing.due_at)
    if slots.title is None and (_ALARM.search(text) or _TIMER.search(text)) and slots.due:
        return replace(slots, title="Alarm" if _ALARM.search(text) else "Timer"), None
    if question is None and not timing:
        question = Question(
            "when", f"When shall I remind you: {slots.title}?", ("In an hour", "This evening", "Tomorrow")
        )
    return slots, question


def appointment(text: str, now: datetime) -> Read:
    body, _ = place_removed(text)
    body = _AFTERWARDS.sub("", body) or body
    slots, question = _made(bare(body, commands.MAKING, commands.WRITING), None, now)
    if slots.due_at and 5 <= slots.due_at.hour <= 11 and _LATE.search(body) and not _MORNING.search(body):
        slots = replace(slots, due_at=slots.due_at + timedelta(hours=12))
    if question is None and slots.due is None and slots.rrule is None:
        question = Question("when", f"When is it: {slots.title}?", ())
    return slots, question


def list_items(text: str, now: datetime) -> Read:
    body, place = place_removed(text)
    place = "shopping" if place in (None, "to-dos") else place
    core = bare(body, commands.MAKING if re.search(r":", body) else commands.WRITING)
    core, before = _BOUGHT.sub("", core), ""
    while before != core:
        before, core = core, _BUYS.sub("", core)
    timing = read_timing(core, now)
    items = tuple(dict.fromkeys(_items(timing.quick.title)))
    if not items:
        return Slots(list_name=place), Question("title", "What shall I put on the list?")
    return Slots(title=_capital(items[0]), items=items, list_name=place, due=timing.due), None


def goal(text: str, now: datetime) -> Read:
    title = bare(text, commands.GOALS, commands.GOALS, commands.GOAL_NOUN)
    timing = read_timing(title, now)
    title = title if timing.quick.rrule else timing.quick.title  # "walk every day" is the goal itself
    title = re.sub(r"^(?:to|of|about|how (?:i can|to))\s+", "", title).strip(" ,.;:")
    title = re.sub(r",?\s*(?:set it up|can you make a plan|make me a plan|plan it for me|put it .*)$", "", title)
    if not title or _EMPTY.fullmatch(title):
        return Slots(), Question("title", "What would you like to reach?")
    due = timing.due if not timing.quick.rrule else None
    return Slots(title=_capital(title), due=due, minutes=timing.quick.duration_minutes, rrule=timing.quick.rrule), None


def habit(text: str, now: datetime) -> Read:
    """What was done again; `due` is the day it was done on."""
    body, _ = place_removed(unasked(text))
    title = _LOGGING.sub("", body, count=1)
    timing = read_timing(title, now)
    before = re.search(r"\b(?:yesterday|last night)\b", text, re.IGNORECASE)
    said = timing.due if timing.due and timing.due < now.date() else None
    day = said or now.date() - timedelta(days=1 if before else 0)
    title = re.sub(r"\b(?:today|yesterday|this morning|last night|tonight|as done)\b", "", title, flags=re.IGNORECASE)
    title = " ".join(title.split()).strip(" ,.") or body
    return Slots(title=_capital(title), phrase=title, due=day, minutes=read_minutes(text, now)), None


def kept(text: str, _now: datetime) -> Read:
    """A thought: the words as they are, without "note:"."""
    body = commands.NOTING.sub("", unasked(text) + " ", count=1).strip()
    if not body or _EMPTY.fullmatch(body) or len(body) < 3 or re.fullmatch(r"(?:write )?something down", body):
        return Slots(), Question("title", "What shall I write down?")
    return Slots(title=_capital(body)), None


def mood(text: str, _now: datetime) -> Read:
    body = re.sub(r"^(?:log|track|record)\s+(?:my |that )?", "", unasked(text), flags=re.IGNORECASE)
    return Slots(title=_capital(body)), None


def expense(text: str, _now: datetime) -> Read:
    amount = next(iter(find_amounts(text)), None)
    if amount is None and (bare_number := re.search(r"\d+(?:[.,]\d{1,2})?", text)):
        value, currency = Decimal(bare_number.group().replace(",", ".")), None
    elif amount:
        value, currency = amount.value, amount.currency
    else:
        return Slots(title=_capital(text)), None
    minor = int(value if currency in _WHOLE else value * 100)
    title = _LOGGING.sub("", unasked(text), count=1)
    return Slots(title=_capital(title), amount_minor=minor, currency=currency), None


def statement(text: str, _now: datetime) -> Read:
    body = commands.REMEMBERING.sub("", unasked(text), count=1).strip(" :,")
    if not body or _EMPTY.fullmatch(body):
        return Slots(), Question("title", "What shall I remember?")
    return Slots(title=_capital(body)), None


def _command_removed(text: str) -> tuple[str, str | None]:
    body, place = place_removed(text)
    body = _AFTERWARDS.sub("", body) or body
    leads = (commands.MAKING, commands.WRITING) if place else (commands.MAKING,)
    return bare(re.sub(r"^on\s+(?=\w+ing\b)", "", body), *leads), place


def _made(body: str, place: str | None, now: datetime) -> Read:
    timing = read_timing(_URGENT.sub("", body), now)
    quick = timing.quick
    title = title_of(quick.title, ()) or quick.title
    title = re.sub(r"^(?:to|that|about|of|for)\s+", "", title).strip()
    slots = Slots(
        title=None if not title or _EMPTY.fullmatch(title) else _capital(title),
        list_name=place,
        due=timing.due,
        due_at=timing.due_at,
        day_said=quick.when.day_said,
        rrule=quick.rrule,
        duration_minutes=quick.duration_minutes,
        priority=_priority(body, timing),
        tags=quick.tags,
        people=quick.people,
        life_areas=quick.life_areas,
    )
    return slots, None if slots.title else Question("title", "What is it about?")


def _priority(text: str, timing: Timing) -> int | None:
    said = re.search(
        r"\b(?:priority (?P<level>[1-5])|(?P<word>high|top|medium|low) priority|(?P<now>urgent))\b", text, re.IGNORECASE
    )
    if said is None or timing.quick.priority:
        return timing.quick.priority
    if said["level"]:
        return int(said["level"])
    return {"medium": 3, "low": 5}.get((said["word"] or "").casefold(), 1)


def _items(text: str) -> Iterator[str]:
    for piece in _JOINTS.split(text):
        # "The Hobbit" keeps its article
        item = re.sub(r"^(?:[Ss]ome|[Aa]n?|the|[Aa]lso|any)\s+(?=\w)", "", piece.strip(" .!?:\"'"))
        if item and not _EMPTY.fullmatch(item):
            yield item


def _spoken(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} h" if hours else "", f"{rest} min" if rest else ""]
    return " ".join(part for part in parts if part)


def _capital(title: str) -> str:
    return capitalised(title.strip())
