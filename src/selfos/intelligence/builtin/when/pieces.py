"""Finding the pieces of a line that speak of time, and turning down those that only look like it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from . import dates, durations, moments, periods, ranges, recurrence, times, weeks  # noqa: F401 - they register their rules
from .grammar import GRAMMAR, Frame, Reading
from .lexicon import AMBIGUOUS, FUNCTION_WORDS_IN_S
from .tokens import Token, tokenize
from .values import Bound, Day, Lasting, Moment, Range, Repeat, Times

#: Of two readings of the same length the earlier kind is meant.
KINDS = ("repeat", "hours", "range", "bound", "moment", "times", "lasting")
FOLLOWERS = frozenset(
    [
        "would",
        "will",
        "shall",
        "should",
        "could",
        "can",
        "may",
        "might",
        "must",
        "is",
        "was",
        "are",
        "were",
        "if",
        "when",
        "while",
        "because",
        "so",
        "that",
        "which",
        "please",
        "at",
        "for",
        "to",
        "with",
        "without",
        "and",
        "or",
        "but",
        "in",
        "on",
        "from",
        "by",
        "until",
        "till",
        "about",
        "of",
        "near",
        "via",
        "before",
        "after",
        "since",
        "then",
        "than",
        "as",
        "it",
        "we",
        "i",
        "you",
        "he",
        "she",
        "they",
        "also",
        "too",
        "maybe",
        "instead",
        "next",
        "this",
        "every",
        "each",
        "the",
        "a",
        "an",
        "my",
        "our",
        "your",
        "not",
    ]
)
LASTING_OPENERS = frozenset(
    ["~", "for", "lasting", "takes", "during", "duration", "about", "around", "approximately", "roughly", "exactly"]
)
AGES = frozenset(["old", "older", "younger", "worth", "experience", "per"])


@dataclass(frozen=True, slots=True)
class Piece:
    """A value and where it stands, in characters of the text. sure is between 0 and 1."""

    value: Any
    start: int
    end: int
    sure: float = 0.9


def find_pieces(text: str, frame: Frame) -> list[Piece]:
    reading = Reading(tokenize(text), frame)
    return list(_scan(reading, text))


def _scan(reading: Reading, text: str) -> Iterator[Piece]:
    at = 0
    while at < len(reading.tokens):
        found = _best(reading, at, text)
        if found is None:
            at += 1
            continue
        end, piece = found
        yield piece
        at = end


def _best(reading: Reading, at: int, text: str) -> tuple[int, Piece] | None:
    token = reading.tokens[at]
    ways = [
        (end, -rank, value)
        for rank, kind in enumerate(KINDS)
        if (first := GRAMMAR.starts(kind)) is None or token.text in first or not first.isdisjoint(token.senses)
        for end, value in GRAMMAR.at(kind, reading, at)
    ]
    for end, _, value in sorted(ways, key=lambda way: way[:2], reverse=True):
        sure = _sure(reading.tokens, at, end, value, text)
        if sure > 0:
            return end, Piece(value, token.start, reading.tokens[end - 1].end, sure)
    return None


def _sure(tokens: list[Token], at: int, end: int, value: Any, text: str) -> float:
    """0 turns the reading down."""
    said, after = tokens[at:end], tokens[end] if end < len(tokens) else None
    whole = at == 0 and all(not token.text[0].isalnum() for token in tokens[end:])
    if after and after.glued and (after.text[0].isalnum() or after.text in "@_"):
        return 0
    if (
        isinstance(value, Moment)
        and any(token.text in ("every", "each") for token in tokens[end : end + 2])
        and after
        and after.text == "of"
    ):
        return 0
    if isinstance(value, Lasting):
        return 0.9 if whole else _sure_of_length(said, after, value)
    if isinstance(value, Times) and not whole and said[0].text != "for":
        return 0.7
    if _ends_loose(value, said) and after and _counts(after):
        return 0
    if isinstance(value, Moment):
        return _sure_of_moment(said, after, value, text, whole=whole)
    return 0.9


def _sure_of_length(said: list[Token], after: Token | None, value: Lasting) -> float:
    if after and after.text in AGES:
        return 0
    if said[0].text in LASTING_OPENERS or value.ahead:
        return 0.9
    single = said[0].text in ("a", "an", "one") and len(said) == 2
    return 0 if single or not value.amount.by_clock else 0.8


def _sure_of_moment(said: list[Token], after: Token | None, value: Moment, text: str, *, whole: bool) -> float:
    if whole:
        return 0.9
    words = [token for token in said if token.text not in ("the", ".", ",", "on")]
    if value.weak or (len(words) == 1 and words[0].text in AMBIGUOUS and not _a_name(words[0], said, text)):
        return 0
    if isinstance(value.day, Day) and value.day.day and not (value.day.month or value.day.weekday or value.clock):
        spelled = not any(token.text[0].isdigit() for token in said)
        follows = after is None or not after.is_word or after.text in FOLLOWERS
        return 0.7 if follows and (not spelled or said[0].text == "on") else 0
    if value.day is None and value.clock is None and value.instant is None:
        return 0.5
    return 0.6 if value.clock and value.clock.loose else 0.9


def _a_name(word: Token, said: list[Token], text: str) -> bool:
    """ "Sat" inside a line, or "on sat", is the weekday."""
    return "weekday" in word.senses and (said[0].text == "on" or (word.start > 0 and text[word.start].isupper()))


def _ends_loose(value: Any, said: list[Token]) -> bool:
    if isinstance(value, Bound):
        return _ends_loose(value.moment, said)
    moment = value.end if isinstance(value, Range) else value
    if not isinstance(moment, Moment) or moment.clock is None:
        return False
    return said[-1].text.isdigit() or "int" in said[-1].senses


def _counts(after: Token) -> bool:
    """What follows is counted by the number: "at 5 points", "between 5 and 10 people", "at 10 - 10.1", "by 3 %"."""
    if "unit" in after.senses or after.text in (
        "%",
        "-",
        "/",
        "x",
        "people",
        "percent",
        "per",
        "degrees",
        "am",
        "dollars",
    ):
        return True
    if after.text[0].isdigit():
        return True
    return after.is_word and after.text.endswith("s") and after.text not in FUNCTION_WORDS_IN_S and not after.senses


def strengthen(piece: Piece, sure: float) -> Piece:
    return replace(piece, sure=sure)


__all__ = ["Piece", "Repeat", "find_pieces"]
