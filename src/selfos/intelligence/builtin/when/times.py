"""Times of day: "3pm", "half past seven", "1500 hours", "tonight at 8", "quarter to noon"."""

from dataclasses import replace
from datetime import datetime

from .grammar import Frame, rule
from .values import Clock, Moment


def _clock(hour: int, minute: int = 0, half: str | None = None, *, exact: bool = False) -> Clock | None:
    """half is "am" or "pm"; exact says that the hour was written on a 24-hour clock."""
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    if half:
        if hour > 12:
            return Clock(hour, minute) if half == "pm" and hour < 24 else None
        return Clock(hour % 12 + (12 if half == "pm" else 0), minute)
    return Clock(hour, minute, open=not exact and 1 <= hour <= 12)


# --- with am or pm ---


@rule("half", "{am|pm}", "<half_day>", "in the {am|pm}")
def half(_: Frame, word: str) -> str:
    return word


@rule("half", "in the {morning|afternoon|evening}")
def half_by_part(_: Frame, word: str) -> str:
    return "am" if word == "morning" else "pm"


@rule("plain_clock", "<int> <half>", "<int> ( - )? <half>", "<int> o'clock|oclock <half>", "<int> : <half>")
def hour_half(_: Frame, hour: int, half: str) -> Clock | None:
    return _clock(hour, 0, half) if hour else None


@rule("plain_clock", "<clock_shape> <half>")
def shape_half(_: Frame, shape: Clock, half: str) -> Clock | None:
    return _clock(shape.hour, shape.minute, half)


@rule("plain_clock", "<int> <int> <half>")
def spelled_half(_: Frame, hour: int, minute: int, half: str) -> Clock | None:
    return _clock(hour, minute, half) if minute > 9 else None


@rule("plain_clock", "<run_together> <half>")
def run_together_half(_: Frame, run: tuple[int, int, bool], half: str) -> Clock | None:
    return _clock(run[0], run[1], half)


@rule("plain_clock", "<dotted> <half>")
def dotted_half(_: Frame, shape: tuple[int, int, bool], half: str) -> Clock | None:
    return _clock(shape[0], shape[1], half)


# --- without ---


@rule("clock_shape", "<clock_token>")
def clock_shape(_: Frame, shape: tuple[int, int, bool]) -> Clock | None:
    return _clock(shape[0], shape[1], exact=shape[2])


@rule("plain_clock", "<clock_shape> h?")
def shape_alone(_: Frame, shape: Clock) -> Clock:
    return shape


@rule("plain_clock", "<int> o'clock|oclock", "<int> o ' clock")
def o_clock(_: Frame, hour: int) -> Clock | None:
    return _clock(hour)


@rule("plain_clock", "<run_together> h|hours|hrs|hour")
def military(_: Frame, run: tuple[int, int, bool]) -> Clock | None:
    return _clock(run[0], run[1], exact=True)


@rule("hour_h", "<int> h <int>")
def french(_: Frame, hour: int, minute: int) -> Clock | None:
    return _clock(hour, minute, exact=True)


@rule("plain_clock", "<int> h <int>")
def french_alone(_: Frame, hour: int, minute: int) -> Clock | None:
    """ "1h30" by itself is a length, "15h30" a time."""
    return _clock(hour, minute, exact=True) if hour >= 6 else None


@rule("hour_h", "<int> h")
def hour_h(_: Frame, hour: int) -> Clock | None:
    return _clock(hour, exact=True)


@rule("plain_clock", "noon|noonish|midday", "12 noon|midday", "twelve noon", "mid day", "12 (o'clock|pm)? noon")
def noon(_: Frame) -> Clock:
    return Clock(12)


@rule("plain_clock", "midnight", "12 (o'clock|am)? midnight", "twelve midnight")
def midnight(_: Frame) -> Clock:
    return Clock(24)


# --- past and to ---


@rule("span_minutes", "a? quarter (of an hour)?")
def quarter(_: Frame) -> int:
    return 15


@rule("span_minutes", "three quarters (of an hour)?")
def three_quarters(_: Frame) -> int:
    return 45


@rule("span_minutes", "half (an hour)?")
def half_hour(_: Frame) -> int:
    return 30


