"""Repeats at a place of the month or year: "first friday of each month", "monthly on the 4th", "every may 4th"."""

from typing import Any

from .grammar import Frame, rule
from .holidays import HOLIDAYS
from .recurrence import CODES, WORKDAYS, repeat
from .values import Repeat

# --- within the month ---


@rule("place", "<ordinal>")
def place(_: Frame, n: int) -> int | None:
    return n if n <= 53 else None


@rule("place", "last|final")
def place_last(_: Frame) -> int:
    return -1


@rule("place", "<ordinal> (to|from)? (the)? last", "{penultimate}")
def place_from_last(_: Frame, n: int | str) -> int:
    return -2 if isinstance(n, str) else -n


@rule("month_spot", "the? <place> <any_weekday>")
def nth_weekday(_: Frame, n: int, weekday: int) -> dict[str, Any] | None:
    return {"by_day": (f"{n}{CODES[weekday]}",)}


@rule("month_spot", "the? <nth_weekday>&")
def nth_weekdays(_: Frame, days: tuple[str, ...]) -> dict[str, Any]:
    return {"by_day": days}


@rule("nth_weekday", "the? <place> <any_weekday>")
def one_nth_weekday(_: Frame, n: int, weekday: int) -> str:
    return f"{n}{CODES[weekday]}"


@rule("month_spot", "the? <place>& <any_weekday>")
def several_nth(_: Frame, places: tuple[int, ...], weekday: int) -> dict[str, Any]:
    return {"by_day": tuple(f"{n}{CODES[weekday]}" for n in places)}


@rule("month_spot", "the? <place> <workdays>")
def nth_workday(_: Frame, n: int, _word: bool) -> dict[str, Any]:
    return {"by_day": WORKDAYS, "by_position": n}


@rule(
    "month_spot",
    "the? <the_ordinal>+ day?",
    "the? {last} day",
    "the? <ordinal> (to|from)? the? {last} day?",
    "day <int>",
)
def month_days(_: Frame, *captured: Any) -> dict[str, Any] | None:
    if captured[-1] == "last":
        return {"by_month_day": (-captured[0] if len(captured) == 2 else -1,)}
    days = captured[0] if isinstance(captured[0], tuple) else captured
    return {"by_month_day": tuple(days)} if all(1 <= n <= 31 for n in days) else None


@rule("the_ordinal", "the? <ordinal>")
def the_ordinal(_: Frame, n: int) -> int:
    return n


@rule("month_spot", "the? {end|beginning|start}")
def month_edge(_: Frame, edge: str) -> dict[str, Any]:
    return {"by_month_day": (-1 if edge == "end" else 1,)}


@rule("repeat", "<cycle> ,? (on|at|in)? <month_spot>", "(on|at|in)? <month_spot> (of|in)? <cycle>")
def in_each_month(_: Frame, *captured: Any) -> Repeat | None:
    found, spot = captured if isinstance(captured[0], Repeat) else captured[::-1]
    return _at_spot(found, spot)


@rule("repeat", "<every> <month_spot> (of|in) (the|every|each)? month", "<month_spot> <adverb>")
def every_spot(_: Frame, *captured: Any) -> Repeat | None:
    if isinstance(captured[1], dict):
        return _at_spot(Repeat("MONTHLY", after_completion=captured[0]), captured[1])
    found = repeat(*captured[1])
    return _at_spot(found, captured[0]) if found else None


@rule("repeat", "<every> <place>& <any_weekday>")
def every_several_nth(_: Frame, done: bool, places: tuple[int, ...], weekday: int) -> Repeat | None:
    return Repeat("MONTHLY", by_day=tuple(f"{n}{CODES[weekday]}" for n in places), after_completion=done)


@rule("repeat", "<every> <place> <any_weekday>", "<every> <the_ordinal>+")
def every_nth(_: Frame, done: bool, *captured: Any) -> Repeat | None:
    if len(captured) == 1:
        # "every second" by itself is half a phrase.
        return (
            None
            if captured[0] == (2,)
            else _at_spot(Repeat("MONTHLY", after_completion=done), {"by_month_day": captured[0]})
        )
    n, weekday = captured
    return None if n == 2 else Repeat("MONTHLY", by_day=(f"{n}{CODES[weekday]}",), after_completion=done)


def _at_spot(found: Repeat, spot: dict[str, Any]) -> Repeat | None:
    if found.freq not in ("MONTHLY", "YEARLY"):
        return None
    if found.freq == "YEARLY" and "by_month_day" in spot and spot["by_month_day"] != (-1,):
        return None
    return Repeat(found.freq, found.interval, after_completion=found.after_completion, **spot)


# --- within the year ---


@rule("year_spot", "<month_name> the? <dom_item>+", "the? <dom_item>+ of? <month_name>")
def days_of_month(_: Frame, *captured: Any) -> dict[str, Any]:
    month, days = captured if isinstance(captured[0], int) else captured[::-1]
    return {"by_month": (month,), "by_month_day": days}


@rule("dom_item", "the? <dom>")
def dom_item(_: Frame, day: int) -> int:
    return day


@rule("year_spot", "<month_day>")
def month_slash_day(_: Frame, month_day: tuple[int, int]) -> dict[str, Any]:
    return {"by_month": (month_day[0],), "by_month_day": (month_day[1],)}


@rule("year_spot", "<month_name>+")
def months(_: Frame, found: tuple[int, ...]) -> dict[str, Any]:
    return {"by_month": found}


@rule("year_spot", "the? <place> <any_weekday> (of|in) <month_name>")
def weekday_of_month(_: Frame, n: int, weekday: int, month: int) -> dict[str, Any]:
    return {"by_month": (month,), "by_day": (f"{n}{CODES[weekday]}",)}


@rule(
    "repeat",
    "<every> (year|years)? (on|in)? <year_spot>",
    "<cycle> ,? (on|in)? <year_spot>",
    "(on|in)? <year_spot> (of)? <cycle>",
)
def every_year_on(_: Frame, *captured: Any) -> Repeat | None:
    first, second = captured
    if isinstance(first, bool):
        return Repeat("YEARLY", after_completion=first, **second)
    found, spot = (first, second) if isinstance(first, Repeat) else (second, first)
    if found.freq != "YEARLY":
        return None
    return Repeat("YEARLY", found.interval, after_completion=found.after_completion, **spot)


@rule("repeat", "<every> <holiday>")
def every_holiday(_: Frame, done: bool, name: str) -> Repeat | None:
    """Only those on the same date each year."""
    day, other = HOLIDAYS[name](2023), HOLIDAYS[name](2024)
    if (day.month, day.day) != (other.month, other.day):
        return None
    return Repeat("YEARLY", by_month=(day.month,), by_month_day=(day.day,), after_completion=done)
