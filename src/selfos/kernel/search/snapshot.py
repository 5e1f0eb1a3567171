"""An index as bytes: a header in JSON, compressed, then the numbers as they lie in memory.

The bytes are private text in the clear: they are sealed before they are stored.
"""

import zlib
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import numpy as np
import numpy.typing as npt
import orjson

from .documents import EPOCH, Doc, microseconds
from .postings import Postings
from .table import ROW, Documents
from .vectors import Vectors

#: Changes with the layout and with how words are read; a snapshot of another layout is built anew from the log.
FORMAT: Final = b"selfos-index-1\n"
_LENGTH: Final = 8


class SnapshotError(ValueError):
    """The bytes are no snapshot of this layout; the index has to be built from its records."""


def pack(header: dict[str, Any], documents: Documents, postings: Postings, vectors: Vectors) -> bytes:
    """`header` with all that an index holds."""
    docs, rows = documents.packed()
    terms, sizes, entries = postings.packed()
    refs, places, codes, scales, owners = vectors.packed()
    arrays: list[npt.NDArray[Any]] = [rows, sizes, entries, codes, scales, owners]
    head = {
        **header,
        "docs": [None if doc is None else _flat(doc) for doc in docs],
        "terms": terms,
        "vectors": [(kind, record_id.hex, rows) for (kind, record_id), rows in zip(refs, places, strict=True)],
        "shapes": [array.shape for array in arrays],
        "row": ROW.descr,
    }
    packed = zlib.compress(orjson.dumps(head), 1)
    return b"".join([FORMAT, len(packed).to_bytes(_LENGTH, "big"), packed, *(array.tobytes() for array in arrays)])


def unpack(data: bytes) -> tuple[dict[str, Any], Documents, Postings, Vectors]:
    """What `pack` was given. Raises SnapshotError for bytes of another layout."""
    start = len(FORMAT) + _LENGTH
    if not data.startswith(FORMAT):
        raise SnapshotError("not a snapshot of this layout")
    end = start + int.from_bytes(data[len(FORMAT) : start], "big")
    try:
        head = orjson.loads(zlib.decompress(data[start:end]))
        if head.pop("row") != [list(column) for column in ROW.descr]:
            raise SnapshotError("a snapshot of other columns")
        rows, sizes, entries, codes, scales, owners = _arrays(memoryview(data)[end:], head.pop("shapes"))
        refs = [(kind, UUID(hex=record_id)) for kind, record_id, _ in head["vectors"]]
        places = [rows for _, _, rows in head.pop("vectors")]
        documents = Documents.unpacked([None if doc is None else _doc(doc) for doc in head.pop("docs")], rows)
        postings = Postings.unpacked(head.pop("terms"), sizes, entries)
    except (zlib.error, KeyError, TypeError, ValueError) as error:
        raise SnapshotError("the snapshot is damaged") from error
    return head, documents, postings, Vectors.unpacked(refs, places, codes, scales, owners)


def _arrays(data: memoryview, shapes: list[list[int]]) -> list[npt.NDArray[Any]]:
    kinds = (ROW, *map(np.dtype, (np.uint32, np.uint64, np.int8, np.float32, np.int32)))
    found: list[npt.NDArray[Any]] = []
    start = 0
    for kind, shape in zip(kinds, shapes, strict=True):
        count = int(np.prod(shape))
        found.append(np.frombuffer(data, kind, count, start).reshape(shape).copy())
        start += count * kind.itemsize
    return found


def _flat(doc: Doc) -> tuple[Any, ...]:
    at = microseconds(doc.at)
    return doc.kind, doc.id.hex, at, doc.text, doc.title, doc.keys, doc.thread, doc.seq, doc.speaker


def _doc(flat: list[Any]) -> Doc:
    kind, record_id, at, text, title, keys, thread, seq, speaker = flat
    keys = {name: tuple(values) for name, values in keys.items()}
    return Doc(kind, UUID(hex=record_id), _moment(at), text, title, keys, thread, seq, speaker)


def _moment(at: int) -> datetime:
    """Microseconds since 1970 as an aware UTC datetime."""
    return EPOCH + timedelta(microseconds=at)
