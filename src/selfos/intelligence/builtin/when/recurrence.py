"""Repeats: "every other tuesday", "first friday of each month", "daily", "mondays and thursdays", "every! 3 days"."""

from typing import Any

from .grammar import Frame, rule
from .values import Amount, Clock, Hours, Part, Repeat, Times

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS, WEEKEND = CODES[:5], CODES[5:]
FREQUENCIES = {
    "second": ("SECONDLY", 1),
    "minute": ("MINUTELY", 1),
    "hour": ("HOURLY", 1),
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "fortnight": ("WEEKLY", 2),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "year": ("YEARLY", 1),
}


def repeat(unit: str, interval: int = 1, **by: Any) -> Repeat | None:
    freq, factor = FREQUENCIES[unit]
    return Repeat(freq, factor * interval, **by) if 1 <= interval <= 1000 else None


# --- every, and how many ---


@rule("every", "every|each|ev")
def every(_: Frame) -> bool:
    return False


@rule("every", "every|each|ev !")
def every_after_done(_: Frame) -> bool:
    return True


@rule("interval", "other|second|alternate|2nd")
def every_other(_: Frame) -> int:
    return 2


@rule("gap", "other|second|alternate|2nd")
def gap_other(_: Frame) -> int:
    return 2


@rule("gap", "<int>")
def gap_counted(_: Frame, count: int) -> int:
    """ "every 3 fridays" skips two; "every 3rd friday" is one of the month's."""
    return count


@rule("interval", "<int>", "<ordinal>", "single")
def interval(_: Frame, *count: int) -> int:
    return count[0] if count else 1


@rule("any_weekday", "<weekday> .?", "<weekdays>")
def any_weekday(_: Frame, weekday: int) -> int:
    return weekday


@rule("weekday_set", "<any_weekday>+")
def weekday_list(_: Frame, days: tuple[int, ...]) -> tuple[str, ...]:
    return _codes(days)


@rule("weekday_set", "<any_weekday> -|to|through|thru|until|till <any_weekday>")
def weekday_run(_: Frame, first: int, last: int) -> tuple[str, ...]:
    return _codes(tuple((first + n) % 7 for n in range((last - first) % 7 + 1)))


@rule("weekday_set", "<workdays>")
def workday_set(_: Frame, _word: bool) -> tuple[str, ...]:
    return WORKDAYS


@rule("weekday_set", "weekend|weekends")
def weekend_set(_: Frame) -> tuple[str, ...]:
    return WEEKEND


@rule("workdays", "weekday|weekdays|workday|workdays", "week|work|business|working day|days")
def workdays(_: Frame) -> bool:
    return True


