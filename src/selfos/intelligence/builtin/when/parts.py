"""Parts of the day: "in the morning", "tonight", "after lunch", "end of day", "last night"."""

from .days import DAY, fixed
from .grammar import Frame, rule
from .values import Moment, Part


@rule("part_of_day", "(early|late|mid)? -? (in the)? <part>", "early|late in the <part>", "mid - <part>")
def part_of_day(_: Frame, hours: tuple[int, int]) -> Part:
    return Part(*hours)


@rule("part_of_day", "eod|cob", "the? end of the? (business|work|working)? day", "close of business|play|day")
def end_of_day(_: Frame) -> Part:
    return Part(17, 24)


@rule(
    "meal", "after|before|at|during|over lunch|lunchtime|dinner|dinnertime|breakfast|supper|work|school", "at? bedtime"
)
def meal(_: Frame) -> Part:
    return Part(5, 24)


@rule("placed_part", "(in|during|at|on|by)? (the|this)? <part_of_day>", "<meal>", "in|during the day - ? time")
def placed_part(_: Frame, part: Part) -> Part:
    return part


@rule("lone_part", "in|during the <part_of_day>", "<meal>")
def lone_part(_: Frame, part: Part) -> Part:
    return part


@rule("lone_part", "at|by? eod|cob", "(at|by)? the? end of the? (business|work|working)? day", "close of business|play")
def lone_end(_: Frame) -> Part:
    return Part(17, 24)


@rule("today_part", "(late|early|later)? tonight|tonite", "this night")
def tonight(_: Frame) -> Part:
    return Part(18, 24)


@rule("today_part", "(early|late|later)? this (early|late)? <part>", "today|today's <part>")
def this_part(_: Frame, hours: tuple[int, int]) -> Part:
    return Part(*hours)


@rule("moment", "<today_part>")
def moment_today(frame: Frame, part: Part) -> Moment:
    return Moment(fixed(frame.today), part=part)


@rule("moment", "late? last night")
def last_night(frame: Frame) -> Moment:
    return Moment(fixed(frame.today - DAY), part=Part(18, 24))


@rule("moment", "next|following <part>")
def next_part(frame: Frame, hours: tuple[int, int]) -> Moment:
    return Moment(fixed(frame.today + DAY), part=Part(*hours))
