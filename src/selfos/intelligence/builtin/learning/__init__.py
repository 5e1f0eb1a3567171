"""Learning from what a person made of earlier findings: how sure to be, and what is welcome. Pure functions."""

from selfos.intelligence.builtin.learning.calibration import IDENTITY, Fit, Judgement, fitted
from selfos.intelligence.builtin.learning.ranking import Reason, Taste, Verdict, promise, taste_of
from selfos.intelligence.builtin.learning.reliability import Bin, Reliability, Score, reliability

__all__ = [
    "IDENTITY",
    "Bin",
    "Fit",
    "Judgement",
    "Reason",
    "Reliability",
    "Score",
    "Taste",
    "Verdict",
    "fitted",
    "promise",
    "reliability",
    "taste_of",
]
