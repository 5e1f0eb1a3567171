"""Days, weeks, months and years: "the 15th", "last monday of march", "next week", "2024-05-01"."""

from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from .grammar import Frame, rule
from .holidays import HOLIDAYS
from .values import AnyDay, Day, Fixed, fixed, month_days

NEXT = "next|following|coming|upcoming"
LAST = "last|previous"
THIS = "this|current|the"
STEPS = {**dict.fromkeys(NEXT.split("|"), 1), **dict.fromkeys(LAST.split("|"), -1), "past": -1}


def step(word: str | None) -> int:
    return STEPS.get(word or "", 0)


# --- written in full ---


@rule("year4", "<year>", "' <int>")
def year4(_: Frame, year: int) -> int | None:
    return year if year > 99 else 2000 + year


@rule("dom", "the? <ordinal>", "<int>")
def day_of_month(_: Frame, day: int) -> int | None:
    return day if 1 <= day <= 31 else None


@rule("month_name", "<month> .?")
def month_name(_: Frame, month: int) -> int:
    return month


@rule("date", "<full_date>")
def full_date(_: Frame, day: date) -> Fixed:
    return fixed(day)


@rule("date", "<weekday> ,? the? <full_date>")
def weekday_full_date(_: Frame, _weekday: int, day: date) -> Fixed:
    return fixed(day)


@rule("date", "on? <weekday>? ,? <month_day>")
def month_slash_day(_: Frame, weekday: int | None, month_day: tuple[int, int]) -> Day:
    return Day(month=month_day[0], day=month_day[1], weekday=weekday)


@rule("date", "<month_name> ,? (-|/)? <dom> (,|-|/|of)? <year4>?", "<month_name> <dom> ,? <year4>?")
def month_day_year(_: Frame, month: int, day: int, year: int | None) -> Day:
    return Day(year, month, day)


@rule("date", "the? <dom> (day of)? (of|-|/)? <month_name> (,|-|/|of|in)? <year4>?")
@rule("date", "the? <dom> of? (-|/)? <month_name> (,|-|/|of|in)? <year4>?")
def day_month_year(_: Frame, day: int, month: int, year: int | None) -> Day:
    return Day(year, month, day)


@rule("date", "<year4> (-|/)? <month_name> (-|/)? <dom>")
def year_month_day(_: Frame, year: int, month: int, day: int) -> Day:
    return Day(year, month, day)


@rule("date", "<year4> -|/ <dom> -|/ <month_name>")
def year_day_month(_: Frame, year: int, day: int, month: int) -> Day:
    return Day(year, month, day)


@rule("named_day", "the? <dom> of? <month_name> (,|of)? <year4>?")
def named_day(_: Frame, day: int, month: int, year: int | None) -> Day:
    return Day(year, month, day)


@rule("named_day", "<month_name> the? <dom> ,? <year4>?")
def named_day_us(_: Frame, month: int, day: int, year: int | None) -> Day:
    return Day(year, month, day)


@rule("date", "<weekday> .? ,? (the|on)? <named_day>", "<weekday> ( on|the )? <named_day>")
def weekday_then_day(_: Frame, weekday: int, day: Day) -> Day:
    return Day(day.year, day.month, day.day, weekday)


@rule("date", "<named_day> ,? ( on|a )? <weekday>")
def day_then_weekday(_: Frame, day: Day, weekday: int) -> Day:
    return Day(day.year, day.month, day.day, weekday)


@rule("date", "<weekday> ,? on? the? <ordinal>", "<weekday> <int>")
def weekday_and_day(_: Frame, weekday: int, day: int) -> Day | None:
    return Day(day=day, weekday=weekday) if 1 <= day <= 31 else None


@rule("date", "the <ordinal>", "on the? <ordinal>")
def bare_ordinal(_: Frame, day: int) -> Day | None:
    return Day(day=day) if 1 <= day <= 31 else None


@rule("month_of", "<month_name>", "<month_name> ,? of? <year4>")
def month_of(_: Frame, month: int, year: int | None = None) -> Day:
    return Day(year, month, weak=year is None)


@rule("month_of", "{last|next|this|current|coming|previous|following} month")
def month_near(frame: Frame, way: str) -> Day:
    month = frame.today + relativedelta(months=step(way))
    return Day(month.year, month.month)


