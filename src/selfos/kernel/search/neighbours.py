"""Who stands next to whom: turns of one conversation, or records of a kind captured within half an hour."""

from bisect import bisect_left, insort
from collections import defaultdict
from typing import Final

from .documents import Doc, microseconds
from .table import NO_SLOT, Documents

#: Microseconds between two records of one train of thought, where no conversation holds them together.
GAP: Final = 30 * 60 * 1_000_000

_Place = tuple[int, int, bytes, int]


class Neighbours:
    """Keeps the columns `before` and `after` of the documents true; a change touches two neighbours at most."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._chains: defaultdict[tuple[str, str | None], list[_Place]] = defaultdict(list)

    @classmethod
    def read(cls, documents: Documents) -> "Neighbours":
        """The chains of documents whose columns are true already."""
        neighbours = cls(documents)
        for doc in documents:
            slot = documents.slot(*doc.ref)
            if slot is not None:
                neighbours._chains[doc.kind, doc.thread].append(_place(doc, slot))
        for chain in neighbours._chains.values():
            chain.sort()
        return neighbours

    def add(self, slot: int) -> None:
        """Stands a record between its neighbours."""
        doc = self._documents.at(slot)
        chain = self._chains[doc.kind, doc.thread]
        insort(chain, _place(doc, slot))
        self._join_around(doc, slot)

    def remove(self, slot: int) -> None:
        """Takes a record out; those it stood between become neighbours where they are near enough."""
        doc = self._documents.at(slot)
        chain = self._chains[doc.kind, doc.thread]
        place = bisect_left(chain, _place(doc, slot))
        del chain[place]
        if not chain:
            del self._chains[doc.kind, doc.thread]
        self._join(chain, place - 1, place, doc.thread)

    def _join_around(self, doc: Doc, slot: int) -> None:
        chain = self._chains[doc.kind, doc.thread]
        place = bisect_left(chain, _place(doc, slot))
        self._join(chain, place - 1, place, doc.thread)
        self._join(chain, place, place + 1, doc.thread)

    def _join(self, chain: list[_Place], left: int, right: int, thread: str | None) -> None:
        first = chain[left] if 0 <= left < len(chain) else None
        second = chain[right] if 0 <= right < len(chain) else None
        near = first and second and (thread is not None or second[0] - first[0] <= GAP)
        if first:
            self._documents.column("after")[first[-1]] = second[-1] if second and near else NO_SLOT
        if second:
            self._documents.column("before")[second[-1]] = first[-1] if first and near else NO_SLOT


def _place(doc: Doc, slot: int) -> _Place:
    return microseconds(doc.at), doc.seq, doc.id.bytes, slot
