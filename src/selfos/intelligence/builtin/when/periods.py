"""Months and years, and places inside a period: "in march", "next year", "last monday of may", "end of the month"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from dateutil.relativedelta import relativedelta

from .days import DAY, AnyDay, Day, Fixed, fixed, month_days
from .grammar import Frame, rule
from .values import Amount
from .weeks import monday, step, week_around, weekend_around

# --- months ---


@rule("month_of", "<month_name>", "<month_name> ,? of? <year4>", "<month_name> -|/ <year4>")
def month_of(_: Frame, month: int, year: int | None = None) -> Day:
    return Day(year, month, weak=year is None)


@rule("month_of", "the? month of <month_name> ,? <year4>?")
def month_called(_: Frame, month: int, year: int | None) -> Day:
    return Day(year, month)


@rule("month_of", "<year4> -? <month_name>")
def year_then_month(_: Frame, year: int, month: int) -> Day:
    return Day(year, month)


@rule("month_of", "the? {last|next|this|current|coming|upcoming|previous|following|past} month")
def month_near(frame: Frame, way: str) -> Day:
    month = frame.today + relativedelta(months=step(way))
    return Day(month.year, month.month)


@rule("month_of", "the? month {after} next", "the? month {before} last")
def second_month(frame: Frame, side: str) -> Day:
    month = frame.today + relativedelta(months=2 if side == "after" else -2)
    return Day(month.year, month.month)


@rule("month_of", "{last|next|this} <month_name>")
def month_relative(frame: Frame, way: str, month: int) -> Day | None:
    """The nearest one on that side; "this may" and "this march" are seldom months."""
    year = frame.today.year
    if way == "this":
        return None if month in (3, 5) else Day(year, month)
    if way == "last":
        return Day(year - (month >= frame.today.month), month)
    return Day(year + (month <= frame.today.month), month)


@rule("month_of", "<month_name> {last|next|this} year")
def month_of_year(frame: Frame, month: int, way: str) -> Day:
    return Day(frame.today.year + step(way), month)


@rule("date", "<month_of>")
def a_month(_: Frame, month: Day) -> Day:
    return month


@rule("date", "in|during|throughout|for|since the? <month_of>")
def month_placed(_: Frame, month: Day) -> Day:
    return replace(month, weak=False)


@rule("date", "<year_month>")
def year_and_month(_: Frame, year_month: tuple[int, int]) -> Day:
    return Day(*year_month)


@rule("date", "the? <dom> (day)? of|in|- the? <month_of>", "<month_of> ,? on|- the <ordinal>")
def day_of_month_of(_: Frame, *captured: Any) -> Day:
    day, month = captured if isinstance(captured[1], Day) else captured[::-1]
    return Day(month.year, month.month, day)


@rule("date", "the? <ordinal> of the month", "the? <ordinal> {next|following} month")
def ordinal_of_month(frame: Frame, day: int, *following: str) -> Day:
    month = frame.today + relativedelta(months=1)
    return Day(month.year, month.month, day) if following else Day(day=day)


# --- years ---


@rule("year_of", "the? {next|following|coming|this|current|last|previous|past} year")
def year_near(frame: Frame, way: str) -> Day:
    return Day(frame.today.year + step(way))


@rule("year_of", "the? year after next")
def year_after_next(frame: Frame) -> Day:
    return Day(frame.today.year + 2)


@rule("year_of", "in|during|since|throughout|year (the year)? <year>", "the year <year>")
def year_placed(_: Frame, year: int) -> Day:
    return Day(year)


@rule("date", "<year_of>")
def a_year(_: Frame, year: Day) -> Day:
    return year


@rule("date", "<year>")
def year_alone(_: Frame, year: int) -> Day:
    return Day(year, weak=True)


# --- places inside a period ---


@rule("container", "<month_of>", "<year_of>", "<week>")
def container(_: Frame, period: AnyDay) -> AnyDay:
    return period


@rule("container", "<year>")
def numbered_year(_: Frame, year: int) -> Day:
    return Day(year)


@rule("container", "the {week|month|year}")
def this_period(frame: Frame, unit: str) -> AnyDay:
    today = frame.today
    if unit == "week":
        return week_around(today)
    return Day(today.year) if unit == "year" else Fixed(*month_days(today.year, today.month), whole=True, weak=True)


@rule("rank", "<ordinal>")
def rank(_: Frame, n: int) -> int | None:
    return n if n <= 366 else None


@rule("rank", "last|final")
def rank_last(_: Frame) -> int:
    return -1


@rule("rank", "<ordinal> (to|from)? the? last", "{penultimate}")
def rank_from_last(_: Frame, n: int | str) -> int | None:
    return -2 if isinstance(n, str) else (-n if n <= 366 else None)


@rule("date", "the? <rank> <weekday> (of|in|from)? the? <container>", "the? <container> <rank> <weekday>")
def nth_weekday(frame: Frame, *captured: Any) -> Fixed | None:
    period = next(value for value in captured if not isinstance(value, int))
    n, weekday = (int(value) for value in captured if isinstance(value, int))

    def pick(first: date, last: date) -> date:
        if n > 0:
            return first + ((weekday - first.weekday()) % 7 + 7 * (n - 1)) * DAY
        return last - ((last.weekday() - weekday) % 7 + 7 * (-n - 1)) * DAY

    return _within(frame, period, pick)


@rule("date", "the? <rank> day (of|in) the? <container>")
def nth_day(frame: Frame, n: int, period: AnyDay) -> Fixed | None:
    return _within(frame, period, lambda first, last: first + (n - 1) * DAY if n > 0 else last + (n + 1) * DAY)


@rule("date", "(in|during)? the? <rank> week (of|in)? the? <container>")
def nth_week(frame: Frame, n: int, period: AnyDay) -> Fixed | None:
    """The week that holds the n-th seventh of the period."""
    day = _within(frame, period, lambda first, last: first + 7 * (n - 1) * DAY if n > 0 else last + 7 * (n + 1) * DAY)
    return week_around(day.first) if day else None


@rule("date", "(in|on|over)? the? <rank> <weekend_word> (of|in)? the? <container>")
def nth_weekend(frame: Frame, n: int, _word: bool, period: AnyDay) -> Fixed | None:
    saturday = nth_weekday(frame, n, 5, period)
    return weekend_around(saturday.first) if isinstance(saturday, Fixed) else None


def _within(frame: Frame, period: AnyDay, pick: Callable[[date, date], date]) -> Fixed | None:
    """The picked day if it lies in the period; of a month without a year, the first such day that is not over."""
    days = period.days(frame)
    if not days or not period.is_period:
        return None
    found = pick(*days)
    if found < frame.today and not frame.past and period.weak:
        # "june" is the next one then, and "the month" the next month.
        later = days[0] + relativedelta(years=1) if isinstance(period, Day) else days[1] + DAY
        days = month_days(later.year, later.month)
        found = pick(*days)
    return fixed(found) if days[0] <= found <= days[1] else None


@rule(
    "date",
    "(at|in)? the? {end|close|beginning|start|middle} of <container>",
    "(in|at)? the? {early|late|mid|end|beginning} -? (in|of)? <container>",
)
def edge_of(frame: Frame, edge: str, period: AnyDay) -> Fixed | None:
    """The first, middle or last third; the end is the last day."""
    days = period.days(frame)
    if not days:
        return None
    third = (days[1] - days[0]) / 3
    if edge in ("end", "close"):
        return Fixed(days[1], days[1], whole=True)
    if edge == "late":
        return Fixed(days[1] - third, days[1], whole=True)
    if edge in ("middle", "mid"):
        return Fixed(days[0] + third, days[1] - third, whole=True)
    return Fixed(days[0], days[0] + third, whole=True)


@rule("date", "(at|the)? {eom|eoy|eow}", "(at|in)? the? end of {week|month|year}")
def end_of(frame: Frame, what: str) -> Fixed:
    today = frame.today
    if what in ("eom", "month"):
        return fixed(month_days(today.year, today.month)[1])
    return fixed(date(today.year, 12, 31) if what in ("eoy", "year") else monday(today) + 6 * DAY)


@rule("date", "(in|during)? the? {first|last} <counted> of the? <container>")
def first_days(frame: Frame, side: str, amount: Amount, period: AnyDay) -> Fixed | None:
    """ "the first two weeks of january" """
    days = period.days(frame)
    if not days or amount.by_clock:
        return None
    edge = datetime.combine(days[0] if side == "first" else days[1], time())
    other = amount.after(edge, 1 if side == "first" else -1)
    if other is None:
        return None
    first, last = (days[0], other.date() - DAY) if side == "first" else (other.date() + DAY, days[1])
    return Fixed(first, last, whole=True)


@rule("date", "for? the? rest|remainder of the? <container>", "rest of {week|month|year}")
def rest_of(frame: Frame, period: AnyDay | str) -> Fixed | None:
    if isinstance(period, str):
        period = this_period(frame, period)
    days = period.days(frame)
    return Fixed(frame.today, days[1], whole=True) if days and days[0] <= frame.today <= days[1] else None
