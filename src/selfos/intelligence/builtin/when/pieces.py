"""Finding the pieces of a line that speak of time, and turning down those that only look like it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from . import dates, durations, moments, monthly, parts, periods, ranges, recurrence, times, weeks  # noqa: F401 - they register rules
from .days import Day, Fixed
from .grammar import GRAMMAR, Frame, Reading
from .lexicon import AGES, AMBIGUOUS, COUNTED, FOLLOWERS, FUNCTION_WORDS_IN_S, LENGTH_OPENERS, SMALL_WORDS
from .tokens import Token, tokenize
from .values import Bound, Lasting, Moment, Range, Repeat, Times

BARE_NUMBER = {"int", "year", "run_together"}
#: Of two readings of the same length the earlier kind is meant.
KINDS = ("repeat", "hours", "range", "bound", "moment", "times", "lasting")


@dataclass(frozen=True, slots=True)
class Piece:
    """A value and where it stands, in characters of the text. sure is between 0 and 1."""

    value: Any
    start: int
    end: int
    sure: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value and its place among the tokens."""

    value: Any
    tokens: list[Token]
    at: int
    end: int
    text: str

    @property
    def said(self) -> list[Token]:
        return self.tokens[self.at : self.end]

    @property
    def after(self) -> Token | None:
        return self.tokens[self.end] if self.end < len(self.tokens) else None

    @property
    def before(self) -> Token | None:
        return self.tokens[self.at - 1] if self.at else None

    @property
    def whole(self) -> bool:
        """Nothing else is said in the line."""
        rest = self.tokens[: self.at] + self.tokens[self.end : self.end + 8]
        return self.at < 8 and not any(token.text[0].isalnum() for token in rest)


def find_pieces(text: str, frame: Frame) -> list[Piece]:
    return list(_scan(Reading(tokenize(text), frame), text))


def _scan(reading: Reading, text: str) -> Iterator[Piece]:
    at = 0
    while at < len(reading.tokens):
        found = _farthest(reading, at, text)
        if found is None:
            at += 1
            continue
        candidate, sure = found
        yield Piece(candidate.value, candidate.said[0].start, candidate.said[-1].end, sure)
        at = candidate.end


def _farthest(reading: Reading, at: int, text: str) -> tuple[Candidate, float] | None:
    """The best from here, unless one that begins a small word later goes further: "in | early march"."""
    best = None
    for place in range(at, min(at + 3, len(reading.tokens))):
        found = _best(reading, place, text) if _promising(reading.tokens, place) else None
        if found and (best is None or found[0].end > best[0].end):
            best = found
        if reading.tokens[place].text not in SMALL_WORDS or (best and isinstance(best[0].value, Lasting)):
            break
    return best


def _promising(tokens: list[Token], at: int) -> bool:
    """A word of time stands here or behind a few small words; saves trying every rule on every "the" and number."""
    if tokens[at].senses and not tokens[at].senses.keys() - BARE_NUMBER and len(tokens) > 1:
        return any(_is_of_time(token) or token.text in "-/'" for token in tokens[at + 1 : at + 4])
    for token in tokens[at : at + 8]:
        if token.senses or token.text not in SMALL_WORDS:
            return bool(token.senses) or token.text in GRAMMAR.words
    return False


def _is_of_time(token: Token) -> bool:
    return bool(token.senses.keys() - BARE_NUMBER) or token.text in GRAMMAR.words


def _best(reading: Reading, at: int, text: str) -> tuple[Candidate, float] | None:
    """The longest reading from here that is believed."""
    ways = [(end, -rank, value) for rank, kind in enumerate(KINDS) for end, value in GRAMMAR.at(kind, reading, at)]
    for end, _, value in sorted(ways, key=lambda way: way[:2], reverse=True):
        candidate = Candidate(value, reading.tokens, at, end, text)
        if sure := _sure(candidate):
            return candidate, sure
    return None


def _sure(found: Candidate) -> float:
    """How far to believe it; 0 turns it down."""
    after = found.after
    if after and after.glued and (after.text[0].isalnum() or after.text in "@_"):
        return 0
    if isinstance(found.value, Lasting):
        return _sure_of_length(found)
    if isinstance(found.value, Times):
        # "twice a day" and "twice daily" say how often, not how many in all.
        if found.after and ("adverb" in found.after.senses or found.after.text in ("a", "an", "per", "each")):
            return 0
        return 0.9 if found.whole or found.said[0].text == "for" else 0.7
    if isinstance(found.value, Repeat):
        return _sure_of_repeat(found)
    if _ends_loose(found) and _is_a_count(found):
        return 0
    return _sure_of_moment(found, found.value) if isinstance(found.value, Moment) else 0.9


