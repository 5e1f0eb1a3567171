"""The inverted index: which slots hold a term, and how often."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

#: An entry is the slot in the upper bits and the count in the lower sixteen; entries of a term are sorted.
_COUNT_BITS: Final = 16
#: Objects of one term: the word, its place in the table, an array without entries.
_TERM_BYTES: Final = 250
_ENTRY_BYTES: Final = 8
_MOST: Final = (1 << _COUNT_BITS) - 1


class Postings:
    """Terms to slots and counts."""

    def __init__(self) -> None:
        self._entries: dict[str, array[int]] = {}
        self._size = 0
        self._sorted: list[str] = []
        self._unsorted: list[str] = []

    def __contains__(self, term: str) -> bool:
        return term in self._entries

    def add(self, slot: int, counts: Mapping[str, int]) -> None:
        """Notes the terms of a slot that holds none yet."""
        self._size += len(counts)
        for term, count in counts.items():
            entries = self._entries.get(term)
            if entries is None:
                entries = self._entries[term] = array("Q")
                self._unsorted.append(term)
            entry = slot << _COUNT_BITS | min(count, _MOST)
            if entries and entries[-1] > entry:
                entries.insert(bisect_left(entries, entry), entry)
            else:
                entries.append(entry)

    def remove(self, slot: int, counts: Mapping[str, int]) -> None:
        """Forgets them; `counts` must be what was added."""
        self._size -= len(counts)
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
        if self._unsorted:
            self._sorted += self._unsorted
            self._sorted.sort()  # one pass over what is sorted already
            self._unsorted.clear()
        found: list[str] = []
        for place in range(bisect_left(self._sorted, prefix), len(self._sorted)):
            term = self._sorted[place]
            if len(found) == most or not term.startswith(prefix):
                break
            if term in self._entries and term not in found[-1:]:  # a term that left and came back is listed twice
                found.append(term)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    @property
    def memory(self) -> int:
        """About how many bytes it holds."""
        return _TERM_BYTES * len(self._entries) + _ENTRY_BYTES * self._size

    def packed(self) -> tuple[list[str], npt.NDArray[np.uint32], npt.NDArray[np.uint64]]:
        """Everything, to be stored: terms in order of the alphabet, their numbers of entries, and all entries."""
        terms = sorted(self._entries)
        sizes = np.fromiter((len(self._entries[term]) for term in terms), np.uint32, len(terms))
        entries = array("Q")
        for term in terms:
            entries += self._entries[term]
        return terms, sizes, np.array(entries, np.uint64)

    @classmethod
    def unpacked(cls, terms: list[str], sizes: npt.NDArray[np.uint32], entries: npt.NDArray[np.uint64]) -> "Postings":
        """What `packed` gave, ready for use."""
        postings = cls()
        whole, end = array("Q", entries.tobytes()), 0
        for term, size in zip(terms, sizes.tolist(), strict=True):
            start, end = end, end + size
            postings._entries[term] = whole[start:end]
        postings._sorted, postings._size = terms, len(entries)
        return postings

    def _read(self, term: str) -> npt.NDArray[np.uint64]:
        # A copy: while a view exists, the array could not grow.
        return np.array(self._entries.get(term, ()), np.uint64)