@rule("span_minutes", "<int> minutes|minute|mins|min|m")
def minutes(_: Frame, n: int) -> int | None:
    return n if 1 <= n < 60 else None


@rule("base_hour", "<plain_clock>")
def base_clock(_: Frame, clock: Clock) -> Clock | None:
    return clock if clock.minute == 0 else None


@rule("base_hour", "<int>")
def base_hour(_: Frame, hour: int) -> Clock | None:
    return _clock(hour) if 1 <= hour <= 12 else None


@rule("clock", "<span_minutes> {past|after|to|till|before} <base_hour>")
def past_or_to(_: Frame, span: int, way: str, base: Clock) -> Clock | None:
    if way in ("past", "after"):
        return Clock(base.hour % 24, span, base.open)
    hour = base.hour - 1
    if base.open:
        return Clock(hour or 12, 60 - span, open=True)
    return Clock(hour % 24, 60 - span)


@rule("clock", "<int> {past|after|to|till} <base_hour>")
def figures_past_or_to(frame: Frame, minutes: int, way: str, base: Clock) -> Clock | None:
    """ "10 past 3"; "10 to 3" may as well be a range or a score."""
    if minutes % 5 or not 0 < minutes < (60 if way in ("past", "after") else 30):
        return None
    found: Clock | None = past_or_to(frame, minutes, way, base)
    return replace(found, loose=way == "to" and base.open) if found else None


@rule("clock", "<plain_clock>")
def plain(_: Frame, clock: Clock) -> Clock:
    return clock


# --- bare hours, which need a word or a day beside them ---


@rule("hour", "<int>")
def bare_hour(_: Frame, hour: int) -> Clock | None:
    clock = _clock(hour)
    return Clock(clock.hour, 0, clock.open, loose=True) if clock else None


@rule("hour", "<run_together>")
def run_together(_: Frame, run: tuple[int, int, bool]) -> Clock | None:
    """ "1030"; what may be a year is one unless "at" stands before it."""
    clock = _clock(*run[:2], exact=run[2])
    return replace(clock, loose=True) if clock and run[0] not in (19, 20) else None


@rule("at_hour", "<hour>")
def hour_after_at(_: Frame, clock: Clock) -> Clock:
    return clock


@rule("at_hour", "<run_together>")
def military_after_at(_: Frame, run: tuple[int, int, bool]) -> Clock | None:
    return _clock(*run[:2], exact=run[2])


@rule("military", "<run_together>")
def leading_zero(_: Frame, run: tuple[int, int, bool]) -> Clock | None:
    """ "0645", which beside a day can be nothing else."""
    return _clock(*run[:2], exact=True) if run[2] and run[0] < 10 else None


@rule("at_hour", "half <int>")
def british_half(_: Frame, hour: int) -> Clock | None:
    return _clock(hour, 30) if 1 <= hour <= 12 else None


@rule("at_hour", "<int> - <int>")
def hyphened(_: Frame, hour: int, minute: int) -> Clock | None:
    return _clock(hour, minute) if minute in (15, 30, 45) and 1 <= hour <= 12 else None


@rule("hour", "<int> <int>")
def spelled(_: Frame, hour: int, minute: int) -> Clock | None:
    return _clock(hour, minute) if minute >= 10 and 1 <= hour <= 12 else None


@rule("at_hour", "<dotted>")
def dotted(_: Frame, shape: tuple[int, int, bool]) -> Clock | None:
    return _clock(shape[0], shape[1], exact=shape[2])


@rule("hour", "<hour_h>", "<clock>")
def marked_hour(_: Frame, clock: Clock) -> Clock:
    return clock


@rule("plain_clock", "<clock_shape> -? ish")
def shape_ish(_: Frame, shape: Clock) -> Clock:
    return shape


@rule("plain_clock", "<int> -? ish")
def hour_ish(_: Frame, hour: int) -> Clock | None:
    return _clock(hour)


# --- instants ---


@rule(
    "moment",
    "(right|just)? now",
    "at (this|the) (present|very)? moment|time",
    "asap",
    "immediately",
    "at present",
)
def right_now(frame: Frame) -> Moment:
    return Moment(instant=frame.now)


@rule("moment", "<iso>")
def iso_moment(frame: Frame, moment: datetime) -> Moment:
    return Moment(instant=moment.replace(tzinfo=frame.now.tzinfo))
