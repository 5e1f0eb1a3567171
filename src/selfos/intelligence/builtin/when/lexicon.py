"""The English words that speak of time, each with its senses.

A sense is a category name and a value: "march" has month=3, "second" has ordinal=2 and unit="second".
"""

from collections.abc import Iterable, Mapping

Senses = Mapping[str, object]

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
UNIT_WORDS = {
    "second": "second seconds sec secs",
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs",
    "day": "day days",
    "week": "week weeks wk wks",
    "fortnight": "fortnight fortnights",
    "month": "month months mth mths mo mos",
    "quarter": "quarter quarters",
    "year": "year years yr yrs",
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
    "evening": (18, 24),
    "night": (18, 24),
}
SMALL_NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = {
    w: 10 * n
    for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
}
SMALL_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
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
AMBIGUOUS = frozenset(
    ["may", "march", "april", "june", "august", "jan", "mar", "dec", "sat", "sun", "wed", "mon", "fri"]
)
FUNCTION_WORDS_IN_S = frozenset("is was has does as this us its yes his".split())
#: No reading is made of these alone.
SMALL_WORDS = frozenset(
    "a an the on in at for from to by of and or about with as it i is this until till , - . ' ( ) : / + ~ @".split()
)
#: What may come after "the 15th" when it is a day.
FOLLOWERS = frozenset(
    (
        "would will shall should could can may might must is was are were if when while because so that which please "
        "at for to with without and or but in on from by until till about near via before after since then than as it "
        "we i you he she they also too maybe instead next this every each the a an my our your not"
    ).split()
)
LENGTH_OPENERS = frozenset("~ for lasting takes during duration about around approximately roughly exactly".split())
#: A length before one of these is an age, a rate or a price.
AGES = frozenset("old older younger worth experience per".split())
#: A bare number before one of these is not an hour.
COUNTED = frozenset("% - / x people percent per degrees am dollars".split())


def _build() -> dict[str, dict[str, object]]:
    words: dict[str, dict[str, object]] = {}

    def add(spellings: Iterable[str], **senses: object) -> None:
        for spelling in spellings:
            words.setdefault(spelling, {}).update(senses)

    for n, name in enumerate(MONTHS, start=1):
        add([name, name[:3]], month=n)
    add(["sept"], month=9)
    for n, name in enumerate(WEEKDAYS):
        add([name, name[:3]], weekday=n)
        add([name + "s", name[:3] + "s"], weekdays=n)
    add(["tues"], weekday=1)
    add(["weds"], weekday=2)
    add(["thur", "thurs"], weekday=3)
    for unit, spellings in UNIT_WORDS.items():
        add(spellings.split(), unit=unit)
        add([word for word in spellings.split() if word.endswith("s")], units=unit)
    for part, hours in PARTS.items():
        add([part], part=hours)
        add([part + "s"], parts=hours)
    for n, word in enumerate(SMALL_NUMBERS):
        add([word], int=n)
    for word, n in TENS.items():
        add([word], int=n, tens=n)
        add([word[:-1] + "ieth"], ordinal=n)
    for n, word in enumerate(SMALL_ORDINALS):
        if n:
            add([word], ordinal=n)
    for word, (unit, interval) in ADVERBS.items():
        add([word], adverb=(unit, interval))
    for unit, word in {"day": "day's", "week": "week's", "month": "month's", "year": "year's"}.items():
        add([word, word[:-2] + "s'"], unit=unit)
    for mark, value in {"½": 0.5, "¼": 0.25, "¾": 0.75}.items():
        add([mark], fraction=value)
    return words


WORDS: Mapping[str, Senses] = _build()
