"""The part of a text that shows best why it was found."""

from collections.abc import Sequence
from typing import Final

Span = tuple[int, int]

LONGEST: Final = 240


def snippet(text: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """At most LONGEST characters around the densest matches, and where the matches lie in them."""
    if len(text) <= LONGEST:
        return text, list(spans)
    start = _start(text, spans)
    end = min(len(text), start + LONGEST)
    head, tail = ("… " if start else ""), (" …" if end < len(text) else "")
    shift = len(head) - start
    return head + text[start:end] + tail, [(a + shift, b + shift) for a, b in spans if a >= start and b <= end]


def _start(text: str, spans: Sequence[Span]) -> int:
    """Where the window with the most matches begins: a little before a match, at a word."""
    if not spans:
        return 0
    begins = [a for a, _ in spans]
    best = max(begins, key=lambda begin: sum(begin <= a < begin + LONGEST - 40 for a in begins))
    start = max(0, min(best - 40, len(text) - LONGEST))
    space = text.rfind(" ", 0, start)
    return space + 1 if start and space > start - 20 else start
