"""Making a claim of what a sentence says, whoever read it: named, dated, and marked where it is sensitive."""

import re
from datetime import date, datetime
from typing import Any, Final

from selfos.intelligence.builtin.remembering.claims import ME, Claim, What
from selfos.intelligence.builtin.remembering.frames import Turn, frames
from selfos.intelligence.builtin.remembering.sensitive import sensitivity
from selfos.intelligence.builtin.remembering.sentences import Sentence, sentences
from selfos.intelligence.builtin.remembering.times import Held, read_times
from selfos.intelligence.builtin.remembering.wording import line

_PAST: Final = re.compile(r"\b(?:\w+ed|was|were|had|left|quit|got|went|began|bought|sold|became|off)\b", re.IGNORECASE)
_ONE_EACH: Final = ("opinion of ", "routine ", "favourite ")
"""Beginnings of attributes of which only the latest holds."""


def claimed(
    what: What, attribute: str, value: str, statement: str, sentence: Sentence, *, subject: str = ME, **more: Any
) -> Claim:
    """The claim of a sentence; `more` are further fields of Claim."""
    named = [subject.removeprefix("my ")] if subject != ME else []
    if what == "person" and value[:1].isupper():
        named.append(value)
    return Claim(
        what=what,
        subject=subject,
        attribute=attribute,
        value=value,
        statement=line(statement),
        span=(sentence.start, sentence.start + len(sentence.text)),
        people=tuple(named),
        **{"sensitive": sensitivity(f"{statement} {sentence.text}")} | more,
    )


def reads_past(sentence: str) -> bool:
    """Whether a sentence tells of what was."""
    return _PAST.search(sentence) is not None


def dates(turn: Turn, held: Held, told: datetime) -> tuple[date | None, date | None]:
    """Since when and until when something holds that begins or ends on the day it was told, or named."""
    day = held.on or told.date()
    since = None if turn == "ends" else held.since or (day if turn == "begins" else None)
    return since, held.until or (day if turn == "ends" else None)


def quoted(
    text: str, quote: str, told: datetime, turn: Turn, *, attribute: str, value: str, **more: Any
) -> Claim | None:
    """What somebody else read in a quote of a text, as a claim of the sentence in which the quote begins.

    None where that sentence asserts nothing, or does not hold the value. Its days are read by rules; `more` are
    further fields of Claim.
    """
    start = text.index(quote)
    sentence = next((one for one in sentences(text) if start < one.start + len(one.text)), None)
    if sentence is None or not sentence.asserts or value.casefold() not in sentence.text.casefold():
        return None
    since, until = dates(turn, read_times(sentence.text, told, past=reads_past(sentence.text)), told)
    return claimed(
        attribute=attribute,
        value=value,
        sentence=sentence,
        single=attribute.startswith(_ONE_EACH) or any(f.single for f in frames() if f.attribute == attribute),
        since=since,
        until=until,
        ends=turn == "ends",
        **more,
    )
