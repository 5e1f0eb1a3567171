"""Vectors of texts as eight-bit numbers in one growing table, compared with a query by an exact scan."""

from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

from .documents import Ref
from .table import NO_SLOT

FloatArray = npt.NDArray[np.float32]

#: Rows turned into floats at a time: the block stays in the processor's cache.
_BLOCK: Final = 1024


class Vectors:
    """One vector or more per record (a long text has several, numbered from 0), each row scaled to int8 by itself."""

    def __init__(self, dimensions: int = 0) -> None:
        self.dimensions = dimensions
        self._codes = np.zeros((0, dimensions), np.int8)
        self._scales = np.zeros(0, np.float32)
        self._owners = np.zeros(0, np.int32)
        self._rows: dict[Ref, list[int]] = {}
        self._free: list[int] = []
        self._used = 0

    def __len__(self) -> int:
        return self._used - len(self._free)

    def __contains__(self, ref: Ref) -> bool:
        return ref in self._rows

    def put(self, ref: Ref, chunks: FloatArray, slot: int | None) -> None:
        """Takes the vectors of the record in `slot`, (chunks, dimensions), in place of those it had.

        Raises ValueError when their width is not that of the others.
        """
        if chunks.ndim != 2 or not len(chunks):
            raise ValueError("vectors come as rows, one at least")
        if self.dimensions == 0:
            self.dimensions = chunks.shape[1]
            self._codes = np.zeros((0, self.dimensions), np.int8)
        if chunks.shape[1] != self.dimensions:
            raise ValueError(f"a vector of {chunks.shape[1]} numbers among vectors of {self.dimensions}")
        self.remove(ref)
        rows = [self._take_row() for _ in range(len(chunks))]
        scales = np.maximum(np.abs(chunks).max(axis=1), 1e-9) / np.float32(127)
        self._codes[rows] = np.rint(chunks / scales[:, None]).astype(np.int8)
        self._scales[rows] = scales
        self._rows[ref] = rows
        self.give(ref, slot)

    def give(self, ref: Ref, slot: int | None) -> None:
        """Notes in which slot a record is now; None where it is not known (any more): its vectors wait for it."""
        self._owners[self._rows.get(ref, [])] = NO_SLOT if slot is None else slot

    def remove(self, ref: Ref) -> None:
        """Forgets a record's vectors, if it has any."""
        for row in self._rows.pop(ref, ()):
            self._scales[row], self._owners[row] = 0, NO_SLOT
            self._free.append(row)

    def get(self, ref: Ref) -> FloatArray:
        """A record's vectors as they are kept, (chunks, dimensions); no rows where it has none."""
        rows = self._rows.get(ref, [])
        return self._codes[rows].astype(np.float32) * self._scales[rows, None]

    def likeness(self, query: FloatArray, size: int) -> FloatArray:
        """How near each of `size` slots is to a query vector: the best of its vectors, 0 to 1; 0 where it has none."""
        best = np.zeros(size + 1, np.float32)  # rows whose record is not known fall on the extra place
        if self._used:
            np.maximum.at(best, self._owners[: self._used], self._scan(query))
        return best[:size]

    def _scan(self, query: FloatArray) -> FloatArray:
        found = np.empty(self._used, np.float32)
        block = np.empty((_BLOCK, self.dimensions), np.float32)
        for start in range(0, self._used, _BLOCK):
            stop = min(start + _BLOCK, self._used)
            part = block[: stop - start]
            part[:] = self._codes[start:stop]
            np.dot(part, query, out=found[start:stop])
        found *= self._scales[: self._used]
        return found

    @property
    def memory(self) -> int:
        """About how many bytes it holds."""
        return self._codes.nbytes + self._scales.nbytes + self._owners.nbytes + 200 * len(self._rows)

    def packed(self) -> tuple[list[Ref], list[list[int]], npt.NDArray[np.int8], FloatArray, npt.NDArray[np.int32]]:
        """Everything, to be stored: the records, the rows of each, and the columns."""
        used = self._used
        columns = self._codes[:used], self._scales[:used], self._owners[:used]
        return list(self._rows), list(self._rows.values()), *columns

    @classmethod
    def unpacked(
        cls,
        refs: Iterable[Ref],
        rows: Iterable[list[int]],
        codes: npt.NDArray[np.int8],
        scales: FloatArray,
        owners: npt.NDArray[np.int32],
    ) -> "Vectors":
        """What `packed` gave, ready for use."""
        vectors = cls(codes.shape[1])
        vectors._rows = dict(zip(refs, rows, strict=True))
        vectors._codes, vectors._scales, vectors._owners, vectors._used = codes, scales, owners, len(codes)
        held = {row for places in vectors._rows.values() for row in places}
        vectors._free = [row for row in range(len(codes)) if row not in held]
        return vectors

    def _take_row(self) -> int:
        if self._free:
            return self._free.pop()
        if self._used == len(self._codes):
            more = max(64, self._used)
            self._codes = np.concatenate([self._codes, np.zeros((more, self.dimensions), np.int8)])
            self._scales = np.concatenate([self._scales, np.zeros(more, np.float32)])
            self._owners = np.concatenate([self._owners, np.full(more, NO_SLOT, np.int32)])
        self._used += 1
        return self._used - 1
