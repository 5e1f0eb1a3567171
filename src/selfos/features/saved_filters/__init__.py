"""Saved filters: lists of tasks that are gone back to by name."""

from selfos.features.saved_filters.records import SavedFilter
from selfos.features.saved_filters.service import actions
from selfos.kernel.feature import Feature

feature = Feature("saved_filters", actions=actions)

__all__ = ["SavedFilter", "feature"]
