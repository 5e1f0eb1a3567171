"""Two ends: "3-4pm", "between 9:30 and 11 on thursday", "from 13 to 15 July"; and one: "by friday", "until noon"."""

from dataclasses import replace

from .days import AnyDay, Day, fixed
from .grammar import Frame, rule
from .values import Bound, Clock, Moment, Part, Range


@rule("to", "-|to|until|untill|till|til|thru|through", "- >", "up to", "( and )? until|till")
def to(_: Frame) -> bool:
    return True


@rule("to_or_and", "<to>", "and")
def to_or_and(_: Frame, *_to: bool) -> bool:
    return True


# --- within a day ---


@rule("hour_point", "at? (about|around)? <hour>")
def hour_point(_: Frame, clock: Clock) -> Clock:
    return clock


@rule("loose_range", "(from|between|,|at|for)? '? <hour_point> <to> <hour_point> '?")
def loose_range(_: Frame, start: Clock, _to: bool, end: Clock) -> Range:
    return Range(Moment(clock=start), Moment(clock=end))


@rule("loose_range", "(from|,|at)? <clock_shape> <to> <dotted>")
def with_dots(_: Frame, start: Clock, _to: bool, end: tuple[int, int, bool]) -> Range:
    """ "13:00 - 16.00" """
    return Range(Moment(clock=start), Moment(clock=Clock(end[0], end[1], open=not end[2] and 1 <= end[0] <= 12)))


@rule("loose_range", "(from|at)? between '? <hour_point> <to_or_and> <hour_point> '?")
def between(_: Frame, start: Clock, _to: bool, end: Clock) -> Range:
    return Range(Moment(clock=start), Moment(clock=end))


@rule("span", "from <hour_point> <to> <hour_point>", "between <hour_point> <to_or_and> <hour_point>")
def from_to(_: Frame, start: Clock, _to: bool, end: Clock) -> Range:
    return Range(Moment(clock=start), Moment(clock=end))


@rule("span", "<loose_range>")
def clear_range(_: Frame, hours: Range) -> Range | None:
    """ "3-4pm" and "9:30 - 11" are clear; "2 - 3" may be anything."""
    clocks = [moment.clock for moment in (hours.start, hours.end) if moment.clock]
    return None if all(clock.loose for clock in clocks) else hours


@rule("span", "<loose_range> ,? <placed_part>")
def range_in_part(_: Frame, hours: Range, part: Part) -> Range | None:
    return _inside(hours, None, part)


@rule("span", "<any_date> ,? <loose_range>", "<any_date> ,? <placed_part> ,? <loose_range>")
def day_and_range(_: Frame, day: AnyDay, *rest: Part | Range) -> Range | None:
    part, hours = rest if len(rest) == 2 else (None, rest[0])
    return _inside(hours, day, part) if isinstance(hours, Range) and not isinstance(part, Range) else None


@rule("span", "<loose_range> (on|,|of)? (the)? <any_date> <placed_part>?")
def range_and_day(_: Frame, hours: Range, day: AnyDay, part: Part | None) -> Range | None:
    return _inside(hours, day, part)


@rule("span", "<today_part> ,? <loose_range>")
def part_and_range(frame: Frame, part: Part, hours: Range) -> Range | None:
    return _inside(hours, fixed(frame.today), part)


@rule("span", "<loose_range> <today_part>")
def range_and_part(frame: Frame, hours: Range, part: Part) -> Range | None:
    return _inside(hours, fixed(frame.today), part)


def _inside(hours: Range, day: AnyDay | None, part: Part | None) -> Range | None:
    if day and day.is_period:
        return None
    start, end = hours.start, hours.end
    return Range(replace(start, day=day, part=part), replace(end, part=part if not start.part else None))


# --- over days ---


@rule("span", "from? <moment> <to> the? <moment>", "between <moment> <to_or_and> the? <moment>")
def moments(_: Frame, start: Moment, _to: bool, end: Moment) -> Range | None:
    if start.weak or end.weak or (start.has_time != end.has_time and not (start.day or start.instant)):
        return None
    return Range(start, end)


@rule("span", "from? <moment> <to> <hour_point>", "between <moment> <to_or_and> <hour_point>")
def moment_to_hour(_: Frame, start: Moment, _to: bool, end: Clock) -> Range | None:
    return Range(start, Moment(clock=end)) if start.has_time else None


@rule("span", "from? <hour_point> <to> <moment>", "between <hour_point> <to_or_and> <moment>")
def hour_to_moment(_: Frame, start: Clock, _to: bool, end: Moment) -> Range | None:
    return Range(Moment(clock=start), end) if end.clock else None


