"""Answering a question from what was recalled: by quoting and citing, never by guessing."""

from datetime import datetime
from typing import Final

from selfos.intelligence.builtin.remembering.recollections import Answer, Citation, Recalled

UNKNOWN: Final = Answer("I don't know. Nothing you told me answers that.")
#: Likeness of meaning from which a record is quoted as an answer.
_LEAST_LIKENESS: Final = 0.4


def answer_from_memory(question: str, recalled: Recalled, now: datetime) -> Answer:  # noqa: ARG001
    """The best answer that the recollections give; UNKNOWN where none fits. `now` is the person's aware local time."""
    fitting = [item for item in recalled.items if item.likeness >= _LEAST_LIKENESS]
    if not fitting:
        return UNKNOWN
    best = fitting[0]
    told = best.at.astimezone(now.tzinfo)
    text = f"On {told:%-d %B %Y} you said: “{best.text}”"
    return Answer(text, (Citation(best.kind, best.id, best.text, best.at),), min(1.0, best.likeness))
