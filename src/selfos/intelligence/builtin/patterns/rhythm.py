"""How a person's day is divided: it begins at four in the morning, for one o'clock still belongs to the evening."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from selfos.intelligence.builtin.patterns.model import ThoughtView

#: Comparing each with each grows by the square; few people write as much in two months.
_MOST = 2500
DAY_BEGINS = timedelta(hours=4)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PARTS = ("morning", "afternoon", "evening", "night")


def life_day(moment: datetime) -> date:
    """The day a local moment belongs to as it is lived."""
    return (moment - DAY_BEGINS).date()


def part_of_day(moment: datetime) -> str:
    """Morning from four, afternoon from noon, evening from five, night from ten to four, local time."""
    hour = moment.hour
    if 4 <= hour < 12:
        return "morning"
    if 12 <= hour < 17:
        return "afternoon"
    return "evening" if 17 <= hour < 22 else "night"


def said_of_part(part: str) -> str:
    return "at night" if part == "night" else f"in the {part}"


def recent(thoughts: Iterable[ThoughtView], now: datetime, span: timedelta) -> list[ThoughtView]:
    """Those of the time before `now`, oldest first; of very many the latest, so that a look stays short."""
    within = [thought for thought in thoughts if now - span <= thought.captured_at <= now]
    return sorted(within, key=lambda thought: thought.captured_at)[-_MOST:]