def _codes(days: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(CODES[n] for n in sorted(set(days)))


# --- by unit and by weekday ---


@rule("cycle", "<every> <interval>? <unit>", "<adverb>", "once|one|1 (a|an|per|every|each) <unit>")
def by_unit(_: Frame, *captured: Any) -> Repeat | None:
    if len(captured) == 3:
        done, count, unit = captured
        # "every second" is the start of "every second friday" or of a saying.
        if unit == "second" and not count:
            return None
        return repeat(unit, count or 1, after_completion=done)
    spoken = captured[0]
    return repeat(*spoken) if isinstance(spoken, tuple) else repeat(spoken)


@rule("cycle", "<every> <int> -? <short_unit>")
def by_short_unit(_: Frame, done: bool, count: int, unit: str) -> Repeat | None:
    return repeat(unit, count, after_completion=done)


@rule("cycle", "<every> couple of? <unit>")
def couple(_: Frame, done: bool, unit: str) -> Repeat | None:
    return repeat(unit, 2, after_completion=done)


@rule("cycle", "<every> {half|quarter} hour", "<every> <broken_hours>")
def part_of_hours(_: Frame, done: bool, span: str | float) -> Repeat | None:
    """ "every half hour", "every 1.5 hours": in minutes."""
    hours = {"half": 0.5, "quarter": 0.25}[span] if isinstance(span, str) else span
    return repeat("minute", round(hours * 60), after_completion=done)


@rule("broken_hours", "<quantity> hours|hour|hrs")
def broken_hours(_: Frame, hours: float) -> float | None:
    return hours if hours != int(hours) else None


@rule("repeat", "<cycle>")
def cycle(_: Frame, found: Repeat) -> Repeat | None:
    return found


@rule(
    "repeat",
    "<every> <gap>? <weekday_set> <any_part>?",
    "<every> <gap>? <weekday_set> (in|during|at)? the? <any_part>",
)
def by_weekday(_: Frame, done: bool, count: int | None, days: tuple[str, ...], part: Part | None) -> Repeat | None:
    return repeat("week", count or 1, by_day=days, part=part, after_completion=done)


@rule("any_part", "<part>", "<parts>")
def any_part(_: Frame, hours: tuple[int, int]) -> Part:
    return Part(*hours)


@rule("repeat", "<every> <interval>? <any_part>")
def by_part(_: Frame, done: bool, count: int | None, part: Part) -> Repeat | None:
    return repeat("day", count or 1, part=part, after_completion=done)


@rule("plural_days", "<weekdays>+")
def plural_days(_: Frame, days: tuple[int, ...]) -> tuple[str, ...]:
    return _codes(days)


@rule("plural_days", "{weekends|weekdays|workdays}", "on {business|working|work} days")
def plural_words(_: Frame, word: str) -> tuple[str, ...]:
    return WEEKEND if word == "weekends" else WORKDAYS


@rule("plural_days", "<weekdays> -|to|through|thru <weekdays>")
def plural_run(frame: Frame, first: int, last: int) -> tuple[str, ...]:
    return weekday_run(frame, first, last)


@rule("repeat", "(on|at)? <plural_days> <any_part>?")
def on_plural(_: Frame, days: tuple[str, ...], part: Part | None) -> Repeat | None:
    return repeat("week", by_day=days, part=part)


@rule("repeat", "on? <any_weekday> <parts>")
def weekday_parts(_: Frame, weekday: int, hours: tuple[int, int]) -> Repeat | None:
    return repeat("week", by_day=_codes((weekday,)), part=Part(*hours))


@rule("repeat", "<cycle> ,? (on|at|every|each) <weekday_set>", "<cycle> <weekday_set>")
def cycle_on_weekdays(_: Frame, found: Repeat, *rest: Any) -> Repeat | None:
    if found.freq not in ("WEEKLY", "DAILY"):
        return None
    return Repeat("WEEKLY", found.interval, by_day=rest[-1], after_completion=found.after_completion)


@rule("repeat", "<every> day except|but (for|on)? <weekday_set>")
@rule("repeat", "<every>? <workdays> except|but (for|on)? <weekday_set>")
def all_but(_: Frame, done: bool | None, *captured: Any) -> Repeat | None:
    days = CODES if len(captured) == 1 else WORKDAYS
    left = tuple(code for code in days if code not in captured[-1])
    return repeat("week", by_day=left, after_completion=bool(done)) if left else None


@rule("repeat", "alternate <plural_days>", "every other <plural_days>")
def alternate(_: Frame, days: tuple[str, ...]) -> Repeat | None:
    return repeat("week", 2, by_day=days)


@rule("repeat", "<weekday_set> <every> <interval>? week|weeks", "<weekday_set> <adverb>")
def weekdays_each_week(_: Frame, days: tuple[str, ...], *rest: Any) -> Repeat | None:
    if len(rest) == 1:
        return repeat("week", rest[0][1], by_day=days) if rest[0][0] == "week" else None
    return repeat("week", rest[1] or 1, by_day=days, after_completion=rest[0])


# --- from when it was done, how often, at which hours ---


@rule(
    "done",
    "after|from|since completion|completing|finishing|finished|done",
    "when|once|after (it|i|i'm)? (is|am|'s)? done|completed|finished|finish",
)
@rule("done", "after (the)? last (time|completion|one)?", "after (i|it) (finish|is done|complete)")
def done(_: Frame) -> bool:
    return True


@rule("repeat", "<cycle> <done>")
def cycle_after_done(_: Frame, found: Repeat, _done: bool) -> Repeat:
    return Repeat(found.freq, found.interval, after_completion=True)


@rule("repeat", "(every|in)? <amount> <done>")
def amount_after_done(_: Frame, amount: Amount, _done: bool) -> Repeat | None:
    fields = (amount.months, amount.days, amount.seconds)
    if sum(bool(n) for n in fields) != 1 or any(n != int(n) for n in fields):
        return None
    months, days, seconds = (int(n) for n in fields)
    for count, size, freq in ((months, 12, "YEARLY"), (months, 1, "MONTHLY"), (days, 7, "WEEKLY"), (days, 1, "DAILY")):
        if count and count % size == 0:
            return Repeat(freq, count // size, after_completion=True)
    hours = seconds % 3600 == 0
    return Repeat("HOURLY" if hours else "MINUTELY", seconds // (3600 if hours else 60), after_completion=True)


@rule("times", "<int> x", "{twice|thrice}")
def times_in_short(_: Frame, count: int | str) -> Times | None:
    if isinstance(count, str):
        return Times(2 if count == "twice" else 3)
    return Times(count) if 1 <= count <= 10_000 else None


@rule("times", "for? <int> times|occurrences|repetitions|sessions")
def times(_: Frame, count: int) -> Times | None:
    return Times(count) if 1 <= count <= 10_000 else None


@rule("hours", "at <hour>&", "at? <clock>&")
def hours(_: Frame, clocks: tuple[Clock, ...]) -> Hours:
    return Hours(clocks)
