"""What can be done with goals and milestones, beyond what every record has."""

from typing import Any, Final

from pydantic import Field

from selfos.features.goals.progress import metric_share, progress, tally
from selfos.features.goals.queries import read_goal
from selfos.features.goals.records import Goal, Milestone, MilestoneStatus
from selfos.features.tasks import Task, Work, read_linked
from selfos.kernel.actions import ById, Output
from selfos.kernel.context import Context
from selfos.kernel.crud import crud
from selfos.kernel.fields import Share

actions = crud(Goal.spec)
milestone_actions = crud(Milestone.spec)
_CHANGED: Final[dict[str, Any]] = {"output": Milestone.spec, "raises": (404, 409, 412)}


class MetricProgress(Output):
    """How far a metric of success is between its start and its target."""

    name: str
    progress: Share


class GoalProgress(Output):
    """How far a goal is, and what that is made of. Minutes weigh the work; a task without a duration counts as 30."""

    progress: Share
    tasks: int
    tasks_done: int
    milestones: int
    milestones_done: int
    minutes: int
    minutes_done: int
    metrics: list[MetricProgress]
    next_milestone: Milestone | None = Field(description="The first that is open")
    next_task: Task | None = Field(description="The open one that is due first, else the first in manual order")


@actions.reads("progress", path="/goals/{id}/progress", input=ById, output=GoalProgress, raises=(404,))
async def goal_progress(context: Context, given: ById) -> GoalProgress:
    """How far a goal is, and what comes next."""
    goal, milestones = await read_goal(context, given.id)
    tasks = await read_linked(context, "goal_id", goal.id)
    work = tally(map(Work.of, tasks), milestones)
    waiting = [task for task in tasks if task.status.is_open]
    return GoalProgress(
        progress=progress(goal, work),
        tasks=work.tasks,
        tasks_done=work.tasks_done,
        milestones=work.milestones,
        milestones_done=work.milestones_done,
        minutes=work.minutes,
        minutes_done=work.minutes_done,
        metrics=[MetricProgress(name=metric.name, progress=metric_share(metric)) for metric in goal.success_metrics],
        next_milestone=next((m for m in milestones if m.status is MilestoneStatus.OPEN), None),
        next_task=min(waiting, key=lambda task: (task.due is None, task.due or task.created_at.date()), default=None),
    )


@milestone_actions.writes("complete", path="/milestones/{id}/complete", input=ById, **_CHANGED)
async def complete(context: Context, given: ById) -> Milestone:
    """Mark a milestone as reached."""
    return await _marked(context, given, MilestoneStatus.DONE)


@milestone_actions.writes("reopen", path="/milestones/{id}/reopen", input=ById, **_CHANGED)
async def reopen(context: Context, given: ById) -> Milestone:
    """Mark a milestone as not yet reached."""
    return await _marked(context, given, MilestoneStatus.OPEN)


async def _marked(context: Context, given: ById, status: MilestoneStatus) -> Milestone:
    milestone = await context.unit.get(Milestone, given.id)
    context.check_match(milestone)
    return context.unit.update(milestone, status=status)
