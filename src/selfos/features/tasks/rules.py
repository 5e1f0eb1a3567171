"""What holds of every task, whoever writes it: days fit moments, links lead somewhere, nothing waits for itself."""

from collections.abc import Callable, Iterable
from typing import Any, Final
from uuid import UUID

from selfos.features.tasks import repeating
from selfos.features.tasks.records import Task, TaskStatus
from selfos.features.tasks.times import agreed
from selfos.identity.spaces import seat_of
from selfos.kernel.errors import Conflict, Invalid, Problem
from selfos.kernel.links import check_links
from selfos.kernel.unit import Change, Unit

_LINKS: Final = {
    "parent_id": "task",
    "project_id": "project",
    "goal_id": "goal",
    "milestone_id": "milestone",
    "thought_id": "thought",
    "suggestion_id": "task_suggestion",
}
"""Which kind each link names; by name, because those features stand on this one."""


async def keep_tasks(unit: Unit) -> None:
    """Complete and judge the tasks of a unit. An undo restores what was kept before and is only judged.

    Raises Invalid or Conflict, naming the field.
    """
    for change in unit.changes:
        if isinstance(change.record, Task) and change.op != "delete" and unit.undoes is None:
            was = change.was
            await _settle(unit, change.record, was if isinstance(was, Task) else None)
    for change in unit.changes:
        if isinstance(change.record, Task) and change.op != "delete":
            await _refuse_cycles(unit, change.record, change)


async def _settle(unit: Unit, task: Task, before: Task | None) -> None:
    if task.rrule and task.repeat_after:
        raise Invalid("a task repeats by a rule or after completion, not both", field="repeat_after")
    if before is not None or task.follows_id is None:  # an occurrence keeps the links of the one before
        await _check_links(unit, task, before)
    was_done = before is not None and before.status is TaskStatus.DONE
    is_done = task.status is TaskStatus.DONE
    values: dict[str, Any] = agreed(task, before)
    if is_done != was_done:
        values["completed_at"] = unit.at if is_done else None
    task = unit.update(task, **values)
    if before is not None and is_done != was_done:
        await (repeating.go_on(unit, task) if is_done else repeating.take_back(unit, task))


async def _check_links(unit: Unit, task: Task, before: Task | None) -> None:
    await check_links(unit, task, before, _LINKS)
    new = set(task.depends_on) - set(before.depends_on if before else ())
    if new and (missing := new - {found.id for found in await unit.get_many(Task, new)}):
        raise Invalid(f"there is no task with the id {min(missing)}", field="depends_on")
    if task.assignee_id is not None and task.assignee_id != getattr(before, "assignee_id", None):
        await _check_member(unit, task.assignee_id)


async def _check_member(unit: Unit, account_id: UUID) -> None:
    try:
        await seat_of(await unit.connection(), account_id, unit.space_id)
    except Problem as error:
        raise Invalid("must be a member of this space", field="assignee_id") from error


async def _refuse_cycles(unit: Unit, task: Task, change: Change) -> None:
    written = change.op in {"create", "restore"}
    if task.depends_on and (written or "depends_on" in change.before):
        await _refuse_cycle(unit, task, "depends_on", lambda one: one.depends_on)
    if task.parent_id and (written or "parent_id" in change.before):
        await _refuse_cycle(unit, task, "parent_id", lambda one: (one.parent_id,) if one.parent_id else ())


async def _refuse_cycle(unit: Unit, task: Task, field: str, ahead: Callable[[Task], Iterable[UUID]]) -> None:
    """Deleted tasks are walked through too, so that restoring one closes no circle."""
    seen: set[UUID] = set()
    frontier = set(ahead(task))
    while frontier:
        if task.id in frontier:
            raise Conflict("this would make a task wait for itself", field=field)
        seen |= frontier
        reached = await unit.get_many(Task, frontier, deleted=True)
        frontier = {i for one in reached for i in ahead(one)} - seen
