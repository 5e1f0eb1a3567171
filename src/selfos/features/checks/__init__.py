"""Checks: what repeats in a person's recent life, told with the words it stands on."""

from selfos.features.checks.records import Insight, InsightStatus
from selfos.features.checks.service import check_actions, insight_actions, jobs, rules, schedule
from selfos.kernel.feature import Feature

feature = Feature("checks", actions=(*check_actions, *insight_actions), jobs=jobs, rules=rules)

__all__ = ["Insight", "InsightStatus", "feature", "schedule"]
