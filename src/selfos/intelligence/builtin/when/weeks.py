"""Days and weeks by their distance from today: "tomorrow", "next friday", "two mondays ago", "the week after next"."""

from datetime import date, timedelta
from typing import Any

from .days import DAY, AnyDay, Day, Fixed, fixed
from .grammar import Frame, rule
from .lexicon import listed

WEEK = timedelta(days=7)
STEPS = {
    **dict.fromkeys(listed("next following coming upcoming"), 1),
    **dict.fromkeys(listed("last previous past"), -1),
}


def step(word: str) -> int:
    """1 for next, -1 for last, 0 for this."""
    return STEPS.get(word, 0)


# --- near days ---


@rule("date", "today|tod", "this (same|very)? day")
def today(frame: Frame) -> Fixed:
    return fixed(frame.today)


@rule("date", "tomorrow|tmrw|tmw|tmr|tomorow|tommorow|tommorrow", "the? next|following day")
def tomorrow(frame: Frame) -> Fixed:
    return fixed(frame.today + DAY)


@rule("date", "yesterday")
def yesterday(frame: Frame) -> Fixed:
    return fixed(frame.today - DAY)


@rule("date", "the? day after|following tomorrow")
def after_tomorrow(frame: Frame) -> Fixed:
    return fixed(frame.today + 2 * DAY)


@rule("date", "the? day before yesterday")
def before_yesterday(frame: Frame) -> Fixed:
    return fixed(frame.today - 2 * DAY)


@rule("date", "today week", "{tomorrow} week")
def day_week(frame: Frame, *tomorrow: str) -> Fixed:
    return fixed(frame.today + WEEK + len(tomorrow) * DAY)


# --- weekdays ---


@rule("date", "(this|coming|upcoming)? <weekday> .?", "this coming <weekday>", "the (coming|upcoming)? <weekday>")
def coming_weekday(_: Frame, weekday: int) -> Day:
    return Day(weekday=weekday)


@rule("date", "(the|this)? past <weekday>", "<weekday> just past")
def past_weekday(frame: Frame, weekday: int) -> Fixed:
    return fixed(_gone(frame.today, weekday))


@rule("date", "the? <weekday> before last")
def weekday_before_last(frame: Frame, weekday: int) -> Fixed:
    return fixed(_gone(frame.today, weekday) - WEEK)


@rule("date", "the? {next|following|last|previous} <weekday>")
def weekday_of_next_week(frame: Frame, way: str, weekday: int) -> Fixed:
    """The week begins on Monday: on a Wednesday "next friday" is nine days off."""
    return fixed(monday(frame.today) + step(way) * WEEK + weekday * DAY)


@rule("date", "the? <weekday> after next", "<weekday> week", "a? week on|from this? <weekday>")
def weekday_after_next(frame: Frame, weekday: int) -> Fixed:
    return fixed(_coming(frame.today, weekday) + WEEK)


@rule(
    "date",
    "<quantity> <any_weekday> {ago|back}",
    "<quantity> <any_weekday> {from} now",
    "<quantity> <weekdays> {hence|later}",
)
def weekdays_away(frame: Frame, count: float, weekday: int, way: str) -> Fixed | None:
    if count != int(count) or not 0 < count < 5000:
        return None
    if way in ("ago", "back"):
        return fixed(_gone(frame.today, weekday) - (int(count) - 1) * WEEK)
    return fixed(_coming(frame.today, weekday) + (int(count) - 1) * WEEK)


@rule("date", "<weekday> ,? (of|in|from)? <week>", "<week> ,? on? <weekday>")
def weekday_in_week(_: Frame, *captured: Any) -> Fixed:
    weekday, week = captured if isinstance(captured[1], Fixed) else captured[::-1]
    return fixed(week.first + weekday * DAY)


@rule("date", "{next|this|last|previous|coming} week's <weekday>")
def weekday_of_weeks(frame: Frame, way: str, weekday: int) -> Fixed:
    return fixed(monday(frame.today) + step(way) * WEEK + weekday * DAY)


def monday(day: date) -> date:
    return day - day.weekday() * DAY


def _coming(today: date, weekday: int) -> date:
    return today + ((weekday - today.weekday() - 1) % 7 + 1) * DAY


def _gone(today: date, weekday: int) -> date:
    return today - ((today.weekday() - weekday - 1) % 7 + 1) * DAY


# --- weeks ---


@rule("week_word", "week", "workweek", "work -? week")
def week_word(_: Frame) -> bool:
    return True


@rule("week", "the? {next|following|coming|upcoming|this|current|last|previous|past} <week_word>")
def week(frame: Frame, way: str, _word: bool) -> Fixed:
    return week_around(frame.today + step(way) * WEEK)


@rule("week", "the? week {after} next", "the? week {before} last")
def second_week(frame: Frame, side: str) -> Fixed:
    return week_around(frame.today + (2 if side == "after" else -2) * WEEK)


@rule("week", "the? week of|beginning|starting|commencing (on|the)? <named_day>", "the? week of the <ordinal_day>")
def week_of(frame: Frame, day: Day) -> Fixed | None:
    days = day.days(frame)
    return week_around(days[0]) if days else None


def week_around(day: date) -> Fixed:
    return Fixed(monday(day), monday(day) + 6 * DAY, whole=True)


@rule("weekend_word", "weekend|wkend")
def weekend_word(_: Frame) -> bool:
    return True


@rule("weekend", "(at|over)? (the|this)? coming? <weekend_word>")
def weekend(frame: Frame, _word: bool) -> Fixed:
    return weekend_around(frame.today)


@rule("weekend", "(at|over)? the? {next|following|last|past|previous} <weekend_word>")
def weekend_near(frame: Frame, way: str, _word: bool) -> Fixed:
    return weekend_around(frame.today + step(way) * WEEK)


def weekend_around(day: date) -> Fixed:
    saturday = monday(day) + 5 * DAY
    return Fixed(saturday, saturday + DAY, whole=True)


@rule("weekend", "the? <weekend_word> after next")
def second_weekend(frame: Frame, _word: bool) -> Fixed:
    return weekend_around(frame.today + WEEK)


@rule("weekend", "<int> weekends from now")
def weekends_on(frame: Frame, count: int) -> Fixed | None:
    return weekend_around(frame.today + (count - 1) * WEEK) if 0 < count < 5000 else None


@rule("any_date", "the? <week_word> {after|before|following} the? <date>")
def week_beside(frame: Frame, _word: bool, side: str, other: AnyDay) -> Fixed | None:
    days = other.days(frame)
    return week_around(days[0] + (-1 if side == "before" else 1) * WEEK) if days else None


@rule("any_date", "the? <weekend_word> {after|before|following} the? <date>")
def weekend_beside(frame: Frame, _word: bool, side: str, other: AnyDay) -> Fixed | None:
    """The last one that is over before the day, or the first that begins after it."""
    days = other.days(frame)
    if not days:
        return None
    near = weekend_around(days[0])
    if side == "before":
        return near if near.last < days[0] else weekend_around(days[0] - WEEK)
    return near if near.first > days[1] else weekend_around(days[0] + WEEK)


@rule("date", "<week>", "<weekend>")
def a_week(_: Frame, period: AnyDay) -> AnyDay:
    return period
