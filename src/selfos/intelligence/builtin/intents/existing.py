"""The particulars of wishes about a record that exists: which one it is, and what shall become of it."""

import re
from dataclasses import replace
from datetime import datetime

from selfos.intelligence.builtin.intents import commands
from selfos.intelligence.builtin.intents.commands import bare, place_removed
from selfos.intelligence.builtin.intents.features import unasked
from selfos.intelligence.builtin.intents.making import Read
from selfos.intelligence.builtin.intents.model import Question, Reference, Slots
from selfos.intelligence.builtin.intents.patterns import pattern
from selfos.intelligence.builtin.intents.times import (
    read_alarm,
    read_period,
    read_shift,
    read_timing,
    shift_removed,
    without_times,
)
from selfos.intelligence.builtin.when import find_all

_NTH = {
    **{word: n for n, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth", "seventh"), 1)},
    "last": -1,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "5th": 5,
}
_ORDINALS = "|".join(_NTH)
_POINTS = pattern("existing", "points")
_PRONOUN = pattern("existing", "pronoun")
#: "make it evenings instead": what follows is no part of a name.
_POINTS_FIRST = re.compile(r"(?:it|them)\s.*", re.IGNORECASE)
_EVERYTHING = re.compile(
    r"\b(?:everything|all|the rest|what i didn'?t finish|(?:open|old|today's) tasks)\b", re.IGNORECASE
)
_DETERMINERS = pattern("existing", "determiners")
_KINDS = {
    "task": r"\btasks?|to-?dos?|chores?\b",
    "goal": r"\bgoals?\b",
    "habit": r"\bhabits?\b",
    "thought": r"\b(?:notes?|thoughts?|ideas?|journal)\b",
    "project": r"\bprojects?\b",
}
_KIND_PATTERNS = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _KINDS.items()}
#: "… to Friday", "… until Monday", "… by two days", "… for the 12th".
_TARGET = pattern("existing", "target")
_SWAPPED = re.compile(r"\bfrom\s+(?P<old>.+?)\s+to\s+(?P<new>.+)$", re.IGNORECASE)
_PRIORITY = pattern("existing", "priority")
_RENAMES = pattern("existing", "renames")
_TAGS = pattern("existing", "tags")


_ASKS_TO_MOVE = pattern("existing", "asks to move")
_MOVED = pattern("existing", "moved")
#: "move it to 9": an hour without a mark of time.
_HOUR = pattern("existing", "hour")
_HALF = pattern("existing", "half")
_KIND_TAIL = re.compile(r"(?<=\w)\s+(?:task|reminder|to-?do|item)s?$", re.IGNORECASE)
_ALARM = re.compile(r"\balarm\b", re.IGNORECASE)
_GENERIC = pattern("existing", "generic")
_LIST = pattern("existing", "list")
_ALL_OF_A_KIND = pattern("existing", "all of a kind")
_VERB = re.compile(r"\w+(?: (?:out|up|away|off))? ")
_TOO_MUCH = "I don't delete everything at once. Name one kind, such as \u201call tasks\u201d, or one thing by its name."


def completed(text: str, now: datetime) -> Read:
    body, place = place_removed(text)
    core = commands.DONE_TAIL.sub("", bare(body, commands.DONE))
    core = commands.DONE_TAIL.sub("", core) or body
    return _record(core, text, now, place, "Which one is done?")


def reopened(text: str, now: datetime) -> Read:
    body, place = place_removed(text)
    core = commands.OPEN_TAIL.sub("", bare(body, commands.OPENING))
    return _record(core, text, now, place, "Which one shall I open again?")


def removed(text: str, now: datetime) -> Read:
    """What to take away; days without a thing mean all that lies on them."""
    said = _VERB.sub("", unasked(text), count=1)
    if everything := read_all(said):
        return everything, None
    body, place = place_removed(text)
    core = commands.REMOVE_TAIL.sub("", bare(body, commands.REMOVING, commands.REMOVING))
    if not core.strip() or re.fullmatch(
        r"(?:all|everything|my|the|items?|all items|clear|empty)*", core, re.IGNORECASE
    ):
        core = ""
    slots, question = _record(core, text, now, place, "Which one shall I delete?")
    if said.strip(" .,!").casefold() == "everything":
        return slots, Question("phrase", _TOO_MUCH)
    whole = place is not None and (not core or _EVERYTHING.search(core))
    if slots.phrase is None and slots.refers is None and (slots.period or whole):
        return slots, None
    return slots, question


def moved(text: str, now: datetime) -> Read:
    """Which one, and where to: a day, a moment, or a shift from where it stands."""
    text = re.sub(r"^(?:actually|no,?|not \w+,)\s+", "", bare(text))
    text = _HOUR.sub(r"\g<start> at \g<hour>", text)
    shift = read_shift(text)
    subject, target = (shift_removed(text), "") if shift else _parted(text, now)
    timing = read_alarm(target, now) if _ALARM.search(text) else read_timing(target, now)
    core = _MOVED.sub("", _ASKS_TO_MOVE.sub("", bare(subject, commands.MOVING), count=1))
    slots, question = _record(core, subject, now, None, "Which one shall I move?")
    if slots.phrase is None and slots.refers is None and slots.period is None:
        slots = replace(slots, refers=Reference())
        question = None
    slots = replace(
        slots,
        due=timing.first_day(now),
        due_at=timing.due_at,
        rrule=timing.quick.rrule,
        shift=shift,
        day_said=timing.quick.when.day_said,
        half_said=bool(_HALF.search(target)),
        duration_minutes=None,
    )
    if question is None and not timing and shift is None:
        question = Question("when", "To when shall I move it?", ("Tomorrow", "Next week"))
    return slots, question


