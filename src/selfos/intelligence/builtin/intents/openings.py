"""Openings that say outright what is wanted; what follows them may sound like any other wish."""

from dataclasses import replace

from selfos.intelligence.builtin.intents.features import unasked
from selfos.intelligence.builtin.intents.judge import Verdict
from selfos.intelligence.builtin.intents.model import Want
from selfos.intelligence.builtin.intents.patterns import pattern
from selfos.intelligence.builtin.understand.verbs import opens_with_act

#: "why do you know where I live": what follows is what is known.
KNOWN = pattern("openings", "known")
_OPENINGS = {
    Want.CREATE_TASK: pattern("openings", "task"),
    Want.REMIND: pattern("openings", "reminder"),
    Want.NOTE: pattern("openings", "note"),
    Want.PLAN_GOAL: pattern("openings", "goal"),
    Want.EXPLAIN: KNOWN,
}
_SURE = 0.95
_MOVING = pattern("openings", "moving")
#: Below this, what was taken for talk about the world is an act of the person's own where it opens with one.
_DOUBTED = 0.6


def heeded(text: str, verdict: Verdict) -> Verdict:
    """The verdict, or what the opening of the text says."""
    core = unasked(text)
    want = next((want for want, opening in _OPENINGS.items() if opening.match(core)), None)
    if want is not None:
        return replace(verdict, want=want, outside=None, confidence=max(_SURE, verdict.confidence))
    if _misses_the_act(core, verdict):
        return replace(verdict, want=Want.CREATE_TASK, outside=None, confidence=_DOUBTED)
    return verdict


def _misses_the_act(core: str, verdict: Verdict) -> bool:
    """Whether something to do opens the text, and was taken for a move of something else or for mere talk."""
    if core.endswith("?") or not opens_with_act(core):
        return False
    if verdict.want is Want.MOVE:
        return not _MOVING.search(core)
    return verdict.want in {Want.GENERAL, Want.UNCLEAR} and verdict.confidence < _DOUBTED
