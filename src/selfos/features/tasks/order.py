"""Manual order: each task has a rank, and a task is moved by taking one between those of its new neighbours."""

from typing import Final
from uuid import UUID

from pydantic import Field

from selfos.features.tasks.queries import beside
from selfos.features.tasks.records import Task
from selfos.kernel.actions import ById
from selfos.kernel.errors import Invalid
from selfos.kernel.unit import Unit

_GAP: Final = 1.0
_AT_MOST: Final = 500
"""How many of the following tasks give way where two neighbours leave no room."""


class MoveTask(ById):
    """Where a task goes. What is not named stays as it is."""

    after_id: UUID | None = Field(None, description="The task it comes right after")
    before_id: UUID | None = Field(None, description="The task it comes right before")
    parent_id: UUID | None = Field(None, description="The task it becomes a part of; null for none")
    project_id: UUID | None = Field(None, description="The project it goes into; null for none")


async def placed(unit: Unit, task: Task, wish: MoveTask) -> Task:
    """The task at its new place. Raises Invalid where the neighbour does not exist, or two are named."""
    if wish.after_id and wish.before_id:
        raise Invalid("cannot be given together with after_id", field="before_id")
    name = "after_id" if wish.after_id else "before_id"
    neighbour_id: UUID | None = getattr(wish, name)
    if neighbour_id is None:
        return task
    found = await unit.get_many(Task, [neighbour_id])
    if not found or neighbour_id == task.id:
        raise Invalid("must be another task", field=name)
    if wish.after_id:
        return await _between(unit, task, found[0], await beside(unit, found[0], after=True, but=task.id, limit=1))
    lower = await beside(unit, found[0], after=False, but=task.id, limit=1)
    return await _between(unit, task, lower[0], found) if lower else unit.update(task, rank=found[0].rank - _GAP)


async def _between(unit: Unit, task: Task, lower: Task, upper: list[Task]) -> Task:
    if not upper:
        return unit.update(task, rank=lower.rank + _GAP)
    middle = (lower.rank + upper[0].rank) / 2
    if not lower.rank < middle < upper[0].rank:
        middle = lower.rank + _GAP
        await _make_room(unit, task, lower, middle)
    return unit.update(task, rank=middle)


async def _make_room(unit: Unit, task: Task, lower: Task, taken: float) -> None:
    for one in await beside(unit, lower, after=True, but=task.id, limit=_AT_MOST):
        if one.rank > taken:
            return
        taken += _GAP
        unit.update(one, rank=taken)
