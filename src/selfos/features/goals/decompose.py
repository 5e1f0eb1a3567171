"""Breaking a goal down: a plan is previewed, and what the person keeps of it is saved as one act."""

import asyncio
from datetime import date, timedelta
from typing import Annotated, Any, Final

from pydantic import Field

from selfos.features.goals.modelled import better_plan
from selfos.features.goals.plans import Plan, preview
from selfos.features.goals.queries import milestones_of, read_goal
from selfos.features.goals.records import Goal, GoalStatus, Milestone, MilestoneStatus
from selfos.features.goals.service import actions
from selfos.features.habits import Habit
from selfos.features.profile import Profile, profile_of
from selfos.features.tasks import PlannedDay, Task
from selfos.intelligence.builtin.planning import GoalBrief, plan
from selfos.kernel import clock
from selfos.kernel.actions import ById, Output
from selfos.kernel.context import Context
from selfos.kernel.errors import Conflict, Invalid
from selfos.kernel.recurrence import wall
from selfos.kernel.unit import Unit

_EXAMPLE: Final = {"minutes_per_week": 180, "target_date": "2027-06-30"}
_READ: Final = 4000
"""Characters of vision and description that are planned from."""
_HORIZON: Final = timedelta(days=3653)
_CLOSED: Final = {GoalStatus.COMPLETED, GoalStatus.ARCHIVED}


class Decompose(ById):
    """The time there is. What is absent is taken from the goal, then from the profile."""

    minutes_per_week: Annotated[int, Field(ge=1, le=10_080)] | None = None
    start: PlannedDay | None = Field(None, description="The first day; today where absent")
    target_date: PlannedDay | None = None


class ApplyPlan(ById):
    """The preview, as it was or edited."""

    plan: Plan


class AppliedPlan(Output):
    """What was saved."""

    goal: Goal
    milestones: list[Milestone]
    tasks: list[Task]
    habits: list[Habit]


@actions.reads(
    "decompose",
    method="POST",
    path="/goals/{id}/decompose",
    input=Decompose,
    output=Plan,
    raises=(404,),
    example=_EXAMPLE,
)
async def decompose(context: Context, given: Decompose) -> Plan:
    """Preview how a goal may be broken down; nothing is saved."""
    goal, milestones = await read_goal(context, given.id)
    profile = await profile_of(context.runtime, context.space_id, context.principal.account_id)
    first, target = given.start or _today(profile), given.target_date or goal.target_date
    _check_horizon(_today(profile), first, target)
    brief = GoalBrief(
        title=goal.title,
        vision="\n".join(text for text in (goal.vision, goal.description) if text)[:_READ],
        today=first,
        target_date=target,
        minutes_per_week=given.minutes_per_week or goal.minutes_per_week or profile.minutes_per_week,
        life_areas=tuple(goal.life_areas),
        milestones=tuple(m.title for m in milestones if m.status is MilestoneStatus.OPEN),
    )
    draft = await asyncio.to_thread(plan, brief, context.runtime.encoder)
    made, found_by = await better_plan(context, brief, draft)
    return preview(made, found_by)


@actions.writes(
    "apply_plan", path="/goals/{id}/decompose/apply", input=ApplyPlan, output=AppliedPlan, raises=(404, 409, 412)
)
async def apply_plan(context: Context, given: ApplyPlan) -> AppliedPlan:
    """Save a plan as one act, undone as one: its milestones, tasks and habits; the goal becomes active."""
    given.plan.check()
    profile = await profile_of(context.runtime, context.space_id, context.principal.account_id)
    unit = context.unit
    goal = await unit.get(Goal, given.id)
    context.check_match(goal)
    if given.plan.id in goal.plans:
        raise Conflict("this plan was applied already", field="plan.id")
    milestones = await _milestones(unit, goal, given.plan)
    return AppliedPlan(
        goal=_activated(unit, goal, given.plan),
        milestones=milestones,
        tasks=_tasks(unit, goal, given.plan, milestones, profile),
        habits=[_habit(unit, goal, habit.model_dump()) for habit in given.plan.habits],
    )


def _today(profile: Profile) -> date:
    return wall(clock.now(), profile.zone).date()


def _check_horizon(today: date, first: date, target: date | None) -> None:
    if not today - timedelta(days=1) <= first <= today + _HORIZON:
        raise Invalid("must be today or a day of the next ten years", field="start")
    if target is not None and target > first + _HORIZON:
        raise Invalid("plans reach ten years ahead; name a nearer day", field="target_date")


def _activated(unit: Unit, goal: Goal, made: Plan) -> Goal:
    return unit.update(
        goal,
        status=goal.status if goal.status in _CLOSED else GoalStatus.ACTIVE,
        target_date=goal.target_date or made.ends,
        minutes_per_week=goal.minutes_per_week or made.minutes_per_week or None,
        plans=(*goal.plans, made.id),
    )


async def _milestones(unit: Unit, goal: Goal, made: Plan) -> list[Milestone]:
    first = max((m.position + 1 for m in await milestones_of(unit, {goal.id})), default=0)
    return [
        unit.create(Milestone, goal_id=goal.id, title=m.title, notes=m.why, due=m.due, position=place)
        for place, m in enumerate(made.milestones, start=first)
    ]


def _tasks(unit: Unit, goal: Goal, made: Plan, milestones: list[Milestone], profile: Profile) -> list[Task]:
    common: dict[str, Any] = {"goal_id": goal.id, "life_areas": goal.life_areas, "timezone": profile.timezone}
    return [
        unit.create(
            Task,
            **task.model_dump(exclude={"milestone"}),
            **common,
            milestone_id=None if task.milestone is None else milestones[task.milestone].id,
        )
        for task in made.tasks
    ]


def _habit(unit: Unit, goal: Goal, values: dict[str, Any]) -> Habit:
    return unit.create(Habit, **values, goal_id=goal.id, life_areas=goal.life_areas)
