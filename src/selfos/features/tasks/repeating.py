"""Keeping a series going: completing an occurrence makes the next, taking the completion back takes it back."""

from selfos.features.tasks.queries import linked
from selfos.features.tasks.records import Task, TaskStatus
from selfos.features.tasks.series import carried, days_between, next_values, shifted
from selfos.kernel.unit import Unit


async def following(unit: Unit, task: Task) -> Task | None:
    """The next occurrence of a completed task, if it was made and is still there."""
    if not (task.rrule or task.repeat_after):
        return None
    return next(iter(await linked(unit, "follows_id", {task.id})), None)


async def go_on(unit: Unit, task: Task) -> None:
    """Make the next occurrence, with its parts, unless it is there already or the series ends."""
    values = next_values(task, unit.at)
    if values is None or await following(unit, task) is not None:
        return
    successor = unit.create(Task, **values)
    await _copy_parts(unit, task, successor)


async def take_back(unit: Unit, task: Task) -> None:
    """Delete the next occurrence if nobody has touched it or its parts."""
    successor = await following(unit, task)
    if successor is None:
        return
    made = [successor, *await parts(unit, successor)]
    if all(one.status is TaskStatus.TODO and one.updated_at == one.created_at for one in made):
        for one in made:
            unit.delete(one)


async def parts(unit: Unit, task: Task) -> list[Task]:
    """Everything below a task, however deep, parents first."""
    found: list[Task] = []
    level = [task]
    while level := await linked(unit, "parent_id", {one.id for one in level}):
        found += level
    return found


async def _copy_parts(unit: Unit, task: Task, successor: Task) -> None:
    copies, days = {task.id: successor.id}, days_between(task, successor)
    for part in await parts(unit, task):
        repeats = part.rrule or part.repeat_after
        if part.parent_id in copies and not repeats and part.status is not TaskStatus.CANCELLED:
            values = carried(part) | shifted(part, days) | {"parent_id": copies[part.parent_id]}
            copies[part.id] = unit.create(Task, **values).id
