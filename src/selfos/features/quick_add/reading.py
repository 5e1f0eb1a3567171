"""A line of words as the fields of a task. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from selfos.intelligence.builtin.quickadd import QuickTask, read_line

_UNITS: Final = {"DAILY": "P{}D", "WEEKLY": "P{}W", "MONTHLY": "P{}M", "YEARLY": "P{}Y", "HOURLY": "PT{}H"}


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What a line says of a task; its times are on the clock of `zone`."""

    text: str
    zone: ZoneInfo
    said: QuickTask

    @classmethod
    def of(cls, text: str, now: datetime, zone: ZoneInfo) -> "ReadLine":
        """Read a line at a moment."""
        return cls(text, zone, read_line(text, now, zone))

    @property
    def notes(self) -> str:
        """The line as it was written, unless the title says it all; a backslash only keeps a word from being read."""
        return "" if self.task_values()["title"] in {self.text, self.text.replace("\\", "")} else self.text

    def task_values(self) -> dict[str, Any]:
        """The task's fields but for its project. Where nothing is left for a title, the line itself is it."""
        said = self.said
        repeat_after = span_after_done(said.rrule) if said.rrule and said.after_completion else None
        return {
            "title": said.title or self.text,
            **_point("start", said.start),
            **_point("due", said.due),
            "timezone": self.zone.key if said.start or said.due or said.rrule else None,
            "duration_minutes": said.duration_minutes,
            "rrule": None if repeat_after else said.rrule,
            "repeat_after": repeat_after,
            "priority": said.priority,
            "tags": tuple(dict.fromkeys(tag.lower() for tag in said.tags)),
            "people": said.people,
            "life_areas": said.life_areas,
        }


def _point(name: str, point: date | datetime | None) -> dict[str, Any]:
    """The day, and the moment where a time of day was said."""
    timed = isinstance(point, datetime)
    return {name: point.date() if isinstance(point, datetime) else point, f"{name}_at": point if timed else None}


def span_after_done(rrule: str) -> str | None:
    """The ISO 8601 duration between a completion and the next time of a plain rule; None where it is not plain."""
    parts = dict(part.split("=", 1) for part in rrule.split(";"))
    unit = _UNITS.get(parts.pop("FREQ", ""))
    interval = parts.pop("INTERVAL", "1")
    return unit.format(interval) if unit and not parts else None
