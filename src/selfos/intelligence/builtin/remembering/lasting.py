"""Whether it is worth while to look at a text once more: whether it may say something that lasts."""

import re
from typing import Final

from selfos.intelligence.builtin.remembering.sentences import sentences
from selfos.intelligence.builtin.remembering.words import names
from selfos.intelligence.builtin.understand.verbs import opens_with_act
from selfos.kernel.search.words import STOP_WORDS

_LEAST: Final = 3
_LEAST_FOREIGN: Final = 5
"""Words of a sentence that says something of a life; of one without any common English word."""
_PERSONAL: Final = re.compile(r"\b(?:I|me|my|mine|we|us|our|[Mm]y|[Ww]e|[Oo]ur|he|she|his|her|[Hh]e|[Ss]he)\b")


def may_last(text: str) -> bool:
    """Whether a sentence asserts something of the writer or of somebody by name, and is no errand.

    A language that the rules do not read may say anything.
    """
    return any(one.asserts and _tells(one.text) for one in sentences(text))


def _tells(sentence: str) -> bool:
    words = sentence.casefold().split()
    if len(words) < _LEAST or opens_with_act(sentence):
        return False
    foreign = len(words) >= _LEAST_FOREIGN and STOP_WORDS.isdisjoint(words)
    return foreign or bool(_PERSONAL.search(sentence) or names(sentence))