def _sure_of_length(found: Candidate) -> float:
    """ "for 2 days" and "30 minutes" are lengths, "an hour" or "3 days" inside a sentence seldom."""
    said, after = found.said, found.after
    if after and after.text in AGES:
        return 0
    if found.whole or said[0].text in LENGTH_OPENERS or found.value.ahead:
        return 0.9
    bare = len(said) == 2 and (said[0].text in ("a", "an", "one") or said[1].text == "'")
    return 0 if bare or not found.value.amount.by_clock else 0.8


def _sure_of_moment(found: Candidate, moment: Moment) -> float:
    if found.whole:
        return 0.9
    if found.before and "int" in found.before.senses and "month" in found.said[0].senses:
        return 0  # "32 august 2012"
    if moment.weak or _is_common_word(found) or _belongs_to_a_repeat(found):
        return 0
    if found.said[-1].text == "now" and found.said[0].text in ("now", "for"):
        return _sure_of_now(found)
    if moment.clock and moment.clock.loose and moment.day is None and not found.said[0].is_word:
        return 0
    if isinstance(moment.day, Fixed) and moment.day.attributive and not moment.has_time and not moment.part:
        return 0 if found.after and _is_plain_word(found.after) else 0.9
    if isinstance(moment.day, Day) and moment.day.is_day_number and not moment.has_time:
        return _sure_of_number(found)
    if moment.day is None and moment.clock is None and moment.instant is None:
        return 0.5
    return 0.6 if moment.clock and moment.clock.loose else 0.9


def _sure_of_now(found: Candidate) -> float:
    """Only at the end of a line, and not "not now"."""
    before = found.before
    return (
        0
        if (before and before.text == "not")
        or found.said[0].text == "for"
        or any(token.is_word for token in found.tokens[found.end :])
        else 0.7
    )


def _is_plain_word(token: Token) -> bool:
    return token.is_word and not token.senses and token.text not in FOLLOWERS


def _is_common_word(found: Candidate) -> bool:
    """A lone "may" or "sat"; but "Sat" inside a line, or "on sat", is the weekday."""
    words = [token for token in found.said if token.text not in ("the", ".", ",", "on")]
    if len(words) != 1 or words[0].text not in AMBIGUOUS:
        return False
    named = "weekday" in words[0].senses and words[0].start > 0 and found.text[words[0].start].isupper()
    return not named and found.said[0].text != "on"


def _belongs_to_a_repeat(found: Candidate) -> bool:
    """ "on the 15th" of "on the 15th of every month"."""
    ahead = [token.text for token in found.tokens[found.end : found.end + 2]]
    return ahead[:1] == ["of"] and ahead[1:] in (["every"], ["each"])


def _sure_of_number(found: Candidate) -> float:
    """ "the 15th" ends a phrase, unlike "the first time", "the 2nd floor" or "the 12 monkeys"."""
    after, said = found.after, found.said
    ends = after is None or not (after.is_word or after.text[0].isdigit())
    spelled = not any(token.text[0].isdigit() for token in said)
    if not any("ordinal" in token.senses for token in said):
        return 0.6 if ends and not spelled else 0
    return 0.7 if (ends or (after and after.text in FOLLOWERS)) and (not spelled or said[0].text == "on") else 0


def _ends_loose(found: Candidate) -> bool:
    """The last word is a bare number, so that what follows may be what it counts."""
    value = found.value.moment if isinstance(found.value, Bound) else found.value
    moment = value.end if isinstance(value, Range) else value
    return isinstance(moment, Moment) and moment.clock is not None and "int" in found.said[-1].senses


def _is_a_count(found: Candidate) -> bool:
    """ "at 5 points", "between 5 and 10 people", "at 10 - 10.1", "by 3 %", "two by four"."""
    after, before = found.after, found.before
    if isinstance(found.value, Bound) and (
        (after and _is_plain_word(after)) or (before and (before.text[0].isdigit() or "int" in before.senses))
    ):
        return True
    if after is None:
        return False
    if "unit" in after.senses or after.text in COUNTED or after.text[0].isdigit():
        return True
    return after.is_word and after.text.endswith("s") and after.text not in FUNCTION_WORDS_IN_S and not after.senses


def _sure_of_repeat(found: Candidate) -> float:
    """ "my weekly report" and "a quarterly payment" do not repeat; "report weekly" and "weekly report" do."""
    if len(found.said) > 1 or "adverb" not in found.said[0].senses:
        return 0.9
    described = found.before is not None and found.after is not None and _is_plain_word(found.after)
    return 0 if described else 0.9
