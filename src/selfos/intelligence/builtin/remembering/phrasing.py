"""How an answer is worded: to the person, with the day from which it holds or on which it was said."""

import re
from datetime import date, datetime
from typing import Final

from selfos.intelligence.builtin.remembering.claims import ME
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
_PASTS: Final = {
    "am": "was", "is": "was", "are": "were", "have": "had", "has": "had", "do": "did", "does": "did",
    "can": "could", "can't": "couldn't", "don't": "didn't", "doesn't": "didn't", "isn't": "wasn't",
    "aren't": "weren't", "take": "took", "go": "went", "run": "ran", "swim": "swam", "teach": "taught",
    "drive": "drove", "own": "owned", "eat": "ate", "drink": "drank", "sing": "sang", "write": "wrote",
    "read": "read", "ride": "rode", "get": "got", "see": "saw", "sleep": "slept", "wear": "wore", "make": "made",
    "keep": "kept", "meet": "met", "pay": "paid", "think": "thought", "feel": "felt", "plan": "planned",
    "prefer": "preferred", "will": "would", "leave": "left", "begin": "began", "give": "gave", "want": "wanted",
}  # fmt: skip


def day(moment: date | datetime) -> str:
    """A day in words."""
    return f"{moment.day} {moment:%B %Y}"


def to_the_person(statement: str) -> str:
    """What they said of themselves, said to them."""
    for sign, turned in _TURNS:
        statement = re.sub(sign, turned, statement)
    return statement[:1].upper() + statement[1:]


def of_memory(memory: Held, now: datetime) -> str:
    """What a memory says, in the past tense what is over, and when that held."""
    told = to_the_person(memory.statement).rstrip(".!")
    if memory.valid_until is not None:
        told = in_the_past(told, memory.subject) if memory.valid_until <= now.date() else told
        since = f"from {day(memory.valid_from)} " if memory.valid_from else ""
        return f"{told} ({since}until {day(memory.valid_until)})."
    return f"{told}, since {day(memory.valid_from)}." if memory.valid_from and memory.what == "fact" else f"{told}."


def yes_or_no(memory: Held, *, holds: bool, past: bool, now: datetime) -> str:
    """Whether what a memory says is so, or was at a `past` time that was asked about."""
    if not past and memory.valid_until is not None and memory.valid_until <= now.date():
        return f"No, not since {day(memory.valid_until)}."
    return f"{'Yes' if holds else 'No'}: {of_memory(memory, now)}"


def in_the_past(told: str, subject: str | None) -> str:
    """What holds of "you" or of somebody by name, said as what did."""
    who = "You" if subject in {None, ME} else re.escape(to_the_person(subject or ""))
    match = re.match(rf"(?P<who>{who}) (?P<verb>[a-z'\u2019]+)\b", told, re.IGNORECASE)
    if match is None:
        return told
    verb = match["verb"].replace("\u2019", "'")
    return f"{match['who']} {_PASTS.get(verb) or _past(verb)}{told[match.end() :]}"


def _past(verb: str) -> str:
    """The past of a regular verb; what is in the past already stays."""
    if verb.endswith("ed") or verb in _PASTS.values():
        return verb
    stem = re.sub(r"ies$", "y", verb) if verb.endswith("ies") else re.sub(r"(?<=sh|ch|ss)es$|(?<!s)s$", "", verb)
    if stem in _PASTS:
        return _PASTS[stem]
    if stem.endswith("e"):
        return f"{stem}d"
    return re.sub(r"(?<=[^aeiou])y$", "i", stem) + "ed"


def shortened(text: str) -> str:
    """The beginning of a long text, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"


def of_record(item: Recollection, quote: str, now: datetime) -> str:
    """The words of a record, with the day on which they were said."""
    said = "it says in what you saved" if item.said_by == "source" else "you said"
    return f"On {day(item.at.astimezone(now.tzinfo))} {said}: \u201c{quote}\u201d"
