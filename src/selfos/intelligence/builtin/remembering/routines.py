"""What is done again and again, and when: "I go swimming on Tuesdays", "choir moved to Wednesdays"."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from selfos.intelligence.builtin.remembering.claims import ME
from selfos.intelligence.builtin.remembering.lexicon import pattern
from selfos.intelligence.builtin.remembering.sentences import Sentence
from selfos.intelligence.builtin.remembering.subjects import ADVERBS, about
from selfos.intelligence.builtin.remembering.wording import clauses, trimmed
from selfos.intelligence.builtin.understand.verbs import opens_with_act
from selfos.intelligence.builtin.when import find_all

_LONGEST: Final = 200
"""Characters of a sentence in which what comes again can be told for sure."""
_WEEKLY: Final = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b", re.IGNORECASE)
_DOES: Final = pattern(r"""
    (?:(?:usually|always|normally|often|generally|mostly)\x20)?
    (?P<value>(?:go|do|run|swim|play|meet|call|ring|visit|work|train|practise|practice|take|eat|cook|clean|write|read|meditate
    |walk|cycle|sing|study|teach|volunteer|see|have\x20(?:lunch|dinner|coffee|breakfast)|attend|pray|fast|wake|get)
    \b[^.;!?()\n]*)""")
_HAPPENS: Final = pattern(r"""
    (?:(?:my|our|the)\x20)?(?P<value>[A-Za-z][\w'\x20]{2,40}?),?
    \x20(?:is|are|now|(?:has\x20|have\x20)?moved\x20to|moves\x20to|changed\x20to|changes\x20to|every|on)\b""")
_GOES: Final = re.compile(r"(?:go|do|have|attend|play|practi[sc]e)(?: to| for)? (?=\w)", re.IGNORECASE)
_BARE: Final = frozenset("meet go do see call work take get it she he they this that there everything".split())
_AFTER: Final = re.compile(r"[.;!?]|, (?!same)| before | because | but | so | since | with | while ", re.IGNORECASE)


class Routine(NamedTuple):
    """What comes again, and the words that say when."""

    activity: str
    when: str


def read_routine(sentence: Sentence, told: datetime) -> Routine | None:
    """What comes again in a sentence; None where nothing does, where it is an errand, or somebody else's."""
    found = [m for m in find_all(sentence.text, told) if m.when.rrule or _WEEKLY.search(m.text)]
    if not found or len(sentence.text) > _LONGEST:
        return None
    start, end = found[0].start, found[0].end
    clause = _last_before(list(clauses(sentence)), sentence.start + start)
    activity = _activity(clause.text, sentence.text[start:end])
    return Routine(activity, trimmed(_AFTER.split(sentence.text[start:], maxsplit=1)[0])) if activity else None


def _last_before(parts: Sequence[Sentence], place: int) -> Sentence:
    return [part for part in parts if part.start <= place][-1]


def _activity(clause: str, when: str) -> str | None:
    clause = ADVERBS.sub("", clause, count=1)
    whom = about(clause)
    if whom and whom.pronoun:
        return None
    if whom and whom.subject == ME:
        match = _DOES.match(ADVERBS.sub("", whom.rest.lstrip(), count=1))
    else:
        match = None if opens_with_act(clause) else _HAPPENS.match(clause)
    if match is None:
        return None
    activity = trimmed(_GOES.sub("", match["value"].split(when)[0], count=1))
    return activity if 1 <= len(activity.split()) <= 6 and activity.casefold() not in _BARE else None