@rule("month_of", "the month")
def month_now(frame: Frame) -> Day:
    return Day(frame.today.year, frame.today.month)


@rule("month_of", "{last|next|this} <month_name>")
def month_relative(frame: Frame, way: str, month: int) -> Day:
    """ "next may" is the one of next year once may has begun or lies ahead by less than the turn of the year."""
    year = frame.today.year
    if way == "last":
        return Day(year - (month >= frame.today.month), month)
    if way == "next":
        return Day(year + (month <= frame.today.month), month)
    return Day(year, month)


@rule("date", "(on|the)? <dom> (day)? of|in|- the? <month_of>", "<month_of> ,? on|- the <ordinal>")
def day_of_month_of(_: Frame, *captured: Any) -> Day:
    day, month = captured if isinstance(captured[1], Day) else captured[::-1]
    return Day(month.year, month.month, day)


@rule("date", "the? <ordinal> next|following month")
def ordinal_next_month(frame: Frame, day: int) -> Day:
    month = frame.today + relativedelta(months=1)
    return Day(month.year, month.month, day)


# --- near days ---


@rule("date", "today|tod")
@rule("date", "this|the same|very day")
def today(frame: Frame) -> Fixed:
    return fixed(frame.today)


@rule("date", "tomorrow|tmrw|tmw|tomorow|tomorrows|tom", "the? (next|following) day")
def tomorrow(frame: Frame) -> Fixed:
    return fixed(frame.today + timedelta(days=1))


@rule("date", "yesterday")
def yesterday(frame: Frame) -> Fixed:
    return fixed(frame.today - timedelta(days=1))


@rule("date", "the? day after|following tomorrow")
def after_tomorrow(frame: Frame) -> Fixed:
    return fixed(frame.today + timedelta(days=2))


@rule("date", "the? day before yesterday")
def before_yesterday(frame: Frame) -> Fixed:
    return fixed(frame.today - timedelta(days=2))


# --- weekdays ---


@rule("date", "(on|this|coming|upcoming)? <weekday> .?", "(this|the) coming <weekday>", "the <weekday>")
def coming_weekday(_: Frame, weekday: int) -> Day:
    return Day(weekday=weekday)


@rule("date", "(the|this)? past <weekday>", "<weekday> just past")
def past_weekday(frame: Frame, weekday: int) -> Fixed:
    return fixed(frame.today - timedelta(days=(frame.today.weekday() - weekday - 1) % 7 + 1))


@rule("date", "the? {next|following|last|previous} <weekday>")
def weekday_of_next_week(frame: Frame, way: str, weekday: int) -> Fixed:
    return fixed(monday(frame.today) + timedelta(days=7 * step(way) + weekday))


@rule("date", "the? <weekday> after next")
def weekday_after_next(frame: Frame, weekday: int) -> Fixed:
    return fixed(_coming(frame.today, weekday) + timedelta(days=7))


@rule("date", "<int> <weekdays> {ago|from|hence|later} now?", "<int> <weekday> {ago} now?")
def weekdays_away(frame: Frame, count: int, weekday: int, way: str) -> Fixed | None:
    if not 0 < count < 5000:
        return None
    if way == "ago":
        back = (frame.today.weekday() - weekday - 1) % 7 + 1
        return fixed(frame.today - timedelta(days=back + 7 * (count - 1)))
    return fixed(_coming(frame.today, weekday) + timedelta(days=7 * (count - 1)))


@rule("date", "<weekday> week", "a? week on|from <weekday>", "a? week from this <weekday>")
def week_from_weekday(frame: Frame, weekday: int) -> Fixed:
    return fixed(_coming(frame.today, weekday) + timedelta(days=7))


@rule("date", "on? <weekday> ,? (of|in|from)? <week>", "<week> ,? (on|'s)? <weekday>")
def weekday_in_week(_: Frame, *captured: Any) -> Fixed:
    weekday, week = captured if isinstance(captured[1], Fixed) else captured[::-1]
    return fixed(week.first + timedelta(days=weekday))


@rule("date", "today|tomorrow week")
def tomorrow_week(frame: Frame) -> Fixed:
    return fixed(frame.today + timedelta(days=8))


