"""How an answer is worded: to the person, with the day from which it holds or on which it was said."""

import re
from datetime import date, datetime
from typing import Final

from selfos.intelligence.builtin.remembering.recollections import Held, Recollection

_LONGEST: Final = 300
"""Characters of a quote."""
_TURNS: Final = (
    (r"\bI am\b", "you are"),
    (r"\bI was\b", "you were"),
    (r"\bI'm\b", "you're"),
    (r"\bI've\b", "you've"),
    (r"\bI\b", "you"),
    (r"\bmy\b", "your"),
    (r"\bMy\b", "Your"),
    (r"\bmyself\b", "yourself"),
    (r"\bme\b", "you"),
)


def day(moment: date | datetime) -> str:
    """A day in words."""
    return f"{moment.day} {moment:%B %Y}"


def to_the_person(statement: str) -> str:
    """What they said of themselves, said to them."""
    for sign, turned in _TURNS:
        statement = re.sub(sign, turned, statement)
    return statement[:1].upper() + statement[1:]


def of_memory(memory: Held) -> str:
    """What a memory says, and when that held."""
    told = to_the_person(memory.statement).rstrip(".!")
    if memory.valid_until is not None:
        since = f"from {day(memory.valid_from)} " if memory.valid_from else ""
        return f"{told} ({since}until {day(memory.valid_until)})."
    return f"{told}, since {day(memory.valid_from)}." if memory.valid_from and memory.what == "fact" else f"{told}."


def yes_or_no(memory: Held, *, holds: bool, past: bool, now: datetime) -> str:
    """Whether what a memory says is so, or was at a `past` time that was asked about."""
    if not past and memory.valid_until is not None and memory.valid_until <= now.date():
        return f"No, not since {day(memory.valid_until)}."
    return f"{'Yes' if holds else 'No'}: {of_memory(memory)}"


def shortened(text: str) -> str:
    """The beginning of a long text, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"


def of_record(item: Recollection, quote: str, now: datetime) -> str:
    """The words of a record, with the day on which they were said."""
    said = "it says in what you saved" if item.said_by == "source" else "you said"
    return f"On {day(item.at.astimezone(now.tzinfo))} {said}: \u201c{quote}\u201d"
