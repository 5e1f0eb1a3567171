"""Text to tokens: words with their senses, numbers, and numeric shapes such as 3:30, 4/22 or 2024-05-01."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from .lexicon import SHORT_UNITS, WORDS, Senses

# Every repetition that could be tried again from the next character is bounded: reading stays linear.
TOKEN = re.compile(
    r"""
    (?P<opaque> (?:https?://|www\.)\S+ | [\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,64} )
  | (?P<iso> [0-9]{4}-[0-9][0-9]-[0-9][0-9][T\ ][0-9][0-9]:[0-9][0-9](?::[0-9][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9][0-9]:?[0-9][0-9])?(?![0-9:]) )
  | (?P<meridiem> (?<![^\W\d_])[ap]\.\s?m\b\.? )
  | (?P<number> [0-9]+(?:[.:/,-][0-9]+)* )
  | (?P<hyphened> \b(?:week-ends?|mid-day|x-mas|to-(?:day|night|morrow)|(?:bi|semi)-[a-z]+ly)\b )
  | (?P<word> [^\W\d_]+(?:['’][^\W\d_]+)* )
  | (?P<mark> \S | \n )
    """,
    re.VERBOSE | re.IGNORECASE,
)
YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9][0-9])")
YEAR_MONTH = re.compile(r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})|(?P<month2>[0-9]{1,2})/(?P<year2>[0-9]{4})")
MONTH_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")
CLOCK = re.compile(r"([0-9]{1,2}):([0-9][0-9])(?::([0-9][0-9]))?(?:\.[0-9]+)?")
DOTTED = re.compile(r"([0-9]{1,2})\.([0-9][0-9])")
DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
ORDINAL_ENDINGS = {"st", "nd", "rd", "th"}
CLINGING_MARKS = frozenset("$€£#_=%\\^*")
#: "2010,10" is cut only where a year stands, "05/31/2024.14:15" after a date.
CUT_NEEDS = {",": {"year"}, "/": {"year"}, ".": {"full_date"}}
NOTHING: Senses = {}


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
    return _join_number_words(list(_mask_clinging(list(_raw(text)))))


def _raw(text: str) -> Iterator[Token]:
    end = -1
    for match in TOKEN.finditer(text):
        start, glued = match.start(), match.start() == end
        end = match.end()
        lower = match.group().lower().replace("’", "'")
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
    cut = _cut(shape) if not senses else -1
    if cut < 0:
        yield Token(shape, start, start + len(shape), glued, senses)
        return
    yield Token(shape[:cut], start, start + cut, glued, number_senses(shape[:cut]))
    yield Token(shape[cut], start + cut, start + cut + 1, True)
    yield Token(shape[cut + 1 :], start + cut + 1, start + len(shape), True, number_senses(shape[cut + 1 :]))


def _cut(shape: str) -> int:
    for mark in "-,/.":
        cut = shape.find(mark)
        if cut > 0 and shape.count(mark) == 1:
            left, right = number_senses(shape[:cut]), number_senses(shape[cut + 1 :])
            if left and right and (mark == "-" or CUT_NEEDS[mark] & {*left, *right}):
                return cut
    return -1


def number_senses(shape: str) -> Senses:
    if shape.isdigit():
        return _digits(shape)
    if match := YEAR_FIRST.fullmatch(shape):
        return _day(match[1], match[3], match[4])
    if (match := YEAR_LAST.fullmatch(shape)) and (match[2] != "." or len(match[4]) == 4):
        return _day(match[4], match[1], match[3])
    if match := CLOCK.fullmatch(shape):
        return _clock(match[1], match[2])
    if match := YEAR_MONTH.fullmatch(shape):
        year, month = int(match["year"] or match["year2"]), int(match["month"] or match["month2"])
        return {"year_month": (year, month)} if 1 <= month <= 12 and 1900 <= year <= 2100 else NOTHING
    if (match := MONTH_DAY.fullmatch(shape)) and 1 <= int(match[1]) <= 12 and 1 <= int(match[2]) <= 31:
        return {"month_day": (int(match[1]), int(match[2])), **_fraction(match[1], match[2])}
    if DECIMAL.fullmatch(shape):
        dotted = DOTTED.fullmatch(shape)
        clock = _clock(dotted[1], dotted[2]).get("clock_token") if dotted else None
        return {"decimal": float(shape), **({"dotted": clock} if clock else {})}
    return NOTHING


def _fraction(above: str, below: str) -> Senses:
    return {"fraction": int(above) / int(below)} if int(above) < int(below) and below in ("2", "3", "4") else NOTHING


def _digits(shape: str) -> Senses:
    if len(shape) > 6:
        return NOTHING
    senses: dict[str, object] = {"int": int(shape)}
    if len(shape) == 4 and 1900 <= int(shape) <= 2100:
        senses["year"] = int(shape)
    if len(shape) in (3, 4) and int(shape[:-2]) < 24 and int(shape[-2:]) < 60:
        senses["run_together"] = (int(shape[:-2]), int(shape[-2:]), shape[0] == "0" or int(shape[:-2]) > 12)
    return senses


def _clock(hour: str, minute: str) -> Senses:
    if int(hour) > 24 or int(minute) > 59:
        return NOTHING
    return {"clock_token": (int(hour), int(minute), hour[0] == "0" or int(hour) > 12)}


def _day(year: str, first: str, second: str) -> Senses:
    """Month before day, unless only the other way round is possible."""
    for month, day in ((first, second), (second, first)):
        try:
            return {"full_date": date(_full_year(year), int(month), int(day))}
        except ValueError:
            continue
    return NOTHING


def _full_year(year: str) -> int:
    return int(year) + (0 if len(year) == 4 else 2000 if int(year) < 70 else 1900)


def _mask_clinging(tokens: list[Token]) -> Iterator[Token]:
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
    return token.text in SHORT_UNITS or token.text in ORDINAL_ENDINGS or token.text in _SUFFIXES


_SUFFIXES = frozenset(
    [
        "am",
        "pm",
        "a",
        "p",
        "t",
        "ish",
        "o'clock",
        "oclock",
        "noon",
        "midnight",
        "tonight",
        "today",
        "tomorrow",
        "x",
        "to",
    ]
)


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
