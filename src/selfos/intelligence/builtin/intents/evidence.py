"""What tells something, as against what asks or wishes something of the assistant."""

from collections.abc import Sequence
from typing import Final

from selfos.intelligence.builtin.intents.judge import Verdict, judge
from selfos.intelligence.builtin.intents.model import Group, Want
from selfos.intelligence.builtin.intents.openings import heeded
from selfos.kernel.search.ports import Encoder

_WISHES: Final = frozenset(
    {Want.REMIND, Want.ADD_TO_LIST, Want.REOPEN, Want.MOVE, Want.CHANGE, Want.DELETE, Want.FORGET, Want.HELP, Want.JOKE}
)
_SURE: Final = 0.5


def tells(texts: Sequence[str], encoder: Encoder | None) -> list[bool]:
    """Whether each of the person's messages says how things are; questions and wishes to the assistant do not."""
    verdicts = judge(texts, encoder) if texts else []
    return [not _addressed(text, heeded(text, verdict)) for text, verdict in zip(texts, verdicts, strict=True)]


def _addressed(text: str, verdict: Verdict) -> bool:
    wishes = verdict.group in {Group.ASK, Group.ACT} or verdict.want in _WISHES
    return text.rstrip(" \"'”’)").endswith("?") or (wishes and verdict.confidence >= _SURE)
