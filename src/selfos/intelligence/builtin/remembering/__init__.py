"""Remembering without a model: what is told of a life, when it holds, and answering from it."""

from selfos.intelligence.builtin.remembering.answering import answer_from_memory
from selfos.intelligence.builtin.remembering.recollections import Answer, Citation, Held, Recalled, Recollection

__all__ = ["Answer", "Citation", "Held", "Recalled", "Recollection", "answer_from_memory"]
