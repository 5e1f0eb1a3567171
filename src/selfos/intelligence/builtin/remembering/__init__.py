"""Remembering without a model: what is told of a life, when it holds, and answering from it."""

from selfos.intelligence.builtin.remembering.answering import answer_from_memory
from selfos.intelligence.builtin.remembering.claims import ANY, ME, Claim
from selfos.intelligence.builtin.remembering.extract import FOUND_BY, extract
from selfos.intelligence.builtin.remembering.recollections import Answer, Citation, Held, Recalled, Recollection
from selfos.intelligence.builtin.remembering.sentences import Sentence, sentences
from selfos.intelligence.builtin.remembering.timeline import Said, Validity, timeline
from selfos.intelligence.builtin.remembering.words import names_same, slot_of

__all__ = [
    "ANY",
    "FOUND_BY",
    "ME",
    "Answer",
    "Citation",
    "Claim",
    "Held",
    "Recalled",
    "Recollection",
    "Said",
    "Sentence",
    "Validity",
    "answer_from_memory",
    "extract",
    "names_same",
    "sentences",
    "slot_of",
    "timeline",
]
