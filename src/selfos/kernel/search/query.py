"""What is asked of an index, and how a line of search words is read."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

from .words import STOP_WORDS, Word, is_unspaced, read_words

Mode = Literal["hybrid", "text", "meaning"]
DateSpan = tuple[datetime, datetime]

_PIECE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
#: A question quotes titles; in a line of search words, quotes hold what must be there.
_ASKS = re.compile(r"\?\s*$")
_ASKS_WHEN = re.compile(r"\s*(when|how long|since when|what (?:day|date|time|month|year))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Query:
    """A search. `since` (included) and `until` (excluded) limit when; `date_hints` are times the words speak of.

    All times are aware. A hint (start included, end excluded) raises what lies in it and hides nothing. `text` may
    hold "phrases", words to leave out (-word), and an unfinished last word. `linked` are names that stand behind its
    words ("my sister" is Ana): what speaks of them is raised.
    """

    text: str
    mode: Mode = "hybrid"
    kinds: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    date_hints: tuple[DateSpan, ...] = ()
    linked: tuple[str, ...] = ()
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Filter:
    """A list by exact keys and time. `after` is the time and id of the last record of the page before."""

    kind: str
    keys: Mapping[str, str] = field(default_factory=dict)
    words: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    descending: bool = True
    after: tuple[datetime, UUID] | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Sought:
    """A term as the index holds it; with a `prefix`, any term that begins so will do as well."""

    term: str
    prefix: str | None = None


Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """Search words, read. `names` are terms of names; `meaning` is the text to compare with what records mean."""

    sought: tuple[Sought, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    excluded: tuple[Phrase, ...] = ()
    names: tuple[str, ...] = ()
    meaning: str = ""
    asks_when: bool = False


def read_wish(text: str, speakers: Container[str] = (), people: Container[str] = ()) -> Wish:
    """Reads a line of search words. `speakers` and `people` hold terms of the names of who speaks and is spoken of.

    Never raises: what is no syntax is words.
    """
    phrases, excluded, said = [], [], []
    for match in _PIECE.finditer(text):
        piece = match["word"] if match["phrase"] is None else match["phrase"]
        phrase = tuple(word.term for word in read_words(piece, tails=False))
        if match["minus"] and phrase:
            excluded.append(phrase)
            continue
        said.append(piece)
        if match["phrase"] is not None and len(phrase) > 1:
            phrases.append(phrase)
    wanted = " ".join(said)
    words = list(read_words(wanted, tails=False))
    speaking = [word for word in words if word.term in speakers and _may_be_name(word, wanted)]
    names = [word for word in words if word in speaking or (word.term in people and _may_be_name(word, wanted))]
    open_end = bool(words) and text.endswith(wanted[words[-1].start :]) and words[-1].end == len(wanted)
    return Wish(
        sought=_sought(words, names, open_end=open_end),
        phrases=() if _ASKS.search(wanted) else tuple(phrases),
        excluded=tuple(excluded),
        names=tuple(dict.fromkeys(word.term for word in names)),
        meaning=_in_first_person(wanted, speaking),
        asks_when=_ASKS_WHEN.match(wanted) is not None,
    )


def _may_be_name(word: Word, text: str) -> bool:
    """Whether it is written like one: a capital, or no capitals anywhere and no word of every sentence."""
    return text[word.start].isupper() or (text.islower() and word.text not in STOP_WORDS)


def _sought(words: list[Word], names: list[Word], *, open_end: bool) -> tuple[Sought, ...]:
    telling = [word for word in words if word.text not in STOP_WORDS]
    chosen = [word for word in telling if word not in names] or telling or words
    found: dict[str, Sought] = {}
    for word in chosen:
        unfinished = open_end and word is words[-1] and len(word.text) > 1
        alone = len(word.text) == 1 and is_unspaced(word.text)
        if word.term not in found or unfinished:
            found[word.term] = Sought(word.term, word.text if unfinished or alone else None)
    return tuple(found.values())


def _in_first_person(text: str, speaking: list[Word]) -> str:
    """The text as those who are named would say it: their own words hold "I" and "my" where a question names them."""
    for word in reversed(speaking):
        own = text[word.start : word.end].endswith(("'s", "\u2019s"))
        text = f"{text[: word.start]}{'my' if own else 'I'}{text[word.end :]}"
    return text
