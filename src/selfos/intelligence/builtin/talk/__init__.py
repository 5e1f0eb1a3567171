"""From what was found or done to the words of a reply: plain, short and friendly, without any language model.

Pure functions of a voice and plain values; days and moments are on the person's clock. The same voice and values give
the same words.
"""

from selfos.intelligence.builtin.talk import answers, done, plans, social, times
from selfos.intelligence.builtin.talk.answers import Review
from selfos.intelligence.builtin.talk.items import Item, Quote
from selfos.intelligence.builtin.talk.voice import Style, Voice

__all__ = ["Item", "Quote", "Review", "Style", "Voice", "answers", "done", "plans", "social", "times"]