# --- weeks, months, years ---


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _coming(today: date, weekday: int) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _week(day: date) -> Fixed:
    return Fixed(monday(day), monday(day) + timedelta(days=6), whole=True)


@rule("week", "the? {next|following|coming|upcoming|this|current|last|previous|past} week")
def week(frame: Frame, way: str) -> Fixed:
    return _week(frame.today + timedelta(days=7 * step(way)))


@rule("week", "the? week after next")
def week_after_next(frame: Frame) -> Fixed:
    return _week(frame.today + timedelta(days=14))


@rule("week", "the? week before last")
def week_before_last(frame: Frame) -> Fixed:
    return _week(frame.today - timedelta(days=14))


@rule(
    "week", "the? week of|beginning|starting|commencing (on|the)? <named_day>", "the? week of|beginning the <ordinal>"
)
def week_of(frame: Frame, day: Day | int) -> Fixed | None:
    days = (Day(day=day) if isinstance(day, int) else day).days(frame)
    return _week(days[0]) if days else None


@rule("date", "<week>", "<weekend>", "<year_of>")
def a_period(_: Frame, period: AnyDay) -> AnyDay:
    return period


@rule("weekend_word", "weekend", "week - end", "wkend")
def weekend_word(_: Frame) -> bool:
    return True


@rule("weekend", "(on|at|over)? (the|this)? coming? <weekend_word>")
def weekend(frame: Frame, _word: bool) -> Fixed:
    return _weekend(frame.today)


@rule("weekend", "(on|at|over)? the? {next|following|last|past|previous} <weekend_word>")
def weekend_near(frame: Frame, way: str, _word: bool) -> Fixed:
    return _weekend(frame.today + timedelta(days=7 * step(way)))


def _weekend(day: date) -> Fixed:
    saturday = monday(day) + timedelta(days=5)
    return Fixed(saturday, saturday + timedelta(days=1), whole=True)


@rule("date", "<month_of>")
def whole_month(_: Frame, month: Day) -> Day:
    return month


@rule("date", "<month_name>")
def month_alone(_: Frame, month: int) -> Day:
    return Day(month=month, weak=True)


@rule("date", "in|during|throughout|for|since <month_name>")
def month_placed(_: Frame, month: int) -> Day:
    return Day(month=month)


@rule("date", "<year_month>")
def year_and_month(_: Frame, year_month: tuple[int, int]) -> Day:
    return Day(*year_month)


@rule("year_of", "the? {next|following|coming|this|current|last|previous|past} year")
def year_near(frame: Frame, way: str) -> Day:
    return Day(frame.today.year + step(way))


@rule("year_of", "in|during|since|year|throughout the? year? <year>")
def year_placed(_: Frame, year: int) -> Day:
    return Day(year)


@rule("date", "the? year after next")
def year_after_next(frame: Frame) -> Day:
    return Day(frame.today.year + 2)


@rule("date", "the? month after next")
def month_after_next(frame: Frame) -> Day:
    month = frame.today + relativedelta(months=2)
    return Day(month.year, month.month)


# --- places inside a period ---


@rule("container", "<month_of>", "<year_of>", "<week>")
def container(_: Frame, period: AnyDay) -> AnyDay:
    return period


@rule("container", "the year")
def this_year(frame: Frame) -> Day:
    return Day(frame.today.year)


@rule("container", "the week")
def this_week(frame: Frame) -> Fixed:
    return _week(frame.today)


@rule("rank", "<ordinal>")
def rank(_: Frame, n: int) -> int | None:
    return n if n <= 366 else None


@rule("rank", "last|final")
def rank_last(_: Frame) -> int:
    return -1


@rule("rank", "<ordinal> (to|from)? (the)? last")
def rank_from_last(_: Frame, n: int) -> int:
    return -n


@rule("date", "on? the? <rank> <weekday> (of|in|from) the? <container>", "on? the? <rank> <weekday> <month_of>")
def nth_weekday(frame: Frame, n: int, weekday: int, period: AnyDay) -> Fixed | None:
    found = _within(frame, period, lambda first, last: _nth_weekday(first, last, n, weekday))
    return fixed(found) if found else None


def _nth_weekday(first: date, last: date, n: int, weekday: int) -> date | None:
    if n > 0:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
    else:
        day = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-n - 1))
    return day if first <= day <= last else None


