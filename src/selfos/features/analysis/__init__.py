"""Analysis: what the engine finds in captured thoughts, in the background."""

from selfos.features.analysis.api import actions
from selfos.features.analysis.records import Analysis, Found, analysis_id
from selfos.features.analysis.service import jobs, reactions, rules
from selfos.kernel.feature import Feature

feature = Feature("analysis", actions=actions, jobs=jobs, reactions=reactions, rules=rules)

__all__ = ["Analysis", "Found", "analysis_id", "feature"]
