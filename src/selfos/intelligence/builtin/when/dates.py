"""Days by their date: "March 3rd 2026", "3/9", "2024-05-01", "friday the 13th", "the 15th", christmas."""

from dataclasses import replace
from datetime import date, timedelta

from .days import AnyDay, Day, Fixed, fixed
from .grammar import Frame, rule
from .holidays import HOLIDAYS

# --- the parts of a date ---


@rule("year4", "<year>", "' <int>")
def year4(_: Frame, year: int) -> int | None:
    return year if year > 99 else 2000 + year


@rule("dom", "the? <ordinal>", "<int>")
def day_of_month(_: Frame, day: int) -> int | None:
    return day if 1 <= day <= 31 else None


@rule("month_name", "<month> .?")
def month_name(_: Frame, month: int) -> int:
    return month


# --- in figures ---


@rule("date", "<full_date>")
def full_date(_: Frame, day: date) -> Fixed:
    return fixed(day)


@rule("date", "<weekday> ,? the? <full_date>")
def weekday_full_date(_: Frame, _weekday: int, day: date) -> Fixed:
    return fixed(day)


@rule("date", "<weekday>? ,? <month_day>")
def month_slash_day(_: Frame, weekday: int | None, month_day: tuple[int, int]) -> Day:
    return Day(month=month_day[0], day=month_day[1], weekday=weekday)


@rule("date", "<int> -|/ <int>")
def two_figures(_: Frame, month: int, day: int) -> Day | None:
    """ "2 - 15" is a date only as the whole of a line."""
    return Day(month=month, day=day, weak=True) if 1 <= month <= 12 and 1 <= day <= 31 else None


# --- with the name of the month ---


@rule("named_day", "<month_name> (,|-|/)? <dom> (,|-|/|of)? <year4>?", "<month_name> ,? the <dom> ,? <year4>?")
@rule("named_day", "<month_name> ,? the? <ordinal> (,|of|in)? <year4>?")
def month_day_year(_: Frame, month: int, day: int, year: int | None) -> Day | None:
    return Day(year, month, day) if day <= 31 else None


@rule(
    "named_day", "the? <dom> (day of)? (of|-|/)? <month_name> (,|-|/|of|in)? <year4>?", "the? <dom> of - <month_name>"
)
def day_month_year(_: Frame, day: int, month: int, year: int | None = None) -> Day:
    return Day(year, month, day)


@rule("named_day", "<year4> (-|/)? <month_name> (-|/)? <dom>")
def year_month_day(_: Frame, year: int, month: int, day: int) -> Day:
    return Day(year, month, day)


@rule("named_day", "<year4> -|/ <dom> -|/ <month_name>")
def year_day_month(_: Frame, year: int, day: int, month: int) -> Day:
    return Day(year, month, day)


@rule("named_day", "the? ides of <month_name> <year4>?")
def ides(_: Frame, month: int, year: int | None) -> Day:
    """The 15th of March, May, July and October, else the 13th."""
    return Day(year, month, 15 if month in (3, 5, 7, 10) else 13)


@rule("date", "<named_day>")
def named(_: Frame, day: Day) -> Day:
    return day


@rule("date", "<named_day> (of|in)? {next|this|last} year")
def named_in_year(frame: Frame, day: Day, way: str) -> Day:
    return replace(day, year=frame.today.year + {"next": 1, "this": 0, "last": -1}[way])


@rule("date", "<weekday> .? ,? on? the? <named_day>", "<weekday> ,? on? the? <ordinal_day>")
def weekday_then_day(_: Frame, weekday: int, day: Day) -> Day:
    return Day(day.year, day.month, day.day, weekday)


@rule("date", "<named_day> ,? (on|a)? <weekday>")
def day_then_weekday(_: Frame, day: Day, weekday: int) -> Day:
    return Day(day.year, day.month, day.day, weekday)


# --- with a number alone ---


@rule("ordinal_day", "the? <ordinal>")
def ordinal_day(_: Frame, day: int) -> Day | None:
    return Day(day=day) if 1 <= day <= 31 else None


@rule("date", "<weekday> the? <int>")
def weekday_and_number(_: Frame, weekday: int, day: int) -> Day | None:
    return Day(day=day, weekday=weekday) if 1 <= day <= 31 else None


@rule("date", "the <ordinal>", "on the? <ordinal>", "on? the <int>")
def bare_number(_: Frame, day: int) -> Day | None:
    return Day(day=day) if 1 <= day <= 31 else None


# --- holidays ---


@rule("date", "(at|the)? <holiday> ,? <year4>?", "the? <holiday> of|in <year4>")
def holiday(frame: Frame, name: str, year: int | None) -> Fixed | None:
    return _holiday(frame, name, year)


@rule("date", "(at|the)? {next|this|last} <holiday>")
def holiday_near(frame: Frame, way: str, name: str) -> Fixed | None:
    if way == "last":
        return _holiday(Frame(frame.now - timedelta(days=1), past=True), name, None)
    return _holiday(frame, name, frame.today.year if way == "this" else None)


@rule("date", "(at|the)? <holiday> {next|this|last} year")
def holiday_of_year(frame: Frame, name: str, way: str) -> Fixed | None:
    return _holiday(frame, name, frame.today.year + {"next": 1, "this": 0, "last": -1}[way])


def _holiday(frame: Frame, name: str, year: int | None) -> Fixed | None:
    if year is not None:
        return fixed(HOLIDAYS[name](year)) if 1600 <= year <= 4000 else None
    day = HOLIDAYS[name](frame.today.year)
    if frame.past and day > frame.today:
        day = HOLIDAYS[name](frame.today.year - 1)
    elif not frame.past and day < frame.today:
        day = HOLIDAYS[name](frame.today.year + 1)
    return Fixed(day, day, attributive=True)


# --- beside another day ---


@rule("any_date", "on? <date>")
def any_date(_: Frame, day: AnyDay) -> AnyDay:
    return day


@rule("any_date", "for <date>")
def for_a_day(_: Frame, day: AnyDay) -> AnyDay | None:
    """ "for march 13th"; "for the next 3 weeks" is a length."""
    return None if day.is_period else day


@rule("any_date", "the? day {after|before|following} the? <date>")
def day_beside(frame: Frame, side: str, other: AnyDay) -> Fixed | None:
    days = other.days(frame)
    if not days or other.is_period:
        return None
    return fixed(days[0] + timedelta(days=-1 if side == "before" else 1))


@rule("any_date", "the? <weekday> {after|before|following} the? <date>")
def weekday_beside(frame: Frame, weekday: int, side: str, other: AnyDay) -> Fixed | None:
    found: Fixed | None = nth_weekday_beside(frame, 1, weekday, side, other)
    return found


@rule("any_date", "the? <ordinal> <weekday> {after|before|following} the? <date>")
def nth_weekday_beside(frame: Frame, n: int, weekday: int, side: str, other: AnyDay) -> Fixed | None:
    days = other.days(frame)
    if not days or other.is_period or n > 99:
        return None
    if side == "before":
        back = (days[0].weekday() - weekday - 1) % 7 + 1
        return fixed(days[0] - timedelta(days=back + 7 * (n - 1)))
    return fixed(days[0] + timedelta(days=(weekday - days[0].weekday() - 1) % 7 + 7 * n - 6))