@rule("date", "on? the? <rank> day (of|in) the? <container>")
def nth_day(frame: Frame, n: int, period: AnyDay) -> Fixed | None:
    def pick(first: date, last: date) -> date | None:
        day = first + timedelta(days=n - 1) if n > 0 else last + timedelta(days=n + 1)
        return day if first <= day <= last else None

    found = _within(frame, period, pick)
    return fixed(found) if found else None


@rule("date", "(in|on|during)? the? <rank> week (of|in) the? <container>")
def nth_week(frame: Frame, n: int, period: AnyDay) -> Fixed | None:
    days = period.days(frame)
    if not days or not period.is_period:
        return None
    day = days[0] + timedelta(days=7 * (n - 1)) if n > 0 else days[1] + timedelta(days=7 * (n + 1))
    return _week(day) if days[0] <= day <= days[1] else None


def _within(frame: Frame, period: AnyDay, pick: Any) -> date | None:
    """The picked day of the period; of a month without a year, the first that is not over."""
    days = period.days(frame)
    if not days or not period.is_period:
        return None
    found: date | None = pick(*days)
    floating = isinstance(period, Day) and period.year is None and period.month is not None
    if floating and found is not None and found < frame.today and not frame.past:
        found = pick(*month_days(days[0].year + 1, days[0].month))
    return found


@rule("date", "(at|in|on)? the? {end|close|beginning|start|middle|mid} (of|-)? <container>")
@rule("date", "(in|at)? {early|late|mid|beginning|end} (of|-|in)? <container>")
def edge_of(frame: Frame, edge: str, period: AnyDay) -> Fixed | None:
    days = period.days(frame)
    if not days:
        return None
    third = (days[1] - days[0]) / 3
    if edge in ("end", "close", "late"):
        return Fixed(days[1] if edge != "late" else days[1] - third, days[1], whole=True)
    if edge in ("middle", "mid"):
        return Fixed(days[0] + third, days[1] - third, whole=True)
    return Fixed(days[0], days[0] + third, whole=True)


@rule("date", "(at|the)? {eom|eoy|eow}", "the? end of {month|year|week}")
def end_of(frame: Frame, what: str) -> Fixed | None:
    today = frame.today
    if what in ("eom", "month"):
        return fixed(month_days(today.year, today.month)[1])
    return fixed(date(today.year, 12, 31) if what in ("eoy", "year") else monday(today) + timedelta(days=6))


# --- holidays ---


@rule("date", "(on|at|the)? <holiday> <year4>?", "(on|the)? <holiday> of|in <year4>")
def holiday(frame: Frame, name: str, year: int | None) -> Fixed | None:
    return _holiday(frame, name, year)


@rule("date", "(on|at|the)? {next|last|this} <holiday>", "(on|at|the)? <holiday> {next|last|this} year")
def holiday_near(frame: Frame, *captured: str) -> Fixed | None:
    way, name = captured if captured[0] in ("next", "last", "this") else captured[::-1]
    if way == "this":
        return _holiday(frame, name, frame.today.year)
    if captured[0] == way and way == "next":
        return _holiday(frame, name, None)
    coming = _holiday(frame, name, frame.today.year)
    over = coming is not None and coming.first < frame.today
    years_back = 0 if over and captured[0] == way else 1
    return _holiday(frame, name, frame.today.year + (1 if way == "next" else -years_back))


def _holiday(frame: Frame, name: str, year: int | None) -> Fixed | None:
    if year is not None:
        return fixed(HOLIDAYS[name](year)) if 1 <= year <= 4000 else None
    day = HOLIDAYS[name](frame.today.year)
    if day < frame.today and not frame.past:
        day = HOLIDAYS[name](frame.today.year + 1)
    return fixed(day)


@rule("any_date", "the? day {after|before|following} the? <date>")
def day_beside(frame: Frame, side: str, other: AnyDay) -> Fixed | None:
    days = other.days(frame)
    if not days or other.is_period:
        return None
    return fixed(days[0] + timedelta(days=-1 if side == "before" else 1))


@rule("any_date", "on? <date>")
def any_date(_: Frame, day: AnyDay) -> AnyDay:
    return day
