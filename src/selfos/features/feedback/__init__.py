"""Feedback: what a person made of what was found, suggested or said, and what is learned from it."""

from selfos.features.feedback.deriving import rules
from selfos.features.feedback.fitting import jobs
from selfos.features.feedback.learning import learning_actions
from selfos.features.feedback.records import Feedback, Subject, Verdict
from selfos.features.feedback.service import feedback_actions
from selfos.kernel.feature import Feature

feature = Feature("feedback", actions=(*feedback_actions, *learning_actions), jobs=jobs, rules=rules)

__all__ = ["Feedback", "Subject", "Verdict", "feature"]
