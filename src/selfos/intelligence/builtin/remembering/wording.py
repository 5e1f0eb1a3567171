"""Cutting phrases out of sentences: clauses, and values without what only hangs on them."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from selfos.intelligence.builtin.remembering.lexicon import pattern
from selfos.intelligence.builtin.remembering.sentences import Sentence
from selfos.intelligence.builtin.remembering.times import read_times

_JOINT: Final = pattern(r"""
    ,?\x20(?:and|but|so|because|since|as)\x20(?=(?:I|we|he|she|they|it|my|our|now)\b)
    |,\x20(?=(?:I|we|so|he|she|they|my|our|new|remember|don't)\b)
    |,\x20and\x20(?=[a-z]+(?:ed|s)\b)
    |:\x20(?=(?:my|our|I|we)\b)""")
_TAIL: Final = pattern(r"""
    (?:\s+(?:from|since|until|till|on|in|at|as|of|by|to|for|with|and|or|but|now|today|yesterday|again|already|too|either
    |anymore|any\x20more|these\x20days|at\x20the\x20moment|right\x20now|completely|only|though|then|so|because|where|who
    |which))+$""")
_CUT: Final = pattern(r"""
    \x20(?:because|but|so|since|while|although|though|which|who|where|when|before|after|mostly|as\x20a|as\x20the
    |and\x20(?:I|we|he|she|they|it|my|still|now|everyone|nobody|his|her|the)|with\x20(?:my|our|the))\x20.*$""")
_DAY: Final = pattern(r"""
    (?:the\x20)?(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b
    |(?:january|february|march|april|may|june|july|august|september|october|november|december)$""")


def clauses(sentence: Sentence) -> Iterator[Sentence]:
    """The parts of a sentence that may each say something of somebody, in order."""
    start = 0
    for match in (*_JOINT.finditer(sentence.text), None):
        end = match.start() if match else len(sentence.text)
        piece = sentence.text[start:end].strip()
        if piece:
            yield Sentence(sentence.start + sentence.text.index(piece, start), piece)
        start = match.end() if match else end


def trimmed(value: str) -> str:
    """A value without signs around it and without little words left at its end."""
    bare = value.strip(" ,:-\u2013\u2014\"'()")
    while (shorter := _TAIL.sub("", bare).strip(" ,")) != bare:
        bare = shorter
    return " ".join(bare.split())


def core(value: str, told: datetime) -> str:
    """A value without the times it names and what is said beside it."""
    for start, end in reversed(read_times(value, told).spans):
        value = value[:start] + value[end:]
    return trimmed(_CUT.sub("", value))


def names_day(value: str) -> bool:
    """Whether a value is a day or month, and so no place and no firm."""
    return _DAY.match(value) is not None


def line(text: str) -> str:
    """The text as one line that a statement may be."""
    return " ".join(text.split())[:500]
