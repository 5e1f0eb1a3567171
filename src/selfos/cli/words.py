"""How times, repetitions and lengths are said on the terminal, on this machine's clock."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

_DAYS: Final = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
_UNITS: Final = {"HOURLY": "hour", "DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_ORDINALS: Final = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "second to last"}
_DURATION_UNITS: Final = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_SAID: Final = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "COUNT", "UNTIL", "WKST"}
_WORKDAYS: Final = "MO,TU,WE,TH,FR"
_PRIORITIES: Final = {1: "high", 2: "rather high", 3: "medium", 4: "rather low", 5: "low"}


def local(at: str) -> datetime:
    """A moment of an answer (ISO 8601 with a zone) on this machine's clock."""
    return datetime.fromisoformat(at).astimezone()


def moment(day: str | None, at: str | None, today: date) -> str:
    """A day, with its clock time where it has one: `tomorrow, 09:00`, `Sunday 22 November`."""
    if at:
        return f"{_day(local(at).date(), today)}, {local(at):%H:%M}"
    return _day(date.fromisoformat(day), today) if day else ""


def _day(day: date, today: date) -> str:
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((day - today).days)
    year = "" if day.year == today.year or timedelta(0) < day - today < timedelta(days=180) else f" {day.year}"
    return near or f"{day:%A} {day.day} {day:%B}{year}"


def minutes(count: int) -> str:
    """A length: `30 min`, `1 h 15 min`."""
    hours, rest = divmod(count, 60)
    return " ".join([f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest or not hours))


def priority(level: int | None) -> str:
    """A priority by name; nothing where there is none."""
    return _PRIORITIES.get(level, str(level)) if level else ""


def repeats(rule: str) -> str:
    """An RFC 5545 rule in words; the rule itself where it says more than these words can."""
    parts = dict(part.partition("=")[::2] for part in rule.removeprefix("RRULE:").split(";"))
    try:
        said = _every(parts)
    except (KeyError, ValueError):
        return rule
    return rule if parts.keys() - _SAID else said


def after(duration: str) -> str:
    """When something comes back after it was done: `3 days after it is done`."""
    found = re.fullmatch(r"P(\d+)([YMWD])", duration)
    return f"{_counted(int(found[1]), _DURATION_UNITS[found[2]])} after it is done" if found else f"{duration} after"


def _every(parts: dict[str, Any]) -> str:
    step, days = int(parts.get("INTERVAL", 1)), parts.get("BYDAY", "")
    if step == 1 and days == _WORKDAYS and parts["FREQ"] in {"DAILY", "WEEKLY"}:
        said = ["every weekday"]
    else:
        said = [f"every {_UNITS[parts['FREQ']]}" if step == 1 else f"every {_counted(step, _UNITS[parts['FREQ']])}"]
        if days:
            said.append(f"on {_listed([_weekday(day) for day in days.split(',')])}")
    if "BYMONTHDAY" in parts:
        said.append(f"on {_listed([_month_day(int(day)) for day in parts['BYMONTHDAY'].split(',')])}")
    if "BYMONTH" in parts:
        said.append(f"in {_listed([f'{date(2000, int(month), 1):%B}' for month in parts['BYMONTH'].split(',')])}")
    if "COUNT" in parts:
        said.append(_counted(int(parts["COUNT"]), "time"))
    if "UNTIL" in parts:
        said.append(f"until {date.fromisoformat(parts['UNTIL'][:8])}")
    return " ".join(said)


def _weekday(part: str) -> str:
    number, name = part[:-2], _DAYS[part[-2:]]
    return f"the {_ORDINALS[int(number)]} {name}" if number else name


def _month_day(day: int) -> str:
    if day < 0:
        return f"the {_ORDINALS[day]} day"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th") if day not in {11, 12, 13} else "th"
    return f"the {day}{ending}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
