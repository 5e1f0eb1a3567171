"""What a shape of figures may mean: 3:30, 4/22, 2024-05-01, 12.05.2024, 1030, 1/2."""

import re
from datetime import MAXYEAR, MINYEAR, date

from .lexicon import Senses

YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9][0-9])")
YEAR_MONTH = re.compile(r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})|(?P<month2>[0-9]{1,2})/(?P<year2>[0-9]{4})")
MONTH_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")
CLOCK = re.compile(r"([0-9]{1,2}):([0-9][0-9])(?::([0-9][0-9]))?(?:\.[0-9]+)?")
DOTTED = re.compile(r"([0-9]{1,2})\.([0-9][0-9])")
THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
#: "2010,10" is cut only where a year stands, "05/31/2024.14:15" after a date.
CUT_NEEDS = {",": {"year"}, "/": {"year"}, ".": {"full_date"}}
NOTHING: Senses = {}


def cut_at(shape: str) -> int:
    """Where "3-4", "3:30-4:30" or "10,2010" falls into two; -1 when nowhere."""
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
    if THOUSANDS.fullmatch(shape):
        return {"int": int(shape.replace(",", ""))}
    if match := YEAR_FIRST.fullmatch(shape):
        return _day(match[1], match[3], match[4])
    if (match := YEAR_LAST.fullmatch(shape)) and (match[2] != "." or len(match[4]) == 4):
        return _day(match[4], match[1], match[3])
    if match := CLOCK.fullmatch(shape):
        return _clock(match[1], match[2])
    if match := YEAR_MONTH.fullmatch(shape):
        year, month = int(match["year"] or match["year2"]), int(match["month"] or match["month2"])
        return {"year_month": (year, month)} if 1 <= month <= 12 and 1900 <= year <= 2100 else NOTHING
    if match := MONTH_DAY.fullmatch(shape):
        return _month_and_day(match[1], match[2])
    if DECIMAL.fullmatch(shape):
        dotted = DOTTED.fullmatch(shape)
        clock = _clock(dotted[1], dotted[2]).get("clock_token") if dotted else None
        return {"decimal": float(shape), **({"dotted": clock} if clock else {})}
    return NOTHING


def _month_and_day(first: str, second: str) -> Senses:
    """Month before day, unless only the other way round is possible; "24/7" is a saying."""
    month, day = int(first), int(second)
    if month > 12 and (month, day) != (24, 7):
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return NOTHING
    return {"month_day": (month, day), **_fraction(first, second)}


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
    if not MINYEAR < _full_year(year) < MAXYEAR:
        return NOTHING
    for month, day in ((first, second), (second, first)):
        try:
            return {"full_date": date(_full_year(year), int(month), int(day))}
        except ValueError:
            continue
    return NOTHING


def _full_year(year: str) -> int:
    return int(year) + (0 if len(year) == 4 else 2000 if int(year) < 70 else 1900)
