"""The inverted index: which slots hold a term, and how often."""

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from itertools import takewhile, islice
from typing import Final

import numpy as np
import numpy.typing as npt

#: An entry is the slot in the upper bits and the count in the lower sixteen; entries of a term are sorted.
_COUNT_BITS: Final = 16
_MOST: Final = (1 << _COUNT_BITS) - 1


class Postings:
    """Terms to slots and counts."""

    def __init__(self) -> None:
        self._entries: dict[str, array[int]] = {}
        self._sorted: list[str] = []
        self._new: list[str] = []

    def __contains__(self, term: str) -> bool:
        return term in self._entries

    def add(self, slot: int, counts: Mapping[str, int]) -> None:
        """Notes the terms of a slot that holds none yet."""
        for term, count in counts.items():
            entries = self._entries.get(term)
            if entries is None:
                entries = self._entries[term] = array("Q")
                self._new.append(term)
            entry = slot << _COUNT_BITS | min(count, _MOST)
            if entries and entries[-1] > entry:
                entries.insert(bisect_left(entries, entry), entry)
            else:
                entries.append(entry)

    def remove(self, slot: int, counts: Mapping[str, int]) -> None:
        """Forgets them; `counts` must be what was added."""
        for term in counts:
            entries = self._entries[term]
            del entries[bisect_left(entries, slot << _COUNT_BITS)]
            if not entries:
                del self._entries[term]

    def slots(self, term: str) -> npt.NDArray[np.int64]:
        """Slots that hold a term, ascending."""
        return (self._read(term) >> _COUNT_BITS).astype(np.int64)

    def counts(self, term: str, size: int) -> npt.NDArray[np.float32]:
        """How often each of `size` slots holds a term."""
        column = np.zeros(size, np.float32)
        entries = self._read(term)
        column[entries >> _COUNT_BITS] = entries & _MOST
        return column

    def starting_with(self, prefix: str, most: int) -> list[str]:
        """Terms that begin so, in order of the alphabet, at most `most`."""
        if self._new:  # sorting a sorted list with a short unsorted tail takes one pass
            self._sorted = sorted({*self._sorted, *self._new} & self._entries.keys())
            self._new.clear()
        start = bisect_left(self._sorted, prefix)
        tail = (term for term in islice(self._sorted, start, None) if term in self._entries)
        return list(islice(takewhile(lambda term: term.startswith(prefix), tail), most))

    def _read(self, term: str) -> npt.NDArray[np.uint64]:
        # A copy: while a view exists, the array could not grow.
        return np.array(self._entries.get(term, ()), np.uint64)
