"""Names for groups of thoughts, in the person's own words, and keys that stay the same."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from selfos.intelligence.builtin.patterns.model import Kind, ThoughtView
from selfos.kernel.search.words import read_words

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def name_of(subject: Sequence[str], members: Sequence[ThoughtView]) -> str:
    """The commonest written form of the first two terms of a subject, if half of the members hold them.

    Empty where there is none.
    """
    forms: dict[str, Counter[str]] = {term: Counter() for term in subject[:2]}
    for thought in members:
        for word in read_words(thought.content):
            if word.term in forms:
                forms[word.term][word.text] += 1
    found = [f"“{counts.most_common(1)[0][0]}”" for counts in forms.values() if 2 * counts.total() >= len(members)]
    return " and ".join(found)


def key_of(kind: Kind, subject: Sequence[str], members: Sequence[ThoughtView]) -> str:
    """A key of kind and subject that tells nothing of the words; of the first thought where there is no subject."""
    what = "|".join(sorted(subject[:1])) or str(min(members, key=lambda thought: thought.captured_at).id)
    return signature(kind, what)


def signature(kind: Kind, what: str) -> str:
    return f"{kind}:{hashlib.blake2b(what.encode(), digest_size=8).hexdigest()}"


def number_word(number: int) -> str:
    """Numbers up to twelve in words, as one writes them in a sentence."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
