"""Template planning: from a goal, the time there is and the minutes there are, to milestones, tasks and habits."""

from selfos.intelligence.builtin.planning.build import plan
from selfos.intelligence.builtin.planning.model import (
    GoalBrief,
    HabitPhase,
    Plan,
    PlannedHabit,
    PlannedMilestone,
    PlannedTask,
)

__all__ = ["GoalBrief", "HabitPhase", "Plan", "PlannedHabit", "PlannedMilestone", "PlannedTask", "plan"]
