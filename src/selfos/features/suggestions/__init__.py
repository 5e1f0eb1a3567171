"""Task suggestions: what the engine found to do, until the person has said what becomes of it."""

from selfos.features.suggestions.records import SuggestionStatus, TaskSuggestion
from selfos.features.suggestions.service import actions, jobs, reactions
from selfos.features.suggestions.settle import Proposal, settle, suggestions_of
from selfos.kernel.feature import Feature

feature = Feature("suggestions", actions=actions, jobs=jobs, reactions=reactions)

__all__ = ["Proposal", "SuggestionStatus", "TaskSuggestion", "feature", "settle", "suggestions_of"]
