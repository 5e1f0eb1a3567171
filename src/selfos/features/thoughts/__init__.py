"""Thoughts: what a person captures, before anything is made of it."""

from selfos.features.thoughts.records import AnalysisState, Thought, ThoughtType
from selfos.features.thoughts.service import FOUND_BY_ENGINE, actions
from selfos.kernel.feature import Feature

feature = Feature("thoughts", actions=actions)

__all__ = ["FOUND_BY_ENGINE", "AnalysisState", "Thought", "ThoughtType", "feature"]
