"""Search over all records, by words, by meaning and by date words."""

from selfos.features.search.service import actions
from selfos.kernel.feature import Feature

feature = Feature("search", actions=actions)

__all__ = ["feature"]
