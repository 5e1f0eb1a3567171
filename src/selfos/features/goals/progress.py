"""How far a goal is: the formula, and nothing else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from selfos.features.goals.records import Goal, GoalStatus, Metric, Milestone, MilestoneStatus
from selfos.features.tasks import TaskStatus, Work

USUAL_MINUTES: Final = 30
"""What a task without a duration, and a milestone without tasks, weigh."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counted work: how many tasks and milestones, and their weight in minutes."""

    tasks: int
    tasks_done: int
    milestones: int
    milestones_done: int
    minutes: int
    minutes_done: int


def tally(tasks: Iterable[Work], milestones: Sequence[Milestone]) -> Tally:
    """What counts towards a goal.

    A task weighs its duration and is done when it is done or its milestone is. Cancelled tasks do not count, and a
    repeating task counts once, by its first occurrence. A milestone without tasks counts as work of its own.
    """
    reached = {milestone.id for milestone in milestones if milestone.status is MilestoneStatus.DONE}
    counted = [task for task in tasks if task.status is not TaskStatus.CANCELLED and task.follows_id is None]
    done = [task for task in counted if task.status is TaskStatus.DONE or task.milestone_id in reached]
    filled = {task.milestone_id for task in counted}
    bare = [milestone for milestone in milestones if milestone.id not in filled]
    return Tally(
        tasks=len(counted),
        tasks_done=len(done),
        milestones=len(milestones),
        milestones_done=len(reached),
        minutes=_minutes(counted) + USUAL_MINUTES * len(bare),
        minutes_done=_minutes(done) + USUAL_MINUTES * sum(milestone.id in reached for milestone in bare),
    )


def progress(goal: Goal, work: Tally) -> float:
    """From 0 to 1: the share of the work that is done, by weight.

    A completed goal is at 1. A goal without any work is as far as its metrics are on average, each between its start
    and its target.
    """
    if goal.status is GoalStatus.COMPLETED:
        return 1.0
    if work.minutes:
        return round(work.minutes_done / work.minutes, 4)
    return round(fmean(map(metric_share, goal.success_metrics)), 4) if goal.success_metrics else 0.0


def metric_share(metric: Metric) -> float:
    """How far a metric is on its way, 0 to 1."""
    current = metric.start if metric.current is None else metric.current
    if metric.target == metric.start:
        return 1.0 if current == metric.target else 0.0
    return min(1.0, max(0.0, (current - metric.start) / (metric.target - metric.start)))


def _minutes(tasks: Iterable[Work]) -> int:
    return sum(task.duration_minutes or USUAL_MINUTES for task in tasks)