@rule("span", "from? the? <dom> <to> <named_day>", "between the? <dom> <to_or_and> <named_day>")
def number_to_day(_: Frame, start: int, _to: bool, end: Day) -> Range:
    return Range(Moment(replace(end, day=start)), Moment(end))


@rule("span", "from? the? <dom> <to> the? <dom> (of|in)? (the)? <month_of>")
@rule("span", "between the? <dom> <to_or_and> the? <dom> (of|in)? <month_of>")
def numbers_of_month(_: Frame, start: int, _to: bool, end: int, month: Day) -> Range:
    return Range(Moment(replace(month, day=start)), Moment(replace(month, day=end)))


@rule(
    "span",
    "from? <month_name> the? <dom> <to> the? <dom> ,? <year4>?",
    "between <month_name> <dom> <to_or_and> <dom> ,? <year4>?",
)
def month_and_numbers(_: Frame, month: int, start: int, _to: bool, end: int, year: int | None) -> Range:
    return Range(Moment(Day(year, month, start)), Moment(Day(year, month, end)))


@rule("span", "from? <moment> <to> <ordinal_day>", "between <moment> <to_or_and> <ordinal_day>")
def day_to_ordinal(_: Frame, start: Moment, _to: bool, end: Day) -> Range | None:
    return Range(start, Moment(end)) if start.day and not start.has_time and not start.weak else None


@rule("span", "from? <ordinal_day> <to> <ordinal_day>", "between <ordinal_day> <to_or_and> <ordinal_day>")
def ordinals(_: Frame, start: Day, _to: bool, end: Day) -> Range:
    return Range(Moment(start), Moment(end))


@rule("span", "from? <month_of> <to> <month_of>", "between <month_of> <to_or_and> <month_of>")
def months(_: Frame, start: Day, _to: bool, end: Day) -> Range:
    return Range(Moment(start), Moment(end))


@rule("span", "from? <year> <to> <year>", "between <year> <to_or_and> <year>")
def years(_: Frame, start: int, _to: bool, end: int) -> Range | None:
    return Range(Moment(Day(start)), Moment(Day(end))) if start < end else None


@rule("range", "<span>", "on|in|during|over|the <span>")
def a_range(_: Frame, found: Range) -> Range:
    return found


# --- one end ---


@rule("point", "the? <moment>")
def point(_: Frame, moment: Moment) -> Moment:
    return moment


@rule("point", "<hour_point>")
def point_hour(_: Frame, clock: Clock) -> Moment:
    return Moment(clock=clock)


@rule("point", "<hour_point> (on|,)? <any_date>")
def point_hour_of_day(_: Frame, clock: Clock, day: AnyDay) -> Moment | None:
    return None if day.is_period else Moment(day, replace(clock, loose=False))


@rule("point", "the? <part_of_day>")
def point_part(_: Frame, part: Part) -> Moment:
    return Moment(part=part)


@rule("point", "<year>")
def point_year(_: Frame, year: int) -> Moment:
    return Moment(Day(year))


@rule("point", "the? <ordinal_day>")
def point_ordinal(_: Frame, day: Day) -> Moment:
    return Moment(day)


@rule(
    "bound",
    "due? by|before <point>",
    "due|deadline (on|at|by|:)? <point>",
    "no later than <point>",
    "not after <point>",
    "earlier than <point>",
)
def due(_: Frame, moment: Moment) -> Bound:
    return Bound("due", moment)


@rule("bound", "through|thru <point>")
def through(_: Frame, moment: Moment) -> Bound:
    return Bound("through", moment)


@rule("bound", "up? until|untill|till|til <point>", "(ending|ends|end) (on|at|in|by)? <point>", "up to <point>")
def until(_: Frame, moment: Moment) -> Bound:
    return Bound("until", moment)


@rule("bound", "(starting|beginning|starts|start|begins|commencing|effective|begin) (on|at|from|in)? <point>")
@rule(
    "bound",
    "from|after <point>",
    "as of <point>",
    "later than <point>",
    "from <point> on|onward|onwards|forward",
    "any? time? after <point>",
)
def start(frame: Frame, moment: Moment) -> Bound | None:
    # "from now on" is no date.
    return None if moment.instant == frame.now else Bound("start", moment)


@rule("bound", "(ever)? since <point>")
def since(_: Frame, moment: Moment) -> Bound:
    return Bound("since", moment)
