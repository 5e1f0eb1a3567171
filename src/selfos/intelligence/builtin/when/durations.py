"""Amounts of time and the moments reckoned by them: "two and a half hours", "in 3 days", "2 weeks from tomorrow"."""

from datetime import datetime, time, timedelta
from typing import Any

from .days import AnyDay, Fixed, fixed
from .grammar import Frame, rule
from .values import UNITS, Amount, Clock, Lasting, Moment, Range

FRACTIONS = {"half": 0.5, "quarter": 0.25}


@rule("quantity", "<int>", "<decimal>")
def number(_: Frame, value: float) -> float:
    return value


@rule("quantity", "a|an|one")
def one(_: Frame) -> float:
    return 1


@rule("quantity", "<fraction> of? (a|an)?", "<int> and? <fraction>")
def fraction_in_figures(_: Frame, *parts: float) -> float:
    return sum(parts)


@rule("quantity", "{a|one} hundred", "<int> hundred", "<int> hundred and? <int>")
def hundreds(_: Frame, count: int | str, rest: int = 0) -> float:
    return (100 if isinstance(count, str) else 100 * count) + rest


@rule("quantity", "a? couple of?")
def couple(_: Frame) -> float:
    return 2


@rule("quantity", "<int> and? (a|an|one)? {half|quarter} of? (a|an)?", "a|one {half|quarter} of? (a|an)?")
@rule("quantity", "{half|quarter} of? a|an")
def fraction(_: Frame, *captured: Any) -> float | None:
    whole, part = captured if len(captured) == 2 else (0, captured[0])
    return (whole or 0) + FRACTIONS[part]


@rule("quantity", "three -? quarters of? (a|an)?")
def three_quarters(_: Frame) -> float:
    return 0.75


@rule("amount1", "<quantity> <unit>", "<int> - <unit>", "half <unit>", "half - <unit>")
def plain_amount(_: Frame, *captured: Any) -> Amount | None:
    quantity, unit = captured if len(captured) == 2 else (0.5, captured[0])
    return UNITS[unit].times(quantity) if quantity < 100_000 else None


@rule("amount1", "<quantity> <short_unit>")
def short_amount(_: Frame, quantity: float, unit: str) -> Amount | None:
    return UNITS[unit].times(quantity) if quantity < 100_000 else None


@rule("amount1", "<quantity> <unit> and a? {half|quarter}")
def amount_and_a_half(_: Frame, quantity: float, unit: str, part: str) -> Amount:
    return UNITS[unit].times(quantity + FRACTIONS[part])


@rule("lasting", "for? <int> h <int>")
def hours_and_minutes(_: Frame, hours: int, minutes: int) -> Lasting | None:
    return Lasting(Amount(seconds=hours * 3600 + minutes * 60)) if hours < 24 and minutes < 60 else None


@rule("amount", "<amount1>+")
def whole_amount(_: Frame, parts: tuple[Amount, ...]) -> Amount:
    return sum(parts, Amount())


def reckon(frame: Frame, amount: Amount, sign: int = 1, base: AnyDay | None = None) -> Moment | None:
    """A date for days and longer, an instant for hours and minutes."""
    days = base.days(frame) if base else None
    if base and not days:
        return None
    midnight = datetime.combine(days[0], time(), frame.now.tzinfo) if days else None
    moment = amount.after(midnight or frame.now, sign)
    if moment is None:
        return None
    return Moment(instant=moment.replace(microsecond=0)) if amount.by_clock else Moment(day=fixed(moment.date()))


@rule("reckoned", "{in|after|within|+} (about|around|approximately|exactly|another)? <amount>")
@rule("reckoned", "about? <amount> from now|today", "about? <amount> hence|later|out", "<amount> from this day|moment")
@rule("reckoned", "in <amount> (from now)", "in <amount> time")
def ahead(frame: Frame, *captured: Any) -> Moment | None:
    return reckon(frame, captured[-1])


@rule("any_date", "<reckoned>")
def reckoned_day(_: Frame, moment: Moment) -> AnyDay | None:
    return moment.day


@rule("reckoned", "in <int> '")
def primes(frame: Frame, minutes: int) -> Moment | None:
    return reckon(frame, Amount(seconds=60 * minutes))


@rule(
    "reckoned",
    "(about|around|approximately|almost|nearly|over)? <amount> ago|back|earlier|prior",
    "<amount> before now|today",
)
def back(frame: Frame, amount: Amount) -> Moment | None:
    return reckon(frame, amount, -1)


