"""Tasks as the built-in engine speaks of them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from selfos.intelligence.builtin.talk.items import Item


def item_of(task: Mapping[str, Any], local: datetime) -> Item:
    """A task with these fields; its times on the clock of `local`."""
    day, at = task.get("due") or task.get("start"), task.get("due_at") or task.get("start_at")
    return Item(
        title=task["title"],
        day=date.fromisoformat(day) if day else None,
        at=datetime.fromisoformat(at).astimezone(local.tzinfo) if at else None,
        rrule=task.get("rrule"),
        minutes=task.get("duration_minutes"),
    )
