"""What answers the assistant: yes, no, a choice, or the word that was asked for."""

import re
from dataclasses import fields, replace
from datetime import datetime

from selfos.intelligence.builtin.intents.existing import read_all, read_reference
from selfos.intelligence.builtin.intents.features import polite_removed
from selfos.intelligence.builtin.intents.judge import Verdict
from selfos.intelligence.builtin.intents.model import Group, Intent, Reference, Slots, Topic, Want, group_of
from selfos.intelligence.builtin.intents.patterns import pattern
from selfos.intelligence.builtin.intents.slots import READERS
from selfos.intelligence.builtin.intents.times import read_shift, read_timing, without_times

RULES = "rules@1"
EMPTY = Slots()

_YES = pattern("replies", "yes")
_NO = pattern("replies", "no")
_TOLD = pattern("replies", "told")
#: The ways that are offered where a wish was not understood, in their order.
_CHOICES = {
    Want.NOTE: pattern("replies", "as thought"),
    Want.CREATE_TASK: pattern("replies", "as task"),
    Want.SEARCH: pattern("replies", "as search"),
}
#: "make it 11": of a record that was just spoken of, a time; "make it urgent" is left to the judge.
_MAKES_IT = re.compile(r"make (?:it|that|them|those) (?!.*\bpriority\b)", re.IGNORECASE)
#: "maybe …", "let's say …, please": an answer to "when" has no more words than these beside its time.
_BESIDE_A_TIME = 3
_NUMBERED = re.compile(r"(?:number |option |no\.? ?)?(?P<number>[1-9])", re.IGNORECASE)


def answered(text: str, now: datetime, recent: Topic | None) -> Intent | None:
    """The message as an answer to what was said last; None where it is a wish of its own."""
    plain = polite_removed(text).strip(" .,!?")
    if recent and recent.asked and (chosen := _wanted(plain, now, recent.asked)):
        return chosen
    if _YES.fullmatch(plain):
        return _intent(Want.YES, text)
    if _NO.fullmatch(plain):
        return _intent(Want.NO, text)
    if recent and recent.records and _MAKES_IT.match(plain):
        slots, question = READERS[Want.MOVE](plain, now)
        if question is None:
            return _intent(Want.MOVE, text, slots)
    if refers := read_reference(plain):
        return _picked(text, Slots(refers=refers), recent)
    if recent and _counts(recent) and (match := _NUMBERED.fullmatch(plain)):
        return _picked(text, Slots(refers=Reference((int(match["number"]),))), recent)
    return None


def filled(text: str, now: datetime, asked: Intent, verdict: Verdict) -> Intent | None:
    """The wish that waited, with the slot that was asked for; None where the message speaks of something else."""
    plain = polite_removed(text).strip(" .,!?")
    if asked.question is None or len(plain.split()) > 12 or _turns_away(verdict, asked.question.missing):
        return None
    if asked.question.missing == "when":
        more = len(without_times(plain, now).split()) > _BESIDE_A_TIME or _names_another(verdict, plain, now)
        return None if more else _timed(asked, plain, now)
    if asked.question.missing == "phrase":
        if _TOLD.fullmatch(plain):
            return None
        everything = read_all(plain) if asked.want is Want.DELETE else None
        return replace(asked, slots=everything or replace(asked.slots, phrase=plain), question=None)
    if asked.question.missing == "title":
        return _titled(asked, plain, now)
    return None


def _wanted(plain: str, now: datetime, asked: Intent) -> Intent | None:
    """The wish that was not understood, as what the person now says it is: a thought, a task or a search."""
    if asked.question is None or asked.question.missing != "want":
        return None
    want = next((want for want, words in _CHOICES.items() if words.fullmatch(plain)), None)
    if want is None:
        return None
    slots, question = READERS[want](asked.text, now)
    return replace(asked, group=group_of(want), want=want, confidence=0.99, slots=slots, question=question)


def _counts(recent: Topic) -> bool:
    """Whether a lone number counts what was shown, rather than being an hour."""
    question = recent.asked.question if recent.asked else None
    return len(recent.records) > 1 and (question is None or question.missing == "phrase")


def _turns_away(verdict: Verdict, missing: str) -> bool:
    """Whether the message has a wish of its own, whatever was asked; a title may sound like one to make something."""
    own = {Want.STOP, Want.UNDO, Want.HELP, Want.THANK, Want.JOKE}
    if missing != "when":
        own |= {Want.MOVE, Want.CHANGE, Want.DELETE, Want.COMPLETE, Want.REOPEN, Want.FORGET, Want.REMIND}
    return (verdict.group is Group.ASK or verdict.want in own) and verdict.confidence >= 0.7


def _names_another(verdict: Verdict, plain: str, now: datetime) -> bool:
    """Whether the message moves, by its name, a record of its own: "move my 11 o'clock to noon"."""
    if verdict.want is not Want.MOVE or verdict.confidence < 0.7:
        return False
    slots, _ = READERS[Want.MOVE](plain, now)
    return slots.refers is None and bool(slots.phrase or slots.stands_at)


def _timed(asked: Intent, plain: str, now: datetime) -> Intent | None:
    timing, shift = read_timing(plain, now), read_shift(plain)
    if not (timing or shift):
        return None
    quick = timing.quick
    slots = replace(asked.slots, due=timing.due, due_at=timing.due_at, rrule=quick.rrule, shift=shift)
    return replace(asked, slots=replace(slots, duration_minutes=quick.duration_minutes), question=None)


def _titled(asked: Intent, plain: str, now: datetime) -> Intent:
    """Read as the whole wish would be, so that "Ana, at 5" brings its time along; what was known already stays."""
    slots, question = READERS[asked.want](plain, now)
    known = {field.name: getattr(asked.slots, field.name) for field in fields(Slots)}
    merged = {name: getattr(slots, name) or value for name, value in known.items()}
    if question and question.missing == "when" and (merged["due"] or merged["rrule"]):
        question = None
    return replace(asked, slots=Slots(**merged), question=question)


def _picked(text: str, slots: Slots, recent: Topic | None) -> Intent:
    """A choice among what was shown; where a wish waits to know which record, that wish with it."""
    asked = recent.asked if recent else None
    if asked and asked.question and asked.question.missing == "phrase":
        return replace(asked, slots=replace(asked.slots, refers=slots.refers), question=None)
    return _intent(Want.PICK, text, slots)


def _intent(want: Want, text: str, slots: Slots = EMPTY) -> Intent:
    return Intent(group=group_of(want), want=want, confidence=0.99, text=text, found_by=RULES, slots=slots)
