"""Days, moments, lengths and repetitions in plain words, near by and on the person's clock."""

from datetime import date, datetime, timedelta

_DAYS = {"MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday"} | {
    "SA": "Saturday",
    "SU": "Sunday",
}
_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year", "HOURLY": "hour"}
_PLACES = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "last but one"}
_MONTHS = "January February March April May June July August September October November December".split()


def day_words(day: date, today: date) -> str:
    """A day as it is said near by: "today", "on Tuesday", "on 3 March", "on 3 March 2027"."""
    away = (day - today).days
    if away in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[away + 1]
    if 1 < away < 7:
        return f"on {day:%A}"
    return f"on {date_words(day, today)}"


def date_words(day: date, today: date) -> str:
    """ "Tuesday, 3 March" within half a year, else "3 March 2027"."""
    if abs((day - today).days) > 180:
        return f"{day.day} {day:%B %Y}"
    return f"{day:%A}, {day.day} {day:%B}"


def moment_words(moment: datetime, today: date) -> str:
    """ "tomorrow at 16:00"; `moment` is on the person's clock."""
    return f"{day_words(moment.date(), today)} at {moment:%H:%M}"


def when_words(day: date | None, moment: datetime | None, rrule: str | None, today: date) -> str:
    """When something is, with a space before it; empty where nothing is said."""
    if rrule:
        clock = f" at {moment:%H:%M}" if moment else ""
        begins = day if day and (day - today).days > 1 and "BYDAY" not in rrule else None
        return f", {repeat_words(rrule)}{clock}" + (f", from {date_words(begins, today)}" if begins else "")
    if moment:
        return f" {moment_words(moment, today)}"
    return f" {day_words(day, today)}" if day else ""


def period_words(first: date, last: date, today: date) -> str:
    """ "today", "this week", "in October", "from 3 March to 9 March"."""
    if first == last:
        return day_words(first, today)
    monday = today - timedelta(days=today.weekday())
    weeks = {0: "this week", -7: "last week", 7: "next week"}
    if first.weekday() == 0 and (last - first).days <= 6 and (first - monday).days in weeks:
        whole = (last - first).days == 6 or first == monday
        if whole:
            return weeks[(first - monday).days]
    if first.weekday() == 5 and (last - first).days == 1:
        return {0: "this weekend", -7: "last weekend", 7: "next weekend"}.get(
            (first - monday).days - 5, _span(first, last)
        )
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and (last - first).days < 31:
        return f"in {first:%B}" + (f" {first.year}" if first.year != today.year else "")
    if (first.month, first.day, last.month, last.day, last.year) == (1, 1, 12, 31, first.year):
        return "this year" if first.year == today.year else f"in {first.year}"
    return _span(first, last)


def _span(first: date, last: date) -> str:
    return f"from {first.day} {first:%B} to {last.day} {last:%B}"


def minutes_words(minutes: int) -> str:
    """ "half an hour", "45 minutes", "2 hours", "1 h 40 min"."""
    hours, rest = divmod(minutes, 60)
    if minutes == 30:
        return "half an hour"
    if hours == 0:
        return f"{rest} minute{'' if rest == 1 else 's'}"
    if rest == 0:
        return "an hour" if hours == 1 else f"{hours} hours"
    return f"{hours} h {rest} min"


def repeat_words(rrule: str) -> str:
    """A rule of RFC 5545 as it is said: "every day", "every other Monday", "on the first Friday of each month"."""
    parts = dict(part.split("=", 1) for part in rrule.removeprefix("RRULE:").split(";") if "=" in part)
    unit, step = _UNITS.get(parts.get("FREQ", ""), "time"), int(parts.get("INTERVAL", "1"))
    days = [_day(item) for item in parts.get("BYDAY", "").split(",") if item]
    named = [day for day in days if day]
    if unit == "month" and (said := _in_month(parts, named)):
        return f"{said} of each month" if step == 1 else f"{said} of every {_nth(step)} month"
    if unit == "year" and parts.get("BYMONTH", "").isdigit():
        return f"every year in {_MONTHS[int(parts['BYMONTH']) - 1]}"
    names = [name for _, name in named]
    if unit == "week" and names:
        if step == 1 and len(names) == 7:
            return "every day"
        if step == 1 and names == list(_DAYS.values())[:5]:
            return "every weekday"
        if step == 1 and len(names) == 6:
            return f"every day but {next(name for name in _DAYS.values() if name not in names)}"
        return f"every {_step(step)}{_joined(names)}"
    return f"every {_step(step)}{unit}"


def _step(step: int) -> str:
    return "" if step == 1 else "other " if step == 2 else f"{_nth(step)} "


def _nth(number: int) -> str:
    return _PLACES.get(number) or f"{number}th"


def _day(item: str) -> tuple[int, str] | None:
    name = _DAYS.get(item[-2:])
    return (int(item[:-2] or 0), name) if name else None


def _in_month(parts: dict[str, str], named: list[tuple[int, str]]) -> str:
    place = parts.get("BYSETPOS")
    if named and (named[0][0] or place):
        return f"on the {_nth(named[0][0] or int(place or 1))} {_joined([name for _, name in named])}"
    if day := parts.get("BYMONTHDAY"):
        return "on the last day" if day == "-1" else f"on day {day.replace(',', ' and ')}"
    return ""


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
