"""The particulars of questions: which days, about what, how long there is."""

import re
from datetime import datetime

from selfos.intelligence.builtin.intents import commands
from selfos.intelligence.builtin.intents.commands import bare, place_removed
from selfos.intelligence.builtin.intents.existing import read_kinds, read_reference
from selfos.intelligence.builtin.intents.features import polite_removed, unasked
from selfos.intelligence.builtin.intents.making import Read
from selfos.intelligence.builtin.intents.model import Question, Reference, Slots
from selfos.intelligence.builtin.intents.openings import KNOWN
from selfos.intelligence.builtin.intents.patterns import pattern
from selfos.intelligence.builtin.intents.times import read_minutes, read_period, read_timing, without_times

_TELL = pattern("asking", "tell")
_ABOUT = re.compile(r"\b(?:about|on|of|regarding|with|mention(?:s|ing)?)\s+(?P<topic>[^?]+)$", re.IGNORECASE)
#: A question after a thing of the calendar: "when is my dentist appointment", "what time does my flight leave".
_THING = pattern("asking", "thing")
_DULL = pattern("asking", "dull")
_PLACE = pattern("asking", "place")


def found(text: str, now: datetime) -> Read:
    """A search: the words, the kinds and the days it is narrowed to."""
    body = bare(text, commands.FINDING)
    query = commands.FOUND.sub("", without_times(body, now), count=1).strip(" .?!,\"'\u201c\u201d")
    about = _ABOUT.search(query)
    if about and len(about["topic"].split()) < len(query.split()):
        query = about["topic"].strip()
    query = re.sub(r"^(?:the|my|a|an|our)\s+(?=\S)", "", query, flags=re.IGNORECASE)
    return Slots(query=query or None, period=read_period(body, now, past=True), kinds=read_kinds(text)), None


def remembered(text: str, now: datetime) -> Read:
    """A question to memory keeps its words: who and what is asked after matters to the answer."""
    body = _TELL.sub("", polite_removed(text)).strip() or text
    return Slots(query=body.strip(" "), period=read_period(body, now, past=True)), None


def agenda(text: str, now: datetime) -> Read:
    """Days, a list, or one thing of the calendar (`phrase`); today where nothing is said."""
    body, place = place_removed(unasked(text))
    if place is None and (named := re.search(r"\b(?P<name>\w+)[ -](?:list|lists)\b", text, re.IGNORECASE)):
        place = "shopping" if named["name"].casefold() in ("shopping", "grocery") else named["name"].casefold()
        place = "to-dos" if place in ("do", "todo", "to-do", "task", "my", "the") else place
    period = read_period(text, now, past=None if re.search(r"\bdid\b", text) else False)
    thing = _THING.match(without_times(body, now))
    phrase = thing["thing"].strip(" ?") if thing else ""
    phrase = phrase if _DULL.sub("", phrase).strip(" ?'s") else ""
    if place in ("calendar", "to-dos", "tasks", "chores", "day", None) and not period and not phrase:
        period = (now.date(), now.date())
    kinds = ("task",) if place in ("to-dos", "tasks", "chores") else read_kinds(text)
    name = None if place in ("calendar", "day", "tasks", "chores") else place
    return Slots(phrase=phrase or None, period=period, list_name=name, kinds=kinds), None


def free(text: str, now: datetime) -> Read:
    timing = read_timing(text, now)
    period = read_period(text, now, past=False)
    return Slots(period=period, due=timing.due, due_at=timing.due_at, minutes=read_minutes(text, now)), None


def next_step(text: str, now: datetime) -> Read:
    about = re.search(
        r"\b(?:step|do) (?:on|for|about|with)\s+(?:the |my )?(?P<goal>[a-z].+?)[?.]*$", text, re.IGNORECASE
    )
    minutes = read_minutes(text, now)
    return Slots(
        minutes=minutes, phrase=about["goal"] if about and not minutes else None, period=read_period(text, now)
    ), None


def summary(text: str, now: datetime) -> Read:
    period = read_period(text, now, past=True)
    about = re.search(r"\b(?:about|on|with|of)\s+(?:my |the )?(?P<topic>[a-z].*?)[?.]*$", unasked(text), re.IGNORECASE)
    topic = without_times(about["topic"], now) if about else ""
    topic = re.sub(
        r"\b(?:(?:my|the|this|last|past)\s*)?(?:day|week|month|year|days|progress|journal|moving average)\b", "", topic
    )
    return Slots(query=topic.strip() or None, period=period, kinds=read_kinds(text)), None


def clock(text: str, now: datetime) -> Read:
    place = _PLACE.search(text)
    timing = read_timing(text, now)
    named = place["place"].strip() if place else None
    if named and (
        read_timing(named, now) or re.match(r"(?:days?|week|month|year|it|is|today)\b", named, re.IGNORECASE)
    ):
        named = None
    return Slots(place=named, due=timing.due), None


def forgotten(text: str, _now: datetime) -> Read:
    body = commands.FORGETTING.sub("", unasked(text), count=1).strip(" .!?")
    if not body or read_reference(body) or re.fullmatch(r"(?:memory|memories|fact)", body, re.IGNORECASE):
        return Slots(refers=read_reference(body) or Reference()), None
    return Slots(phrase=body, query=body), None


def referred(text: str, _now: datetime) -> Read:
    return Slots(refers=read_reference("that"), query=polite_removed(text)), None


def explained(text: str, now: datetime) -> Read:
    """What is known that is asked about; else what was said last."""
    asked = KNOWN.match(unasked(text))
    return (Slots(query=unasked(text)[asked.end() :].strip()), None) if asked else referred(text, now)


def outside_question(text: str, now: datetime) -> Read:
    return Slots(query=unasked(text), period=read_period(text, now)), None


def nothing(_text: str, _now: datetime) -> Read:
    return Slots(), None


def whole(text: str, _now: datetime) -> Read:
    return Slots(query=text.strip()), None


def unclear() -> Question:
    return Question(
        "want",
        "I'm not sure what you would like. Shall I keep it, make a task of it, or look for it?",
        ("Keep it as a thought", "Make it a task", "Search for it"),
    )