@rule("reckoned", "<amount> from|after|past|following|since the? <date>", "<amount> {before} the? <date>")
def from_a_day(frame: Frame, amount: Amount, *rest: Any) -> Moment | None:
    base: AnyDay = rest[-1]
    sign = -1 if len(rest) == 2 else 1
    if base.is_period:
        return None
    return reckon(frame, amount, sign, base)


@rule("reckoned", "<amount> {before|after|from} <date> at? <clock>")
def from_a_moment(frame: Frame, amount: Amount, way: str, day: AnyDay, clock: Clock) -> Moment | None:
    days = day.days(frame)
    if not days or day.is_period:
        return None
    base = datetime.combine(days[0], time(clock.hours[-1], clock.minute), frame.now.tzinfo)
    moment = amount.after(base, -1 if way == "before" else 1)
    return Moment(instant=moment) if moment else None


@rule("reckoned", "<amount> from|after <clock>", "<amount> {before} <clock>")
def from_a_time(frame: Frame, amount: Amount, *rest: Any) -> Moment | None:
    clock: Clock = rest[-1]
    base = frame.now.replace(hour=clock.hours[-1], minute=clock.minute, second=0, microsecond=0)
    moment = amount.after(base, -1 if len(rest) == 2 else 1)
    if moment is None or not amount.by_clock:
        return None
    return Moment(instant=moment if moment >= frame.now else moment + timedelta(days=1))


@rule("date", "<weekday> ,? <amount> {ago|later|hence}", "<weekday> ,? <amount> {from} now|today|tomorrow")
def weekday_reckoned(frame: Frame, weekday: int, amount: Amount, way: str) -> Fixed | None:
    moment = reckon(frame, amount, -1 if way == "ago" else 1)
    if moment is None or moment.day is None:
        return None
    days = moment.day.days(frame)
    if days is None:
        return None
    return fixed(days[0] + timedelta(days=weekday - days[0].weekday()))


@rule("date", "(in|within)? (the|these)? {next|coming|upcoming|following|last|past|previous} <counted>")
def run_of_days(frame: Frame, way: str, amount: Amount) -> Fixed | None:
    """ "next 3 days" begins tomorrow, "last 2 weeks" ends yesterday."""
    back = way in ("last", "past", "previous")
    end = amount.after(frame.now, -1 if back else 1)
    if end is None or amount.by_clock:
        return None
    day = timedelta(days=1)
    first, last = (end.date(), frame.today - day) if back else (frame.today + day, end.date())
    return Fixed(first, last, whole=True)


@rule("counted", "{hour|minute}")
def single(_: Frame, unit: str) -> Amount:
    return UNITS[unit]


@rule("range", "(in|within|over|for|during)? the? {next|coming|upcoming|last|past|previous} <counted>")
def run_of_hours(frame: Frame, way: str, amount: Amount) -> Range | None:
    back = way in ("last", "past", "previous")
    other = amount.after(frame.now, -1 if back else 1)
    if other is None or not amount.by_clock:
        return None
    start, end = (other, frame.now) if back else (frame.now, other)
    return Range(Moment(instant=start), Moment(instant=end))


@rule("date", "(the|in)? <int> {next|coming|upcoming|following|last|past} <units>")
def counted_run(frame: Frame, count: int, way: str, unit: str) -> Fixed | None:
    return run_of_days(frame, way, UNITS[unit].times(count))


@rule("counted", "<int> <unit>", "{couple} of? <unit>")
def counted(_: Frame, count: int | str, unit: str) -> Amount | None:
    number = 2 if isinstance(count, str) else count
    return UNITS[unit].times(number) if number < 100_000 else None


@rule("lasting", "(for|lasting|takes|during|duration|~)? (about|around|approximately|roughly|exactly|the)? <amount>")
def lasting(_: Frame, amount: Amount) -> Lasting:
    return Lasting(amount)


@rule("lasting", "for? all <unit>", "for? the whole|full|entire <unit>", "<int> '")
def all_of_it(_: Frame, whole: str | int) -> Lasting:
    return Lasting(UNITS[whole] if isinstance(whole, str) else UNITS["minute"].times(whole))


@rule("lasting", "for the? next|coming|following <counted>", "for the? next|coming <unit>")
def lasting_ahead(_: Frame, amount: Amount | str) -> Lasting:
    return Lasting(UNITS[amount] if isinstance(amount, str) else amount, ahead=True)
