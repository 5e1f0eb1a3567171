"""The English words that speak of time, each with its senses.

A sense is a category name and a value: "march" has month=3, "second" has ordinal=2 and unit="second".
"""

from collections.abc import Iterable, Iterator, Mapping

Senses = Mapping[str, object]


def listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


MONTHS = listed("january february march april may june july august september october november december")
WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
UNITS = {
    "second": "second seconds sec secs",
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs",
    "day": "day days day's",
    "week": "week weeks wk wks week's",
    "fortnight": "fortnight fortnights fortnight's",
    "month": "month months mth mths mo mos month's",
    "quarter": "quarter quarters",
    "year": "year years yr yrs year's",
}
#: Read as units only when written against their number: "30m", "2h", "1d".
SHORT_UNITS = {"s": "second", "m": "minute", "h": "hour", "d": "day", "w": "week", "y": "year"}
#: Parts of the day and the hours [from, to) they cover; a night runs past midnight.
PARTS = {
    "morning": (5, 12),
    "daytime": (8, 16),
    "lunch": (12, 14),
    "lunchtime": (12, 14),
    "afternoon": (12, 18),
    "evening": (17, 24),
    "night": (18, 24),
}
NUMBERS = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
ORDINALS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
#: Adverbs that repeat: a unit and how many of it lie between.
ADVERBS = {
    "hourly": ("hour", 1),
    "daily": ("day", 1),
    "nightly": ("day", 1),
    "everyday": ("day", 1),
    "weekly": ("week", 1),
    "biweekly": ("week", 2),
    "fortnightly": ("week", 2),
    "monthly": ("month", 1),
    "bimonthly": ("month", 2),
    "quarterly": ("month", 3),
    "semiannually": ("month", 6),
    "semiyearly": ("month", 6),
    "biannually": ("month", 6),
    "yearly": ("year", 1),
    "annually": ("year", 1),
    "biennially": ("year", 2),
}
#: Ordinary English words or names as well: a date only beside something that makes them one.
AMBIGUOUS = frozenset(listed("may march april june august jan mar dec sat sun wed"))
#: No reading is made of these alone.
SMALL_WORDS = frozenset(
    listed("a an the on in at for from to by of and or about with as it i is this until till , - . ' ( ) : / + ~ @")
)
#: What may come after "the 15th" when it is a day.
FOLLOWERS = frozenset(
    listed(
        "would will shall should could can may might must is was are were if when while because so that which please "
        "at for to with without and or but in on from by until till about near via before after since then than as it "
        "we i you he she they also too maybe instead next this every each the a an my our your not"
    )
)
FUNCTION_WORDS_IN_S = frozenset(listed("is was has does as this us its yes his"))
LENGTH_OPENERS = frozenset(listed("~ for lasting takes during duration about around approximately roughly exactly"))
#: A length before one of these is an age, a rate or a price.
AGES = frozenset(listed("old older younger worth experience per"))
#: A bare number before one of these is not an hour.
COUNTED = frozenset(listed("% - / x people percent per degrees am dollars"))

Entry = tuple[Iterable[str], str, object]


def _calendar() -> Iterator[Entry]:
    for n, name in enumerate(MONTHS, start=1):
        yield (name, name[:3]), "month", n
    yield ("sept",), "month", 9
    for n, name in enumerate(WEEKDAYS):
        yield (name, name[:3]), "weekday", n
        yield (name + "s", name[:3] + "s"), "weekdays", n
    yield ("tues",), "weekday", 1
    yield ("weds",), "weekday", 2
    yield ("thur", "thurs"), "weekday", 3


def _numbers() -> Iterator[Entry]:
    for n, word in enumerate(NUMBERS):
        yield (word,), "int", n
    for n, word in enumerate(ORDINALS, start=1):
        yield (word,), "ordinal", n
    for n, word in enumerate(TENS, start=2):
        yield (word,), "int", 10 * n
        yield (word,), "tens", 10 * n
        yield (word[:-1] + "ieth",), "ordinal", 10 * n
    for mark, value in FRACTIONS.items():
        yield (mark,), "fraction", value


def _lengths() -> Iterator[Entry]:
    for unit, spellings in UNITS.items():
        yield listed(spellings), "unit", unit
        yield (word for word in listed(spellings) if word.endswith("s") and "'" not in word), "units", unit
    for word, step in ADVERBS.items():
        yield (word,), "adverb", step
    for part, hours in PARTS.items():
        yield (part,), "part", hours
        yield (part + "s",), "parts", hours


def _build() -> Mapping[str, Senses]:
    words: dict[str, dict[str, object]] = {}
    for entries in (_calendar(), _numbers(), _lengths()):
        for spellings, sense, value in entries:
            for spelling in spellings:
                words.setdefault(spelling, {})[sense] = value
    return words


WORDS = _build()
