"""A running plan: the long run grows by at most a tenth a week, every fourth week is lighter, and a taper ends it.

The rules are those of common beginner plans (ten per cent rule, cut-back weeks, long run at about 70 to 80 % of a half
marathon or marathon, two weeks' taper).
"""

import math
import re
from collections.abc import Sequence
from itertools import groupby

from selfos.intelligence.builtin.planning.progress import Context, Progress
from selfos.intelligence.builtin.planning.templates import Phase, Rhythm, Stage

#: Minutes a kilometre at a pace at which a beginner can still talk, walking breaks included.
_PACE = 7.0
_GROWTH = 1.10


def running(context: Context) -> Progress:
    """Long runs, short runs and strength within the minutes there are, and the milestones they lead to."""
    race = race_km(context)
    weeks = context.horizon.weeks
    longest = min(_peak(race), context.horizon.budget * 0.6 / _PACE)
    distances = long_runs(_first(race, context.text, longest), longest, weeks)
    easy = [_easy_minutes(distance, week, weeks, context.horizon.budget) for week, distance in enumerate(distances)]
    rhythms = (
        _rhythm(
            "Long run, slow enough to talk",
            "SU",
            [(f"{km:g} km, about {_minutes(km)} min", _minutes(km)) for km in distances],
        ),
        _rhythm("Easy run", "TU,TH", [(f"{minutes} min easy, walk when you need to", minutes) for minutes in easy]),
    )
    return Progress(_stages(distances, context), rhythms, _notes(distances), _warnings(race, distances, context))


def race_km(context: Context) -> float:
    """The distance the goal names, 10 km if none."""
    text = context.text.lower()
    if "half" in text and "marathon" in text:
        return 21.1
    if "ultra" in text:
        return 50.0
    if "marathon" in text:
        return 42.2
    if "parkrun" in text:
        return 5.0
    found = re.search(r"\b(\d+(?:\.\d+)?)\s?(?:k|km|kilomet\w+)\b", text)
    miles = re.search(r"\b(\d+)\s?-?miles?\b", text)
    if found:
        return float(found[1])
    return float(miles[1]) * 1.6 if miles else 10.0


def long_runs(first: float, longest: float, weeks: int) -> list[float]:
    """Kilometres of the long run of each week; both ends of the taper are shorter than any week before it."""
    taper = 2 if weeks >= 8 else 1 if weeks >= 3 else 0
    build = max(weeks - taper, 1)
    steps = max(build - 1 - build // 4, 1)
    growth = min(_GROWTH, max((longest / first) ** (1 / steps), 1.0))
    distances: list[float] = []
    reached = first
    for week in range(build):
        lighter = week % 4 == 3 and week < build - 1
        distances.append(_half(reached * 0.75 if lighter else reached))
        reached = reached if lighter else min(reached * growth, longest)
    top = max(distances)
    return (distances + [_half(top * part) for part in (0.6, 0.35)[2 - taper :]])[:weeks]


def _first(race: float, text: str, longest: float) -> float:
    """Where a careful beginner starts; someone who names what they run already starts there."""
    already = re.search(
        r"(?:already|now|currently|can|never|usually|i) r[au]n (?:about |more than |up to )?(\d+(?:\.\d+)?)\s?k",
        text,
        re.IGNORECASE,
    )
    beginner = re.search(r"couch|never run|don'?t run|not a runner|from zero|out of breath|unfit", text, re.IGNORECASE)
    start = float(already[1]) if already else 2.0 if beginner or race <= 5 else 3.0 if race <= 10 else 5.0
    return max(min(start, longest), 1.0)


def _peak(race: float) -> float:
    return race if race <= 10 else race * 0.8 if race <= 25 else min(race * 0.73, 32.0)


def _easy_minutes(distance: float, week: int, weeks: int, budget: int) -> int:
    """What the long run leaves, between ten and forty minutes, growing with the plan."""
    wanted = 20 + 20 * week / max(weeks - 1, 1)
    left = (budget * 0.82 - _minutes(distance)) / 2
    return max(int(min(wanted, left) // 5 * 5), 5)


def _rhythm(title: str, days: str, weekly: Sequence[tuple[str, int]]) -> Rhythm:
    phases: list[Phase] = []
    for (what, minutes), run in groupby(enumerate(weekly), key=lambda item: item[1]):
        numbers = [number for number, _ in run]
        phases.append(Phase(numbers[0], numbers[-1], what, minutes))
    return Rhythm(
        do=title, per_week=days.count(",") + 1, days=days, minutes=max(p.minutes for p in phases), phases=tuple(phases)
    )


def _stages(distances: Sequence[float], context: Context) -> tuple[Stage, ...]:
    top = max(distances)
    stages = []
    for share in (0.5, 0.75, 1.0):
        week = next(week for week, km in enumerate(distances) if km >= top * share - 0.3)
        title = f"Long run of {distances[week]:g} km done{', the longest before the day' if share == 1.0 else ''}"
        stages.append(
            Stage(
                title=title,
                at=context.horizon.week_share(week),
                why="Built up gently, so joints and tendons keep pace with breath.",
            )
        )
    return tuple({stage.title.split(" done")[0]: stage for stage in stages}.values())


def _notes(distances: Sequence[float]) -> tuple[str, ...]:
    line = ", ".join(f"{km:g}" for km in distances)
    build = (
        f"Long run by week, in km: {line}. It grows by at most a tenth, each fourth week is lighter, and the last "
        "weeks taper off."
    )
    rest = (
        "The days between runs are rest days. Pain that changes how you run, or lasts beyond two days: stop, rest, and "
        "see a physiotherapist before going on."
    )
    return build, rest


def _warnings(race: float, distances: Sequence[float], context: Context) -> tuple[str, ...]:
    reached = max(distances)
    if reached >= _peak(race) * 0.93:
        return ()
    weeks = math.ceil(math.log(_peak(race) / reached) / math.log(_GROWTH) * 4 / 3)
    warning = (
        f"In {context.horizon.weeks} weeks with {context.horizon.budget} minutes a week a careful build reaches "
        f"{reached:g} km, less than the {_peak(race):.0f} km wished for before a race of {race:g} km. About {weeks} "
        f"weeks more, or a race of about {reached / 0.8:.0f} km, would be safe; else plan long walking breaks."
    )
    return (warning,)


def _minutes(km: float) -> int:
    return max(round(km * _PACE / 5) * 5, 5)


def _half(km: float) -> float:
    return max(round(km * 2) / 2, 0.5)
