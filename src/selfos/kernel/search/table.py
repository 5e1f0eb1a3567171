"""The records an index knows, each in a numbered slot, with what ranking needs to know of it in columns."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Generic, TypeVar
from uuid import UUID

import numpy as np
import numpy.typing as npt

from .documents import PEOPLE, Doc, Ref, microseconds, name_terms
from .words import stem

NO_SLOT: Final = -1

Mask = npt.NDArray[np.bool_]
K = TypeVar("K")

#: What ranking needs of a record. `before` and `after` are slots of its neighbours, `thread` numbers its conversation.
ROW: Final = np.dtype(
    [
        ("at", "i8"),
        ("length", "f4"),
        ("before", "i4"),
        ("after", "i4"),
        ("thread", "i4"),
        ("asks", "?"),
        ("timed", "?"),
        ("used", "?"),
    ]
)
#: Objects of one record beside its text: ids, times, keys, places in sets.
_DOC_BYTES: Final = 900
_EMPTY: Final = (0, 0.0, NO_SLOT, NO_SLOT, NO_SLOT, False, False, False)
#: A record with one of these words, or a year, tells when something was or will be.
_TIME_TERMS: Final = frozenset(
    stem(word)
    for word in """
    yesterday today tonight tomorrow ago last next since recently year month week day weekend morning
    monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december
    """.split()
)


class SlotSets(Generic[K]):
    """Sets of slots by key; a key without slots is not there."""

    def __init__(self) -> None:
        self._sets: dict[K, set[int]] = {}

    def __contains__(self, key: object) -> bool:
        return key in self._sets

    def get(self, key: K) -> set[int]:
        """The slots of a key; not to be changed."""
        return self._sets.get(key, set())

    def add(self, keys: Iterable[K], slot: int) -> None:
        """Puts a slot under each key."""
        for key in keys:
            self._sets.setdefault(key, set()).add(slot)

    def discard(self, keys: Iterable[K], slot: int) -> None:
        """Takes it away."""
        for key in set(keys):
            self._sets[key].discard(slot)
            if not self._sets[key]:
                del self._sets[key]


class Documents:
    """Docs by slot; a slot that becomes free is used again."""

    def __init__(self) -> None:
        self._docs: list[Doc | None] = []
        self._slots: dict[Ref, int] = {}
        self._free: list[int] = []
        self._rows = np.zeros(64, ROW)
        self._kinds: SlotSets[str] = SlotSets()
        self._keys: SlotSets[tuple[str, str]] = SlotSets()
        self._threads: dict[str, int] = {}
        self._text_bytes = 0
        #: By a term of the name of who spoke, and of who is spoken of.
        self.speakers: SlotSets[str] = SlotSets()
        self.people: SlotSets[str] = SlotSets()

    def __len__(self) -> int:
        return len(self._slots)

    def __iter__(self) -> Iterator[Doc]:
        return (doc for doc in self._docs if doc is not None)

    @property
    def size(self) -> int:
        """Slots in use or free: the length of every column."""
        return len(self._docs)

    def slot(self, kind: str, record_id: UUID) -> int | None:
        """Where a record is, None where it is not."""
        return self._slots.get((kind, record_id))

    def at(self, slot: int) -> Doc:
        """The record in a slot that is in use."""
        doc = self._docs[slot]
        if doc is None:
            raise LookupError(f"slot {slot} is free")
        return doc

    def column(self, name: str) -> npt.NDArray[Any]:
        """One column over all slots; writing to it changes the record's row."""
        column: npt.NDArray[Any] = self._rows[name][: self.size]
        return column

    @property
    def used(self) -> Mask:
        """Which slots hold a record."""
        return self.column("used").copy()

    @property
    def memory(self) -> int:
        """About how many bytes it holds."""
        return self._rows.nbytes + self._text_bytes + _DOC_BYTES * len(self)

    def add(self, doc: Doc, counts: Mapping[str, int]) -> int:
        """Takes a record that is not there yet, with the counts of its terms."""
        slot = self._take_slot(doc)
        self._hold(doc, slot)
        asks = doc.text.rstrip(' )"”').endswith("?")
        timed = any(term in _TIME_TERMS or _is_year(term) for term in counts)
        self._rows[slot] = (
            microseconds(doc.at),
            sum(counts.values()),
            NO_SLOT,
            NO_SLOT,
            self._thread(doc),
            asks,
            timed,
            True,
        )
        return slot

    def remove(self, slot: int) -> None:
        """Frees a slot."""
        doc = self.at(slot)
        self._kinds.discard([doc.kind], slot)
        self._keys.discard(_keys(doc), slot)
        self.speakers.discard(_speaker_terms(doc), slot)
        self.people.discard(_people_terms(doc), slot)
        del self._slots[doc.ref]
        self._text_bytes -= len(doc.words)
        self._docs[slot] = None
        self._rows[slot] = _EMPTY
        self._free.append(slot)

    def with_key(self, name: str, value: str) -> set[int]:
        """Slots of records with this value of a key."""
        return self._keys.get((name, value))

    def of_kind(self, kind: str) -> set[int]:
        """Slots of the records of a kind."""
        return self._kinds.get(kind)

    def of_kinds(self, kinds: tuple[str, ...]) -> Mask:
        """Which slots hold a record of one of these kinds; of any, where none is named."""
        if not kinds:
            return self.used
        return self.mask(slot for kind in kinds for slot in self.of_kind(kind))

    def mask(self, slots: Iterable[int]) -> Mask:
        """The slots as a column of truth."""
        mask = np.zeros(self.size, np.bool_)
        mask[list(slots)] = True
        return mask

    def packed(self) -> tuple[list[Doc | None], npt.NDArray[np.void]]:
        """Everything, to be stored: the docs by slot, None where a slot is free, and their rows."""
        return self._docs, self._rows[: self.size]

    @classmethod
    def unpacked(cls, docs: list[Doc | None], rows: npt.NDArray[np.void]) -> "Documents":
        """What `packed` gave, ready for use."""
        documents = cls()
        documents._docs, documents._rows = docs, rows
        for slot, doc in enumerate(docs):
            if doc is None:
                documents._free.append(slot)
                continue
            documents._hold(doc, slot)
            rows["thread"][slot] = documents._thread(doc)
        return documents

    def _take_slot(self, doc: Doc) -> int:
        if self._free:
            slot = self._free.pop()
            self._docs[slot] = doc
            return slot
        self._docs.append(doc)
        if self.size > len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros(max(64, self.size), ROW)])
        return self.size - 1

    def _hold(self, doc: Doc, slot: int) -> None:
        self._slots[doc.ref] = slot
        self._text_bytes += len(doc.words)
        self._kinds.add([doc.kind], slot)
        self._keys.add(_keys(doc), slot)
        self.speakers.add(_speaker_terms(doc), slot)
        self.people.add(_people_terms(doc), slot)

    def _thread(self, doc: Doc) -> int:
        return NO_SLOT if doc.thread is None else self._threads.setdefault(doc.thread, len(self._threads))


def _is_year(term: str) -> bool:
    return len(term) == 4 and term.isdecimal() and term[:2] in {"19", "20"}


def _keys(doc: Doc) -> Iterator[tuple[str, str]]:
    for name, values in doc.keys.items():
        for value in values:
            yield name, value


def _speaker_terms(doc: Doc) -> tuple[str, ...]:
    return name_terms(doc.speaker) if doc.speaker else ()


def _people_terms(doc: Doc) -> Iterator[str]:
    for name in doc.keys.get(PEOPLE, ()):
        yield from name_terms(name)