def changed(text: str, now: datetime) -> Read:
    text = bare(text)
    if match := _RENAMES.match(text):
        slots, question = _record(match["old"] or "it", "", now, None, "Which one shall I rename?")
        new = (match["new"] or match["only"]).strip(" \"'\u201c\u201d.")
        return replace(slots, title=new[:1].upper() + new[1:]), question
    if match := _TAGS.match(text):
        slots, question = _record(match["old"] or match["old2"], "", now, None, "Which one shall I tag?")
        return replace(slots, tags=((match["tag"] or match["tag2"]).strip().replace(" ", "-").casefold(),)), question
    if match := _PRIORITY.search(text):
        level = int(match["level"]) if match["level"] else 5 if match["low"] else 3 if match["mid"] else 1
        core = re.sub(r"\b(?:as|to|is|isn'?t|more|a|the)?\s*(?:priority( of| to)?|than the rest)\b", " ", text)
        core = _PRIORITY.sub(" ", core)
        core = re.sub(
            r"^(?:change|set|make|raise|mark|lower|give)\b|\b(?:as|to|is)\s*$", "", core.strip(), flags=re.IGNORECASE
        )
        slots, question = _record(core, "", now, None, "Which one do you mean?")
        return replace(slots, priority=level), question
    minutes = read_timing(text, now).quick.duration_minutes
    core = re.sub(r"^(?:change|edit|update|set|make|correct|attach|add)\b", "", without_times(text, now)).strip()
    slots, question = _record(core, "", now, None, "Which one shall I change?")
    if minutes:
        return replace(slots, duration_minutes=minutes), question
    return slots, question or Question(
        "change", "What shall I change about it?", ("Its title", "Its day", "Its priority")
    )


def read_reference(text: str) -> Reference | None:
    """ "it", "those", "the second one", "the first two"; None where the words point at nothing said before."""
    plain = text.strip(" .,!?")
    if match := _POINTS.fullmatch(plain):
        if match["count"]:
            size = {"two": 2, "three": 3, "four": 4}[match["count"].casefold()]
            return Reference(tuple(range(-size, 0) if "last" in plain.casefold() else range(1, size + 1)))
        if match["number"]:
            return Reference((int(match["number"]),))
        said = [match[name] for name in ("nth", "more") if match[name]]
        return Reference(tuple(_NTH[word.casefold()] for word in said))
    return Reference() if _PRONOUN.fullmatch(plain) else None


def read_all(text: str) -> Slots | None:
    """All records of a kind, where the words mean no less: "all my tasks"."""
    plain = text.strip(" .,!")
    return Slots(kinds=read_kinds(plain), every=True) if _ALL_OF_A_KIND.fullmatch(plain) else None


def read_kinds(text: str) -> tuple[str, ...]:
    """The kinds of record that are named."""
    return tuple(kind for kind, pattern in _KIND_PATTERNS.items() if pattern.search(text))


def _record(core: str, around: str, now: datetime, place: str | None, ask: str) -> Read:
    """The record that `core` names; the days of `around` say when it stands."""
    core = core.strip(" ,.!?:;\"'")
    kinds = read_kinds(around)
    refers = read_reference(core) or (Reference() if _POINTS_FIRST.fullmatch(core) else None)
    if refers:
        return Slots(refers=refers, list_name=place, kinds=kinds), None
    if whole := _LIST.fullmatch(core):
        place, core = place or (whole["name"] or whole["what"]).casefold(), ""
    stands_at = read_timing(core, now).due_at
    period = read_period(around, now, past=False)
    phrase = _DETERMINERS.sub("", without_times(core, now)).strip(" ,.!?:;\"'")
    phrase = _KIND_TAIL.sub("", phrase)
    phrase = "" if _GENERIC.fullmatch(phrase) else phrase
    slots = Slots(phrase=phrase or None, stands_at=stands_at, period=period, list_name=place, kinds=kinds)
    return slots, None if phrase or period or place or stands_at else Question("phrase", ask)


def _parted(text: str, now: datetime) -> tuple[str, str]:
    """What is to be moved, and the words of time that it goes to: those that are said last."""
    if match := _SWAPPED.search(text):
        old, new = (f"at {hour}" if hour.isdigit() else hour for hour in (match["old"], match["new"]))
        return f"{text[: match.start()]}{old}", new
    mentions = find_all(text, now)
    cuts = [match for match in _TARGET.finditer(text) if any(m.end > match.end() - 1 for m in mentions)]
    for cut in reversed(cuts):
        if read_timing(text[cut.end() :], now):
            return text[: cut.start()], text[cut.end() :]
    if mentions:
        last = mentions[-1]
        return f"{text[: last.start]} {text[last.end :]}".strip(), last.text
    return text, ""
