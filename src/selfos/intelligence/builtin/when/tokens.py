"""Text to tokens: words with their senses, numbers, and numeric shapes such as 3:30, 4/22 or 2024-05-01."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from .lexicon import SHORT_UNITS, WORDS, Senses, listed
from .shapes import NOTHING, cut_at, number_senses

# Every repetition that could be tried again from the next character is bounded: reading stays linear.
TOKEN = re.compile(
    r"""
    (?P<opaque> (?:https?://|www\.)\S+ | [\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,64} )
  | (?P<iso> [0-9]{4}-[0-9]{2}-[0-9]{2} [T\ ] [0-9]{2}:[0-9]{2} (?: :[0-9]{2} (?:\.[0-9]{1,9})? )?
             (?: Z | [+-][0-9]{2}:?[0-9]{2} )? (?![0-9:]) )
  | (?P<meridiem> (?<![^\W\d_])[ap]\.\s?m\b\.? )
  | (?P<number> [0-9]+(?:[.:/,-][0-9]+)* )
  | (?P<hyphened> \b(?:week-ends?|mid-day|x-mas|to-(?:day|night|morrow)|(?:bi|semi)-[a-z]+ly)\b )
  | (?P<word> [^\W\d_]+(?:'[^\W\d_]+)* )
  | (?P<mark> \S | \n )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: Curly apostrophes and long dashes are read as the plain ones.
PLAIN_MARKS = str.maketrans({"\u2019": "'", "\u2013": "-", "\u2014": "-"})
ORDINAL_ENDINGS = {"st", "nd", "rd", "th"}
SUFFIXES = (
    frozenset(listed("am pm a p t ish o'clock oclock noon midnight tonight today tomorrow x to mid")) | ORDINAL_ENDINGS
)
CLINGING_MARKS = frozenset("$€£#_=%\\^*")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text; start and end are character offsets, glued says that no space stands before it."""

    text: str
    start: int
    end: int
    glued: bool
    senses: Senses = field(default_factory=dict)

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()


def tokenize(text: str) -> list[Token]:
    """Spans hold for the text as given: what is replaced keeps its length."""
    return _join_number_words(list(_joined_figures(list(_raw(text.translate(PLAIN_MARKS))))))


def _raw(text: str) -> Iterator[Token]:
    end = -1
    for match in TOKEN.finditer(text):
        start, glued = match.start(), match.start() == end
        end = match.end()
        lower = match.group().lower()
        if match.lastgroup == "number":
            yield from _number(lower, start, glued)
        elif match.lastgroup == "iso":
            yield Token(lower, start, end, glued, _iso_senses(match.group()))
        elif match.lastgroup == "hyphened":
            yield Token(lower.replace("-", ""), start, end, glued, WORDS.get(lower.replace("-", ""), NOTHING))
        elif match.lastgroup == "meridiem":
            yield Token(lower[0] + "m", start, end, glued)
        else:
            yield Token(lower, start, end, glued, NOTHING if match.lastgroup == "opaque" else WORDS.get(lower, NOTHING))


def _iso_senses(shape: str) -> Senses:
    # The offset is dropped: a reading is local wall-clock time.
    try:
        return {"iso": datetime.fromisoformat(shape[:16])}
    except ValueError:
        return NOTHING


def _number(shape: str, start: int, glued: bool) -> Iterator[Token]:
    """One token for one shape; "3-4" and "3:30-4:30" fall into their two ends and the dash."""
    senses = number_senses(shape)
    cut = cut_at(shape) if not senses else -1
    if cut < 0:
        yield Token(shape, start, start + len(shape), glued, senses)
        return
    yield Token(shape[:cut], start, start + cut, glued, number_senses(shape[:cut]))
    yield Token(shape[cut], start + cut, start + cut + 1, True)
    yield Token(shape[cut + 1 :], start + cut + 1, start + len(shape), True, number_senses(shape[cut + 1 :]))


def _joined_figures(tokens: list[Token]) -> Iterator[Token]:
    """Join 15 + th, give "30m" its unit, and take the senses from digits that are part of a name, price or code."""
    skip = False
    for i, token in enumerate(tokens):
        if skip:
            skip = False
            continue
        before = tokens[i - 1] if i and token.glued else None
        after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].glued else None
        if not token.text[0].isdigit():
            yield _suffix(token, before)
        elif _part_of_a_name(tokens, i) or (after and _spoils(after)):
            yield Token(token.text, token.start, token.end, token.glued)
        elif after and after.text in ORDINAL_ENDINGS and "int" in token.senses:
            skip = True
            yield Token(token.text + after.text, token.start, after.end, token.glued, {"ordinal": token.senses["int"]})
        else:
            yield token


def _suffix(token: Token, before: Token | None) -> Token:
    if before is None or not before.text[0].isdigit():
        return token
    senses: dict[str, object] = dict(token.senses)
    if token.text in SHORT_UNITS:
        senses["short_unit"] = SHORT_UNITS[token.text]
    if token.text in ("a", "p"):
        senses["half_day"] = token.text + "m"
    return Token(token.text, token.start, token.end, True, senses) if senses else token


def _part_of_a_name(tokens: list[Token], i: int) -> bool:
    """ "mp3", "covid-19", "$5", "#1" and "v2.1", but not "Dec31", "9h30" or "Jan/3"."""
    if i == 0 or not tokens[i].glued:
        return False
    before = tokens[i - 1]
    if before.is_word:
        return not (before.senses or _known_suffix(before))
    if before.text in CLINGING_MARKS or before.text == ".":
        return before.text != "." or i < 2 or not ({"month", "full_date"} & tokens[i - 2].senses.keys())
    if before.text in "-/:" and i > 1 and before.glued:
        other = tokens[i - 2]
        return other.is_word and not (other.senses or _known_suffix(other))
    return before.text in "/:"


def _spoils(after: Token) -> bool:
    if after.is_word:
        return not (after.senses or _known_suffix(after))
    return after.text in CLINGING_MARKS


def _known_suffix(token: Token) -> bool:
    return token.text in SHORT_UNITS or token.text in SUFFIXES


def _join_number_words(tokens: list[Token]) -> list[Token]:
    """ "twenty first", "thirty-one" and "two hundred" become one token each."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        joined = _joined(tokens, i)
        out.append(joined[0] if joined else tokens[i])
        i = joined[1] if joined else i + 1
    return out


def _joined(tokens: list[Token], i: int) -> tuple[Token, int] | None:
    first = tokens[i]
    if "tens" not in first.senses:
        return None
    j = i + 1
    if j + 1 < len(tokens) and tokens[j].text == "-" and tokens[j].glued and tokens[j + 1].glued:
        j += 1
    if j >= len(tokens) or not tokens[j].is_word:
        return None
    tens, last = first.senses["tens"], tokens[j]
    for kind in ("int", "ordinal"):
        unit = last.senses.get(kind)
        if isinstance(tens, int) and isinstance(unit, int) and 1 <= unit <= 9:
            text = f"{first.text} {last.text}"
            return Token(text, first.start, last.end, first.glued, {kind: tens + unit}), j + 1
    return None
