"""What can be done with tasks, beyond what every record has."""

from typing import Any, Final
from uuid import UUID

from pydantic import Field

from selfos.features.tasks import order
from selfos.features.tasks.queries import read_linked
from selfos.features.tasks.records import PlannedDay, Task, TaskStatus
from selfos.features.tasks.repeating import following, parts
from selfos.features.tasks.rules import keep_tasks
from selfos.features.tasks.series import ANCHORS, first_day, nominal, shifted
from selfos.kernel.actions import ById, Input, Output
from selfos.kernel.context import Context
from selfos.kernel.crud import MAX_BULK, crud
from selfos.kernel.errors import Conflict, NotFound
from selfos.kernel.records import Record
from selfos.kernel.unit import Unit


async def _replanned(context: Context, record: Record, before: Record | None) -> Record:
    """A person who sets a date or a rule anew begins the series anew; postponing has an action of its own."""
    if before is None or all(getattr(record, name) == getattr(before, name) for name in ANCHORS):
        return record
    return context.unit.update(record, occurrence=None)


actions = crud(Task.spec, check=_replanned)
_CHANGED: Final[dict[str, Any]] = {"output": Task.spec, "raises": (404, 409, 412)}


class CompleteTask(ById):
    """A task that is done."""

    force: bool = Field(False, description="Even where it depends on tasks that are still open")
    with_subtasks: bool = Field(False, description="Its open subtasks are done as well")


class Completion(Output):
    """What completing a task brought about."""

    task: Task
    next: Task | None = Field(description="The next occurrence, where it repeats")
    subtasks: list[Task] = Field(description="Subtasks that were completed along with it")


class CompleteTasks(Input):
    """Several tasks that are done."""

    ids: tuple[UUID, ...] = Field(min_length=1, max_length=MAX_BULK)
    force: bool = Field(False, description="Even those that depend on tasks which stay open")
    with_subtasks: bool = False


class Completions(Output):
    """What each completion brought about."""

    items: list[Completion]


class SnoozeTask(ById):
    """A task put off."""

    to: PlannedDay = Field(description="The new day; clock times stay, a start moves along")


class Dependency(ById):
    """A task and another one that must be done before it."""

    depends_on: UUID


@actions.writes(
    "complete",
    path="/tasks/{id}/complete",
    input=CompleteTask,
    output=Completion,
    raises=(404, 409, 412),
    example={"with_subtasks": True},
)
async def complete(context: Context, given: CompleteTask) -> Completion:
    """Complete a task; where it repeats, the next occurrence is made."""
    task = await context.unit.get(Task, given.id)
    context.check_match(task)
    (done,) = await _completed(context.unit, [task], given)
    return done


@actions.writes("complete_many", path="/tasks/complete", input=CompleteTasks, output=Completions, raises=(404, 409))
async def complete_many(context: Context, given: CompleteTasks) -> Completions:
    """Complete several tasks as one act."""
    tasks = await context.unit.get_many(Task, dict.fromkeys(given.ids))
    if missing := set(given.ids) - {task.id for task in tasks}:
        raise NotFound("some of the tasks do not exist; nothing was changed", extra={"ids": sorted(missing)})
    return Completions(items=await _completed(context.unit, tasks, given))


async def _completed(unit: Unit, tasks: list[Task], wish: CompleteTask | CompleteTasks) -> list[Completion]:
    below = {t.id: [p for p in await parts(unit, t) if p.status.is_open] if wish.with_subtasks else [] for t in tasks}
    everything = {one.id: one for task in tasks for one in (task, *below[task.id])}
    if not wish.force:
        await _refuse_blocked(unit, everything)
    for one in everything.values():
        unit.update(one, status=TaskStatus.DONE)
    await keep_tasks(unit)  # makes the next occurrences, which are part of the answer
    final = {c.record.id: c.record for c in unit.changes if isinstance(c.record, Task)}
    return [
        Completion(
            task=final.get(task.id, task),
            next=await following(unit, final.get(task.id, task)),
            subtasks=[final[part.id] for part in below[task.id]],
        )
        for task in tasks
    ]


async def _refuse_blocked(unit: Unit, tasks: dict[UUID, Task]) -> None:
    wanted = {i for task in tasks.values() if task.status.is_open for i in task.depends_on} - set(tasks)
    open_ones = [task.id for task in await unit.get_many(Task, sorted(wanted)) if task.status.is_open]
    if open_ones:
        detail = "it depends on tasks that are still open; complete those first, or force it"
        raise Conflict(detail, extra={"blocked_by": open_ones})


@actions.writes("reopen", path="/tasks/{id}/reopen", input=ById, **_CHANGED)
async def reopen(context: Context, given: ById) -> Task:
    """Open a completed or cancelled task again; an untouched next occurrence is taken back."""
    task = await _task(context, given.id)
    return task if task.status.is_open else context.unit.update(task, status=TaskStatus.TODO)


@actions.writes("cancel", path="/tasks/{id}/cancel", input=ById, **_CHANGED)
async def cancel(context: Context, given: ById) -> Task:
    """Cancel a task; where it repeats, the series ends."""
    return context.unit.update(await _task(context, given.id), status=TaskStatus.CANCELLED)


@actions.writes("snooze", path="/tasks/{id}/snooze", input=SnoozeTask, example={"to": "2026-12-01"}, **_CHANGED)
async def snooze(context: Context, given: SnoozeTask) -> Task:
    """Postpone a task to a day; where it repeats, the series stays where it was."""
    task = await _task(context, given.id)
    old = first_day(task)
    if old is None:
        return context.unit.update(task, due=given.to)
    meant = nominal(task) if task.rrule else None
    return context.unit.update(task, occurrence=meant, **shifted(task, given.to - old))


@actions.writes("move", path="/tasks/{id}/move", input=order.MoveTask, **_CHANGED)
async def move(context: Context, given: order.MoveTask) -> Task:
    """Put a task elsewhere: after or before another one, under a parent, into a project."""
    task = await _task(context, given.id)
    links = {name: getattr(given, name) for name in ("parent_id", "project_id") if name in given.model_fields_set}
    return await order.placed(context.unit, context.unit.update(task, **links), given)


@actions.writes("add_dependency", path="/tasks/{id}/dependencies", input=Dependency, **_CHANGED)
async def add_dependency(context: Context, given: Dependency) -> Task:
    """Make a task wait for another one."""
    task = await _task(context, given.id)
    return context.unit.update(task, depends_on=(*task.depends_on, given.depends_on))


@actions.writes(
    "remove_dependency", method="DELETE", path="/tasks/{id}/dependencies/{depends_on}", input=Dependency, **_CHANGED
)
async def remove_dependency(context: Context, given: Dependency) -> Task:
    """Make a task no longer wait for another one."""
    task = await _task(context, given.id)
    return context.unit.update(task, depends_on=tuple(i for i in task.depends_on if i != given.depends_on))


@actions.reads("subtasks", path="/tasks/{id}/subtasks", input=ById, output=[Task.spec])
async def subtasks(context: Context, given: ById) -> list[Task]:
    """The direct parts of a task, in manual order."""
    return await read_linked(context, "parent_id", given.id)


async def _task(context: Context, task_id: UUID) -> Task:
    task = await context.unit.get(Task, task_id)
    context.check_match(task)
    return task
