"""Turns rhythms into habits that fit the week, and reckons what they cost in each block of seven days."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from selfos.intelligence.builtin.planning.horizon import Horizon
from selfos.intelligence.builtin.planning.model import HabitPhase, PlannedHabit
from selfos.intelligence.builtin.planning.templates import Rhythm

#: A session of concentrated work tires beyond this, in minutes.
_LONGEST = 90
_DAYS = {
    1: "SA", 2: "TU,TH", 3: "MO,WE,FR", 4: "MO,TU,TH,SA", 5: "MO,TU,WE,TH,FR", 6: "MO,TU,WE,TH,FR,SA",
}  # fmt: skip


def fit(rhythms: Sequence[Rhythm], limit: float, weeks: int) -> tuple[list[Rhythm], list[Rhythm]]:
    """Shortens sessions, makes them fewer, then leaves the last ones out, until no week exceeds `limit` minutes."""
    kept, dropped = list(rhythms), list[Rhythm]()
    while kept and _peak(kept, weeks) > limit:
        shorter = _shorten(kept) or _thin(kept)
        if shorter is None:
            dropped.insert(0, kept.pop())
        else:
            kept = shorter
    return kept, dropped


def sized(rhythm: Rhythm, budget: int) -> Rhythm:
    """A rhythm with a share of the budget, in sessions of its usual length or longer; others stay as they are."""
    wanted = rhythm.share * budget
    if wanted <= rhythm.minutes * rhythm.per_week:
        return rhythm
    times = min(round(wanted / rhythm.minutes), 6)
    minutes = min(int(wanted / times // 5 * 5), max(_LONGEST, rhythm.minutes))
    return replace(rhythm, per_week=times, minutes=minutes, days="")


def habit_of(rhythm: Rhythm, horizon: Horizon) -> PlannedHabit:
    first, last = weeks_of(rhythm, horizon.weeks)
    phases = tuple(
        HabitPhase(_block(horizon, p.first), _block_end(horizon, p.last), p.what, p.minutes)
        for p in rhythm.phases
        if p.first < horizon.weeks
    )
    return PlannedHabit(
        title=rhythm.do,
        why=rhythm.why,
        rrule=_rule(rhythm),
        duration_minutes=rhythm.minutes,
        starts=_block(horizon, first),
        until=_block_end(horizon, last),
        phases=phases,
    )


def load_of(habits: Sequence[PlannedHabit], horizon: Horizon) -> list[int]:
    """Minutes of all habits in each block of seven days, counted by expanding their rules."""
    load = [0] * horizon.weeks
    for habit in habits:
        start = datetime.combine(habit.starts, time())
        for moment in rrulestr(habit.rrule, dtstart=start).between(
            start, datetime.combine(habit.until, time()), inc=True
        ):
            day = moment.date()
            minutes = next(
                (p.duration_minutes for p in habit.phases if p.starts <= day <= p.until), habit.duration_minutes
            )
            load[(day - horizon.starts).days // 7] += minutes
    return load


def weeks_of(rhythm: Rhythm, weeks: int) -> tuple[int, int]:
    """First and last block of a rhythm: blocks, so that one that follows another never shares a week with it."""
    first = min(round(rhythm.begin * weeks), weeks - 1)
    return first, max(min(round(rhythm.end * weeks), weeks) - 1, first)


def _peak(rhythms: Sequence[Rhythm], weeks: int) -> int:
    return max(sum(_weekly(rhythm, week, weeks) for rhythm in rhythms) for week in range(weeks))


def _weekly(rhythm: Rhythm, week: int, weeks: int) -> int:
    first, last = weeks_of(rhythm, weeks)
    if not first <= week <= last:
        return 0
    minutes = next((phase.minutes for phase in rhythm.phases if phase.first <= week <= phase.last), rhythm.minutes)
    return minutes * (rhythm.per_week if rhythm.every == "week" else 1)


def _shorten(rhythms: Sequence[Rhythm]) -> list[Rhythm] | None:
    """Takes five minutes off the session that is furthest above its floor."""
    open_ = [i for i, r in enumerate(rhythms) if not r.phases and r.minutes - 5 >= min(r.floor, r.minutes)]
    if not open_:
        return None
    longest = max(open_, key=lambda i: rhythms[i].minutes / rhythms[i].floor)
    return [replace(r, minutes=r.minutes - 5) if i == longest else r for i, r in enumerate(rhythms)]


def _thin(rhythms: Sequence[Rhythm]) -> list[Rhythm] | None:
    """One day a week less for the most frequent."""
    open_ = [i for i, r in enumerate(rhythms) if not r.phases and r.every == "week" and r.per_week > 1]
    if not open_:
        return None
    busiest = max(open_, key=lambda i: rhythms[i].per_week)
    return [replace(r, per_week=r.per_week - 1, days="") if i == busiest else r for i, r in enumerate(rhythms)]


def _rule(rhythm: Rhythm) -> str:
    days = rhythm.days or _DAYS.get(rhythm.per_week, "")
    if rhythm.every == "month":
        return f"FREQ=MONTHLY;BYDAY=1{days.split(',')[0]}"
    if rhythm.every == "2 weeks":
        return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={days}"
    return "FREQ=DAILY" if rhythm.per_week >= 7 else f"FREQ=WEEKLY;BYDAY={days}"


def _block(horizon: Horizon, week: int) -> date:
    return horizon.starts + timedelta(days=7 * week)


def _block_end(horizon: Horizon, week: int) -> date:
    return min(_block(horizon, week) + timedelta(days=6), horizon.ends)
