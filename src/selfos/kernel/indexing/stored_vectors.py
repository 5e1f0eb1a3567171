"""The plain form of a record's vectors, before they are sealed: what they were made of, and the numbers as int8.

`hash of the embedded text (16) | rows (2) | dimensions (2) | a float32 scale per row | the rows`, little-endian.
"""

import struct
from hashlib import sha256
from typing import Final

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]

_HASH: Final = 16
_HEAD: Final = struct.Struct("<HH")


def text_hash(text: str) -> bytes:
    """16 bytes that tell whether a text was embedded already."""
    return sha256(text.encode()).digest()[:_HASH]


def pack(digest: bytes, rows: FloatArray) -> bytes:
    """Vectors (rows, dimensions) with the hash of their text."""
    scales = (np.abs(rows).max(axis=1) / 127).astype("<f4")
    codes = np.rint(rows / np.maximum(scales, 1e-9)[:, None]).astype(np.int8)
    return b"".join((digest, _HEAD.pack(*rows.shape), scales.tobytes(), codes.tobytes()))


def unpack(plain: bytes) -> tuple[bytes, FloatArray]:
    """The hash and the vectors, (rows, dimensions) float32.

    Raises ValueError for bytes of another form.
    """
    count, dimensions = _HEAD.unpack_from(plain, _HASH)
    offset = _HASH + _HEAD.size
    scales = np.frombuffer(plain, "<f4", count, offset)
    codes = np.frombuffer(plain, np.int8, count * dimensions, offset + scales.nbytes).reshape(count, dimensions)
    return plain[:_HASH], codes.astype(np.float32) * scales[:, None]
