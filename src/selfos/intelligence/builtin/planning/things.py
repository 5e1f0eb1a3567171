"""Named things to finish ("paint the fence, sort the loft"): how big each is and which needs dry weather."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from selfos.intelligence.builtin.planning.facts import to_you
from selfos.intelligence.builtin.planning.horizon import Horizon
from selfos.intelligence.builtin.planning.templates import Stage, Step


@dataclass(frozen=True, slots=True)
class _Size:
    pattern: str
    minutes: int
    prepare: str


_SIZES = (
    _Size(
        r"^(?:write|reply|answer)\b.*\b(?:novel|book|thesis|dissertation)",
        600,
        "open it and write down the next three scenes or sections",
    ),
    _Size(r"^(?:write|reply|answer|thank|apologi[sz]e|tell|ask)\b", 40, ""),
    _Size(
        r"^(?:call|phone|ring|email|mail|book|pay|cancel|renew|send|return|post|register|transfer|sign|buy|invite|meet"
        r"|check|wire)\b",
        25,
        "",
    ),
    _Size(
        r"^(?:fix|repair|mend|hang|replace|sew|hem|frame|oil|mount|assemble|wash|change|print|back|upload|update"
        r"|install)\b",
        90,
        "look at it, and list tools and parts you lack",
    ),
    _Size(
        r"^(?:sort|declutter|clear|clean|tidy|organi[sz]e|digiti[sz]e|scan|empty)\b",
        360,
        "look in for ten minutes, divide it into zones, and get boxes for keep, give away, throw away",
    ),
    _Size(
        r"^(?:paint|build|sand|varnish|tile|plaster|insulate|refinish|restore|make|knit)\b",
        300,
        "look at it, measure, and list what to buy",
    ),
    _Size(r"^(?:plant|prune|mow|dig)\b", 180, "walk round it and list tools and plants you need"),
    _Size(
        r"^(?:read|finish|edit|record|learn|apply|file|plan)\b",
        300,
        "find where you stopped and note the next two steps",
    ),
)
_DEFAULT = _Size("", 120, "look at it and write down the first two moves")
_OUTDOOR = re.compile(
    r"\b(?:fence|shed|gate|deck|patio|garden|hedge|lawn|gutters?|roof|facade|outside|garage door|greenhouse|allotment"
    r"|trees?|plant|prune|mow)\b",
    re.IGNORECASE,
)
#: By whether it is the dry half of the year, as in the north.
_SEASON = {
    True: "Outdoor work comes early, before the wet and cold months; if the weather forbids it, it moves to spring.",
    False: "Outdoor work waits for dry, mild days (in the north from about April); prepare it now.",
}
_WEATHER = {
    True: "Choose two dry days in a row above 10 °C. If it is wet or cold by then, move it to next spring.",
    False: "Choose two dry days in a row above 10 °C; not in wet or frost, however the date stands.",
}


def minutes(listed: Sequence[str]) -> int:
    """What all of it takes, preparation included."""
    return sum(_size(thing).minutes + 20 for thing in listed)


def stages(listed: Sequence[str], horizon: Horizon) -> list[Stage]:
    """A stage for each thing: the shortest first, then outdoor work while the season lasts, then by size.

    Outdoor work that has to wait for spring ends in April if the plan reaches so far, else at its end.
    """
    dry = _dry_season(horizon.starts)
    order = sorted(listed, key=lambda thing: (_size(thing).minutes > 60, dry != _outdoor(thing), _size(thing).minutes))
    total = sum(_size(thing).minutes for thing in order)
    done = 0
    result = []
    for thing in order:
        done += _size(thing).minutes
        at = max(done / total, 0.08)
        at = at if dry or not _outdoor(thing) else _spring(horizon)
        result.append(_stage(thing, at, _dry_days(horizon.starts) if dry else None))
    return result


def _stage(thing: str, at: float, within: int | None) -> Stage:
    size, name, outdoor, dry = _size(thing), to_you(thing), _outdoor(thing), within is not None
    sessions = "Stop when the time is up; what is left waits for the next session." if size.minutes > 120 else ""
    first = [Step(do=f"{name}: {size.prepare}", minutes=20, priority=2, within=within and 5)] if size.prepare else []
    work = Step(
        do=name,
        note=_WEATHER[dry] if outdoor else sessions,
        minutes=size.minutes,
        priority=2 if outdoor else 3,
        energy=2 if size.minutes < 60 else 4,
    )
    return Stage(
        title=f"Done: {name}",
        at=at,
        why=_SEASON[dry] if outdoor else "",
        within=within if outdoor else None,
        steps=(*first, work),
    )


def _size(thing: str) -> _Size:
    return next((size for size in _SIZES if re.search(size.pattern, thing, re.IGNORECASE)), _DEFAULT)


def _outdoor(thing: str) -> bool:
    return _OUTDOOR.search(thing) is not None


def _dry_season(today: date) -> bool:
    return 4 <= today.month <= 9


def _dry_days(today: date) -> int:
    """Days in which outdoor work is to be done: six weeks, fewer towards October, but never less than three weeks."""
    return max(21, min(42, (date(today.year, 10, 10) - today).days))


def _spring(horizon: Horizon) -> float:
    """The share of the working time at which the next late April lies."""
    april = date(horizon.starts.year + (horizon.starts.month > 4), 4, 25)
    return min((april - horizon.starts).days / max(horizon.work_days - 1, 1), 1.0)
