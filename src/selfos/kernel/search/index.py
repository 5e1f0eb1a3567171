"""The search index of one space: the face that feeds it and asks it."""

from uuid import UUID

from . import finding
from .contents import Contents
from .documents import Doc, Ref
from .finding import Hit, Results
from .ports import Encoder, Near
from .query import Filter, Query
from .snapshot import SnapshotError, pack, unpack
from .vectors import FloatArray


class SpaceIndex:
    """Every record of a space by its words, its meaning, its keys and its time; in memory only.

    It is fed from the change log and equals, after any history, the index built from the records as they are now
    (`fingerprint`). `version` is the change of the space it stands at, set by whoever feeds it; `model` names the
    encoder whose vectors it holds, or those that `near` holds for it; `encoder` is that encoder where callers may come
    with another one. One thread at a time: callers that share an index take turns.
    """

    def __init__(self, model: str = "", near: Near | None = None) -> None:
        self.version = 0
        self.model = model
        self.encoder: Encoder | None = None
        self._contents = Contents()
        self._contents.near = near

    @property
    def holds_vectors(self) -> bool:
        """Whether vectors are to be put here; else they lie in a store."""
        return self._contents.near is None

    def __len__(self) -> int:
        return len(self._contents.documents)

    def put(self, doc: Doc) -> None:
        """Takes a record, in place of what was known of it. Its vectors stay until others are put."""
        self._contents.put(doc)

    def remove(self, kind: str, record_id: UUID) -> None:
        """Drops a record, if it is there. Its vectors are kept aside for when it is restored."""
        self._contents.remove(kind, record_id)

    def erase(self, kind: str, record_id: UUID) -> None:
        """Drops a record and its vectors for good."""
        self._contents.remove(kind, record_id)
        self._contents.vectors.remove((kind, record_id))

    def put_vectors(self, kind: str, record_id: UUID, rows: FloatArray) -> None:
        """Takes a record's vectors, a row for each of its `passages`; the record may come later.

        Raises ValueError when there is no row or its width is not that of the others.
        """
        self._contents.put_vectors(kind, record_id, rows)

    def has_vectors(self, kind: str, record_id: UUID) -> bool:
        """Whether a record can be found by its meaning."""
        return (kind, record_id) in self._contents.vectors

    def search(self, query: Query, encoder: Encoder | None = None) -> Results:
        """The records that answer a query, best first; without words, the newest.

        Without an encoder of the index's model, `hybrid` searches words only and `meaning` finds nothing; both say so.
        """
        usable = encoder if encoder is not None and encoder.model == self.model else self.encoder
        return finding.search(self._contents, query, usable)

    def signals(self, query: Query, encoder: Encoder) -> tuple[list[Ref], FloatArray]:
        """What every record scores by each signal, in the order of `ranking.WEIGHTS`: (records, signals).

        For fitting the weights and for explaining an order.
        """
        return finding.signals(self._contents, query, encoder)

    def related(self, kind: str, record_id: UUID, limit: int = 10, kinds: tuple[str, ...] = ()) -> tuple[Hit, ...]:
        """Records of these kinds (all, where none is named) nearest in meaning to one.

        Where it has no vectors: those that share its rarest words.
        """
        return finding.related(self._contents, (kind, record_id), kinds, limit)

    def filter(self, wanted: Filter) -> list[UUID]:
        """Ids of one kind's records with all these keys and words, by time and then id, at most `limit`."""
        return finding.list_ids(self._contents, wanted)

    @property
    def memory(self) -> int:
        """About how many bytes it holds."""
        contents = self._contents
        return contents.documents.memory + contents.postings.memory + contents.vectors.memory

    def fingerprint(self) -> str:
        """Equal for two indexes that hold the same, however they came to be. Reads everything: for checks."""
        return self._contents.fingerprint()

    def to_bytes(self) -> bytes:
        """A snapshot: private text in the clear, to be sealed before it is stored."""
        contents = self._contents
        head = {"version": self.version, "model": self.model, "holds_vectors": self.holds_vectors}
        return pack(head, contents.documents, contents.postings, contents.vectors)

    @classmethod
    def from_bytes(cls, data: bytes, near: Near | None = None) -> "SpaceIndex":
        """The index of a snapshot. Raises SnapshotError (a ValueError) for bytes of another layout.

        Also for one that holds its vectors while `near` does now, or the other way round.
        """
        head, documents, postings, vectors = unpack(data)
        if head.get("holds_vectors", True) is not (near is None):
            raise SnapshotError("the vectors lie elsewhere now")
        index = cls(head["model"])
        index.version = head["version"]
        index._contents = Contents(documents, postings, vectors)
        index._contents.near = near
        return index
