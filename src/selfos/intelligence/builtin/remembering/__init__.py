"""Remembering without a model: what is told of a life, when it holds, and answering from it."""

from selfos.intelligence.builtin.remembering.answering import answer_from_memory
from selfos.intelligence.builtin.remembering.claims import ANY, FOUND_BY, ME, Claim, What
from selfos.intelligence.builtin.remembering.extract import extract
from selfos.intelligence.builtin.remembering.frames import Turn, frames
from selfos.intelligence.builtin.remembering.lasting import may_last
from selfos.intelligence.builtin.remembering.making import quoted
from selfos.intelligence.builtin.remembering.recollections import Answer, Citation, Held, Recalled, Recollection
from selfos.intelligence.builtin.remembering.sensitive import touched
from selfos.intelligence.builtin.remembering.sentences import Sentence, sentences
from selfos.intelligence.builtin.remembering.timeline import Said, Validity, timeline
from selfos.intelligence.builtin.remembering.words import names_same, slot_of, terms

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
    "Turn",
    "Validity",
    "What",
    "answer_from_memory",
    "extract",
    "frames",
    "may_last",
    "names_same",
    "quoted",
    "sentences",
    "slot_of",
    "terms",
    "timeline",
    "touched",
]
