"""Goals: what is to be reached, the milestones on the way, and how a goal is broken down."""

from selfos.features.goals.decompose import AppliedPlan
from selfos.features.goals.plans import Plan
from selfos.features.goals.records import Goal, GoalStatus, Milestone, MilestoneStatus
from selfos.features.goals.rules import keep_goals
from selfos.features.goals.service import actions, milestone_actions
from selfos.kernel.feature import Feature

feature = Feature("goals", actions=(*actions, *milestone_actions), rules=(keep_goals,))

__all__ = ["AppliedPlan", "Goal", "GoalStatus", "Milestone", "MilestoneStatus", "Plan", "feature"]
