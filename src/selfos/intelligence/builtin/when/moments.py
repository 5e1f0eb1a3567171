"""A day and a time of day together, in any order: "tomorrow at 5pm", "5pm on friday", "saturday morning at 9"."""

from dataclasses import replace

from .days import AnyDay, Day, fixed
from .grammar import Frame, rule
from .values import Clock, Moment, Part


@rule(
    "at",
    "at|@|around|about|approximately|circa",
    "at|by about|around|approximately|roughly|exactly",
    ", at",
    "for|from",
)
def at(_: Frame) -> bool:
    return True


@rule("tod", "at|@ (about|around|approximately|roughly)? <at_hour>", "around|towards <hour>")
def at_hour(_: Frame, clock: Clock) -> Moment:
    return Moment(clock=clock)


@rule("tod", "{at|for|about|around}? (about|around)? <clock>")
def clock_time(_: Frame, word: str | None, clock: Clock) -> Moment:
    return Moment(clock=replace(clock, loose=clock.loose and word is None))


@rule("tod", "at? <hour> <placed_part>")
def hour_in_part(_: Frame, clock: Clock, part: Part) -> Moment:
    return Moment(clock=replace(clock, loose=False), part=part)


@rule("tod", "<placed_part> <at>? <hour>")
def part_then_hour(_: Frame, part: Part, _at: bool | None, clock: Clock) -> Moment | None:
    return Moment(clock=replace(clock, loose=False), part=part) if _at or not clock.loose else None


@rule("tod", "<lone_part>")
def part_alone(_: Frame, part: Part) -> Moment:
    return Moment(part=part)


@rule("beside_a_day", "<tod>")
def beside(_: Frame, time: Moment) -> Moment:
    return time


@rule("beside_a_day", "<placed_part>")
def part_beside(_: Frame, part: Part) -> Moment:
    return Moment(part=part)


@rule("moment", "<military> on? <any_date>")
def military_and_day(_: Frame, clock: Clock, day: AnyDay) -> Moment | None:
    return None if day.is_period else Moment(day, clock)


@rule("beside_a_day", "<at> <hour>", "<hour_h>", "<military>")
def hour_beside(_: Frame, *captured: Clock) -> Moment:
    return Moment(clock=replace(captured[-1], loose=False))


@rule("moment", "<reckoned>")
def reckoned(_: Frame, moment: Moment) -> Moment:
    return moment


@rule("moment", "<any_date>")
def day_alone(_: Frame, day: AnyDay) -> Moment:
    return Moment(day)


@rule("moment", "<any_date> (,|-|for|the)? <beside_a_day>")
def day_and_time(_: Frame, day: AnyDay, time: Moment) -> Moment | None:
    return None if day.is_period and time.clock else Moment(day).joined(time)


@rule("moment", "<tod>")
def time_alone(_: Frame, time: Moment) -> Moment:
    return time


@rule("moment", "<tod> (,|-|on|of|for)? <any_date>", "<part_of_day> of|on? <any_date>")
def time_and_day(_: Frame, time: Moment | Part, day: AnyDay) -> Moment | None:
    named = Moment(part=time) if isinstance(time, Part) else time
    return None if day.is_period and named.clock else named.joined(Moment(day))


@rule("moment", "<tod> on the? <dom>")
def time_and_day_number(_: Frame, time: Moment, day: int) -> Moment:
    return replace(time, day=Day(day=day))


@rule("moment", "at? <hour> (on|,)? <any_date> <placed_part>")
def hour_day_part(_: Frame, clock: Clock, day: AnyDay, part: Part) -> Moment:
    return Moment(day, replace(clock, loose=False), part)


@rule("moment", "<any_date> <placed_part> <at>? <hour>")
def day_part_hour(_: Frame, day: AnyDay, part: Part, _at: bool | None, clock: Clock) -> Moment | None:
    return Moment(day, replace(clock, loose=False), part) if _at or not clock.loose else None


@rule("moment", "<today_part> <at>? <hour>", "<today_part> ,? <tod>")
def today_part_hour(frame: Frame, part: Part, *captured: Clock | Moment | bool | None) -> Moment | None:
    time = captured[-1]
    if isinstance(time, Moment):
        return replace(time, day=fixed(frame.today), part=part) if time.day is None else None
    if not isinstance(time, Clock) or (time.loose and captured[0] is None):
        return None
    return Moment(fixed(frame.today), replace(time, loose=False), part)


@rule("moment", "at? <hour> ,? <today_part>")
def hour_today_part(frame: Frame, clock: Clock, part: Part) -> Moment:
    return Moment(fixed(frame.today), replace(clock, loose=False), part)
