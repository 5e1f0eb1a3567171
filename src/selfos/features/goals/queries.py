"""Finding the milestones of goals."""

from collections.abc import Collection, Iterable
from typing import Final
from uuid import UUID

from selfos.features.goals.records import Goal, Milestone
from selfos.kernel.context import Context
from selfos.kernel.errors import NotFound
from selfos.kernel.reading import fetch_records
from selfos.kernel.unit import Unit

_OF_GOALS: Final = "SELECT id FROM milestones WHERE space_id = $1 AND deleted_at IS NULL AND goal_id = ANY($2)"


async def milestones_of(unit: Unit, goal_ids: Collection[UUID]) -> list[Milestone]:
    """The milestones of these goals in their order, as the unit sees them."""
    connection = await unit.connection()
    rows = await connection.fetch(_OF_GOALS, unit.space_id, list(goal_ids))
    mine = [change.record.id for change in unit.changes if isinstance(change.record, Milestone)]
    found = await unit.get_many(Milestone, dict.fromkeys([*(row["id"] for row in rows), *mine]))
    return _in_order(milestone for milestone in found if milestone.goal_id in goal_ids)


async def read_goal(context: Context, goal_id: UUID) -> tuple[Goal, list[Milestone]]:
    """A goal and its milestones in their order, as stored.

    Raises NotFound.
    """
    sealer, space = context.runtime.sealer, context.space_id
    async with context.runtime.database.space(space, read_only=True) as connection:
        goals = await fetch_records(connection, sealer, space, Goal.spec, [goal_id])
        rows = await connection.fetch(_OF_GOALS, space, [goal_id])
        found = await fetch_records(connection, sealer, space, Milestone.spec, [row["id"] for row in rows])
    for goal in goals:
        if isinstance(goal, Goal) and goal.deleted_at is None:
            return goal, _in_order(m for m in found if isinstance(m, Milestone))
    raise NotFound(f"there is no goal with the id {goal_id}")


def _in_order(milestones: Iterable[Milestone]) -> list[Milestone]:
    return sorted(milestones, key=lambda milestone: (milestone.position, milestone.id))
