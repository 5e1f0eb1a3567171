"""What can be done with thoughts."""

from typing import Final

from selfos.features.thoughts.records import Thought
from selfos.kernel.actions import Context
from selfos.kernel.crud import crud
from selfos.kernel.records import Record

FOUND_BY_ENGINE: Final = ("type", "is_actionable", "sentiment", "life_areas", "people", "tags")
"""What the engine fills in; a person's own word on one of these stands for good."""


async def keep_own_word(context: Context, record: Record, before: Record | None) -> Record:
    """Remember which of the engine's fields the person set themselves."""
    now, then = record.__dict__, before.__dict__ if before else _CAPTURED
    own = {name for name in FOUND_BY_ENGINE if name in then and now[name] != then[name]}
    if own <= set(now["corrected"]):
        return record
    return context.unit.update(record, corrected=tuple(sorted(own.union(now["corrected"]))))


# tags given with a capture are no verdict on what the engine may add; all else that is given is
_CAPTURED: Final = {name: Thought.model_fields[name].default for name in FOUND_BY_ENGINE if name != "tags"}

actions = crud(Thought.spec, check=keep_own_word)
