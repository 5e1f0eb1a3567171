"""What holds of every goal and milestone, whoever writes them: links, completion times, progress."""

from typing import Final
from uuid import UUID

from selfos.features.goals.progress import progress, tally
from selfos.features.goals.queries import milestones_of
from selfos.features.goals.records import Goal, GoalStatus, Milestone, MilestoneStatus
from selfos.features.tasks import Task, work_of
from selfos.kernel.errors import Invalid
from selfos.kernel.links import check_links
from selfos.kernel.unit import Change, Unit

_COUNTED: Final = {"status", "duration_minutes", "goal_id", "milestone_id"}


async def keep_goals(unit: Unit) -> None:
    """Judge what a unit does to goals, and bring the progress of every goal it touches up to date.

    Progress is derived in undos as well. Raises Invalid, naming the field.
    """
    for change in unit.changes:
        if unit.undoes is None and change.op != "delete":
            await _settle(unit, change)
    touched = {goal_id for change in unit.changes for goal_id in _goals_of(change)}
    if touched:
        await _derive_progress(unit, touched)


async def _settle(unit: Unit, change: Change) -> None:
    match change.record:
        case Goal() as goal:
            _stamp(unit, goal, done=goal.status is GoalStatus.COMPLETED)
        case Milestone() as milestone:
            _stamp(unit, milestone, done=milestone.status is MilestoneStatus.DONE)
            await check_links(unit, milestone, change.was, {"goal_id": "goal"})
            if isinstance(change.was, Milestone) and change.was.goal_id != milestone.goal_id:
                raise Invalid("a milestone stays with its goal", field="goal_id")
        case Task() as task if {"milestone_id", "goal_id"} & change.before.keys() or change.op == "create":
            await _check_milestone(unit, task)


def _stamp(unit: Unit, record: Goal | Milestone, *, done: bool) -> None:
    if done != (record.completed_at is not None):
        unit.update(record, completed_at=unit.at if done else None)


async def _check_milestone(unit: Unit, task: Task) -> None:
    if task.milestone_id is None:
        return
    found = await unit.get_many(Milestone, [task.milestone_id], deleted=True)
    if any(milestone.goal_id != task.goal_id for milestone in found):
        raise Invalid("must be a milestone of the task's goal", field="milestone_id")


def _goals_of(change: Change) -> set[UUID]:
    """The goals whose progress a change may move."""
    match change.record:
        case Goal() as goal:
            return {goal.id}
        case Milestone() | Task() if change.op != "update" or _COUNTED & change.before.keys():
            return {i for i in (change.record.goal_id, change.before.get("goal_id")) if i is not None}
    return set()


async def _derive_progress(unit: Unit, goal_ids: set[UUID]) -> None:
    found, milestones = await work_of(unit, goal_ids), await milestones_of(unit, goal_ids)
    for goal in await unit.get_many(Goal, goal_ids, deleted=True):
        work = tally((w for w in found if w.goal_id == goal.id), [m for m in milestones if m.goal_id == goal.id])
        unit.update(goal, progress=progress(goal, work))
