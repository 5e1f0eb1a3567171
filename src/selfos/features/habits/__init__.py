"""Habits: what is done again and again."""

from selfos.features.habits.records import Habit, HabitStatus, Phase, Phases
from selfos.features.habits.service import actions, keep_habits
from selfos.kernel.feature import Feature

feature = Feature("habits", actions=actions, rules=(keep_habits,))

__all__ = ["Habit", "HabitStatus", "Phase", "Phases", "feature"]
