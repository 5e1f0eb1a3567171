"""Which texts of a record are compared by meaning."""

import re
from typing import Final

from .documents import Doc

#: Characters of a passage: about 200 tokens of English, within what the encoder reads.
LONGEST: Final = 800
#: Passages of one record; what lies beyond, some ten pages, is found by its words.
MOST: Final = 32

#: Linear in the text, whatever it is: a run without an end and a run of ends each match in one step.
_SENTENCE = re.compile("[^.!?\\n\u3002]*(?:[.!?\\n\u3002]+\\s*|$)")


def passages(doc: Doc) -> list[str]:
    """The texts to encode, in order: all of a short record, runs of sentences of a long one; none of an empty one."""
    whole = doc.words.strip()
    if len(whole) <= LONGEST:
        return [whole] if whole else []
    found, current = [], ""
    for sentence in _SENTENCE.findall(whole):
        for start in range(0, len(sentence), LONGEST):  # a sentence without an end is cut
            piece = sentence[start : start + LONGEST]
            if current and len(current) + len(piece) > LONGEST:
                found.append(current.strip())
                current = ""
            current += piece
    return [text for text in (*found, current.strip()) if text][:MOST]
