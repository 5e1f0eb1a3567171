"""Days, times and lists in plain words."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any


def day_of(day: date, today: date) -> str:
    """A day as people say it near by: today, tomorrow, Tuesday, 3 March."""
    away = (day - today).days
    if away in {-1, 0, 1}:
        return ("yesterday", "today", "tomorrow")[away + 1]
    if 1 < away < 7:
        return f"on {day:%A}"
    year = f" {day.year}" if day.year != today.year else ""
    return f"on {day:%A}, {day.day} {day:%B}{year}"


def when_of(values: Mapping[str, Any], local: datetime) -> str:
    """When a task with these fields is due, with a space before it; nothing where it is not said."""
    day = values.get("due") or values.get("start")
    at = values.get("due_at") or values.get("start_at")
    said = ""
    if at:
        moment = datetime.fromisoformat(at).astimezone(local.tzinfo)
        said = f" {day_of(moment.date(), local.date())} at {moment:%H:%M}"
    elif day:
        said = f" {day_of(date.fromisoformat(str(day)), local.date())}"
    return said + (", again and again" if values.get("rrule") else "")


def task_line(task: Mapping[str, Any], local: datetime) -> str:
    """A task on one line."""
    return f"{task['title']}{when_of(task, local)}"
