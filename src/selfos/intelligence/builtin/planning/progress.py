"""Progressions computed by code: what grows from week to week, and whether the time there is suffices."""

import math
import re
from dataclasses import dataclass

from selfos.intelligence.builtin.planning.facts import Facts
from selfos.intelligence.builtin.planning.horizon import Horizon, say
from selfos.intelligence.builtin.planning.templates import Phase, Rhythm, Stage, Template


@dataclass(frozen=True, slots=True)
class Context:
    horizon: Horizon
    facts: Facts
    template: Template
    text: str


@dataclass(frozen=True, slots=True)
class Progress:
    """What a progression adds to its template."""

    stages: tuple[Stage, ...] = ()
    rhythms: tuple[Rhythm, ...] = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def saving(context: Context) -> Progress:
    """An amount of money in equal monthly parts, with milestones at each quarter."""
    money = max(context.facts.money, key=lambda found: found.amount, default=None)
    months = max(((context.horizon.ends - context.horizon.starts).days + 1) / 30.4, 1.0)
    if money is None:
        note = (
            "You named no amount. Set one in the first step; divided by the months it says what goes aside each month."
        )
        return Progress(notes=(note,))
    sign = money.text[0] if not money.text[0].isdigit() else ""
    unit = "" if sign else " " + money.text.split()[-1]
    monthly = _round_up(money.amount / months)
    stages = tuple(
        Stage(
            title=f"{sign}{money.amount * quarter / 4:,.0f}{unit} of {money.text} reached",
            at=quarter / 4 if quarter < 4 else 1.0,
            why=f"At about {sign}{monthly:,}{unit} a month this is where the sum should stand.",
        )
        for quarter in (1, 2, 3)
    )
    note = (
        f"{money.text} over {months:.0f} months is about {sign}{monthly:,}{unit} a month "
        f"({sign}{_round_up(monthly / 4.345):,}{unit} a week). If your budget does not give that, lower the sum or "
        "move the date rather than borrow for it."
    )
    return Progress(stages=stages, notes=(note,))


def writing(context: Context) -> Progress:
    """Words per week for a first draft over the first part of the time, with milestones at each quarter of it."""
    setting = context.template.settings
    asked = context.facts.quantity("word")
    words = asked.number if asked else setting["words"]
    share, per_minute = setting["draft_share"], setting["words_per_minute"]
    weeks = max(math.floor(context.horizon.work_weeks * share), 1)
    possible = context.horizon.budget * context.template.habit_share * per_minute * weeks
    weekly = _round_up(words / weeks)
    stages = tuple(
        Stage(
            title=f"{words * quarter / 4:,.0f} words of the draft stand",
            at=share * quarter / 4,
            why="Unpolished on purpose: the draft is for finding the whole, the revision for making it good.",
        )
        for quarter in (1, 2, 3, 4)
    )
    notes = (f"{words:,.0f} words over {weeks} weeks of drafting is about {weekly:,} a week.",)
    if possible >= words:
        return Progress(stages, notes=notes)
    need = math.ceil(words / (per_minute * weeks * context.template.habit_share))
    warning = (
        f"At a usual {per_minute * 60:.0f} words an hour, {context.horizon.budget} minutes a week give about "
        f"{possible:,.0f} words by the end of drafting; {words:,.0f} would need about {need} minutes a week. "
        "Aim for a shorter draft, a later date, or more time."
    )
    return Progress(stages, notes=notes, warnings=(warning,))


def counting(context: Context) -> Progress:
    """So many of a thing (dinners, books, songs), evenly spread, with milestones on the way."""
    setting = context.template.settings
    found = context.facts.quantity()
    total = max(int(found.number if found else setting["count"]), 1)
    unit = found.unit if found else context.template.default_subject
    days = max(context.horizon.work_days, 1)
    pace = f"about one every {_pace(days / max(total, 1))}"
    notes = (f"{total} {unit} in {days / 7:.0f} weeks is {pace}.",)
    marks = sorted({max(math.ceil(total * part / 4), 1) for part in (1, 2, 3)} - {total})
    begin = setting.get("begin", 0.0)
    stages = tuple(
        Stage(title=f"{mark} of {total} {unit}", at=begin + (1 - begin) * mark / total, why=f"Tick them off; {pace}.")
        for mark in marks
    )
    return Progress(stages, notes=notes)


