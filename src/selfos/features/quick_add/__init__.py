"""Quick add: a task from one line of words."""

from selfos.features.quick_add.service import actions
from selfos.kernel.feature import Feature

feature = Feature("quick_add", actions=actions)

__all__ = ["feature"]
