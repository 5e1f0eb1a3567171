"""What an index holds: records by words, neighbours, keys and vectors, always in step with each other."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final
from uuid import UUID

import numpy as np
import orjson

from .documents import Doc, Ref, microseconds
from .neighbours import Neighbours
from .ports import Near
from .postings import Postings
from .table import Documents
from .vectors import FloatArray, Vectors
from .words import read_words

#: A word of the title counts as this many of the text.
TITLE_WEIGHT: Final = 2


class Contents:
    """The parts of an index. Only the methods here change them."""

    def __init__(
        self, documents: Documents | None = None, postings: Postings | None = None, vectors: Vectors | None = None
    ) -> None:
        self.documents = Documents() if documents is None else documents
        self.postings = Postings() if postings is None else postings
        self.vectors = Vectors() if vectors is None else vectors
        #: Where the vectors lie if not here.
        self.near: Near | None = None
        self._neighbours = Neighbours.read(self.documents)

    def put(self, doc: Doc) -> None:
        """Takes a record, in place of what was known of it."""
        self.remove(doc.kind, doc.id)
        counts = count_terms(doc)
        slot = self.documents.add(doc, counts)
        self.postings.add(slot, counts)
        self._neighbours.add(slot)
        self.vectors.give(doc.ref, slot)

    def remove(self, kind: str, record_id: UUID) -> None:
        """Drops a record, if it is there; its vectors wait for it to come back."""
        slot = self.documents.slot(kind, record_id)
        if slot is None:
            return
        self._neighbours.remove(slot)
        self.postings.remove(slot, count_terms(self.documents.at(slot)))
        self.documents.remove(slot)
        self.vectors.give((kind, record_id), None)

    def put_vectors(self, kind: str, record_id: UUID, rows: FloatArray) -> None:
        """Takes a record's vectors, (passages, dimensions)."""
        self.vectors.put((kind, record_id), rows, self.documents.slot(kind, record_id))

    def likeness(self, query: FloatArray) -> FloatArray:
        """How near each slot is to a query vector, 0 to 1; 0 where it has none, or is far down in a store elsewhere.

        Raises MeaningUnavailable.
        """
        if self.near is None:
            return self.vectors.likeness(query, self.documents.size)
        column = np.zeros(self.documents.size, np.float32)
        for (kind, record_id), likeness in self.near.nearest(query):
            if (slot := self.documents.slot(kind, record_id)) is not None:
                column[slot] = likeness
        return column

    def rows(self, ref: Ref) -> FloatArray:
        """A record's vectors, (passages, dimensions). Raises MeaningUnavailable."""
        return self.vectors.get(ref) if self.near is None else self.near.get(ref)

    def fingerprint(self) -> str:
        """Equal for contents that hold the same records, whatever their history."""
        digest = hashlib.blake2b(digest_size=16)
        for line in sorted((*self._record_lines(), *self._term_lines())):
            digest.update(line)
        return digest.hexdigest()

    def _record_lines(self) -> Iterator[bytes]:
        columns = self.documents.packed()[1]
        for doc in self.documents:
            row = columns[self.documents.slot(*doc.ref)]
            derived: list[Any] = [float(row["length"]), bool(row["asks"]), bool(row["timed"])]
            beside = [self._name(int(row["before"])), self._name(int(row["after"]))]
            vectors = self.vectors.get(doc.ref).tobytes().hex()
            plain = [microseconds(doc.at), doc.text, doc.title, doc.keys, doc.thread, doc.seq, doc.speaker]
            yield orjson.dumps([doc.kind, doc.id, plain, derived, beside, vectors], option=orjson.OPT_SORT_KEYS)

    def _term_lines(self) -> Iterator[bytes]:
        for term in self.postings:
            counts = self.postings.counts(term, self.documents.size)
            holders = sorted((self._name(slot), float(counts[slot])) for slot in self.postings.slots(term).tolist())
            yield orjson.dumps([term, holders])

    def _name(self, slot: int) -> str:
        return "" if slot < 0 else "/".join(map(str, self.documents.at(slot).ref))


def count_terms(doc: Doc) -> Counter[str]:
    """The terms of a record, those of the title weighted."""
    counts = Counter(word.term for word in read_words(doc.text))
    for word in read_words(doc.title):
        counts[word.term] += TITLE_WEIGHT
    return counts