def endurance(context: Context) -> Progress:
    """The week's long effort (ride, hike, swim), a tenth longer at most each week, lighter every fourth."""
    weeks = context.horizon.weeks
    longest = max(min(context.horizon.budget * 0.6, 240.0), 10.0)
    minutes, reached = [], max(longest * 0.35, 10.0)
    for week in range(weeks):
        easy = week % 4 == 3 or week == weeks - 1
        minutes.append(max(round(reached * (0.6 if easy else 1.0) / 5) * 5, 5))
        reached = reached if easy else min(reached * 1.1, longest)
    phases = tuple(Phase(week, week, f"{length} minutes, easy pace", length) for week, length in enumerate(minutes))
    top = max(minutes)
    half = next(week for week, length in enumerate(minutes) if length >= top * 0.6)
    stages = (
        Stage(title=f"{minutes[half]} minutes at a stretch without hurry", at=context.horizon.week_share(half)),
        Stage(title=f"{top} minutes at a stretch", at=context.horizon.week_share(minutes.index(top))),
    )
    rhythm = Rhythm(do=context.template.default_subject, days="SU", minutes=top, phases=phases)
    return Progress(stages if half != minutes.index(top) else stages[1:], (rhythm,))


def fluency(context: Context) -> Progress:
    """Whether the hours there are match the word "fluent": 600 to 2,200 of study (US Foreign Service Institute)."""
    hours = context.horizon.budget * context.horizon.weeks / 60
    if not re.search(r"\bfluent|\bperfect|\bbilingual|\bmaster", context.text, re.IGNORECASE) or hours >= 600:
        return Progress()
    reach = "simple talk about daily life" if hours >= 100 else "greetings, food, the way, and a smile"
    warning = (
        "Fluent takes about 600 to 2,200 hours of study, depending on how far the language is from yours (US Foreign "
        f"Service Institute); until {say(context.horizon.ends)} you have about {hours:.0f}. That is enough for "
        f"{reach}; this plan aims at that, and for more take a later date."
    )
    return Progress(warnings=(warning,))


def weight(context: Context) -> Progress:
    """Weight lost at about half a kilo a week; health services (NHS, CDC) call 0.5 to 1 kg safe without a doctor."""
    found = context.facts.quantity("kg", "kilo", "lb", "pound", "stone")
    if found is None:
        return Progress(notes=("A safe pace is about half a kilo (a pound) a week; slower is fine and lasts better.",))
    kilos = found.number * (
        0.45 if "lb" in found.unit or "pound" in found.unit else 6.35 if "stone" in found.unit else 1
    )
    pace = kilos / max(context.horizon.weeks, 1)
    stages = (
        Stage(
            title=f"A first {found.number / 3:.0f} of {found.text} gone, or the same weight with a smaller waist",
            at=0.4,
        ),
    )
    if pace <= 0.7:
        return Progress(
            stages,
            notes=(
                f"{found.text} by then is about {pace:.1f} kg a week: within what is safe (up to about 0.5 to 1 kg).",
            ),
        )
    weeks = math.ceil(kilos / 0.5)
    warning = (
        f"{found.text} by {say(context.horizon.ends)} would be {pace:.1f} kg a week, faster than is safe. At half a "
        f"kilo a week it takes about {weeks} weeks; aim for about {context.horizon.weeks * 0.5:.0f} kg by then and go "
        "on, and speak with a doctor before anything faster."
    )
    return Progress(warnings=(warning,))


def _pace(days: float) -> str:
    if days < 6:
        return f"{max(days, 1):.0f} days"
    return "week" if days < 10 else f"{days / 7:.0f} weeks" if days < 50 else f"{days / 30.4:.0f} months"


def _round_up(amount: float) -> int:
    """To the next 5, or the next 50 above a thousand: plans with odd pennies are not kept better."""
    step = 50 if amount > 1000 else 5
    return max(math.ceil(amount / step) * step, step)
