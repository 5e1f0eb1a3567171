"""Openings that say outright what is wanted; what follows them may sound like any other wish."""

from dataclasses import replace

from selfos.intelligence.builtin.intents.features import unasked
from selfos.intelligence.builtin.intents.judge import Verdict
from selfos.intelligence.builtin.intents.model import Want
from selfos.intelligence.builtin.intents.patterns import pattern

_OPENINGS = {
    Want.CREATE_TASK: pattern("openings", "task"),
    Want.REMIND: pattern("openings", "reminder"),
    Want.NOTE: pattern("openings", "note"),
    Want.PLAN_GOAL: pattern("openings", "goal"),
}
_SURE = 0.95


def heeded(text: str, verdict: Verdict) -> Verdict:
    """The verdict, or what the opening of the text says."""
    core = unasked(text)
    want = next((want for want, opening in _OPENINGS.items() if opening.match(core)), None)
    if want is None:
        return verdict
    return replace(verdict, want=want, outside=None, confidence=max(_SURE, verdict.confidence))
