"""An encoder that knows the vectors of the texts it met last: a talk reads the same sentences again and again."""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

import numpy as np
import numpy.typing as npt

from selfos.kernel.search.ports import Encoder

_MOST: Final = 2000
"""Vectors that are kept, of 1.5 kB each."""


class Remembered:
    """The same vectors as the encoder within gives. Texts are known by their digests, in memory alone."""

    def __init__(self, encoder: Encoder, most: int = _MOST) -> None:
        self.model, self.dimensions = encoder.model, encoder.dimensions
        self._encoder, self._most = encoder, most
        self._kept: OrderedDict[bytes, npt.NDArray[np.float32]] = OrderedDict()
        self._changing = threading.Lock()

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """One unit-length row per text, in their order: (len(texts), dimensions) float32."""
        keys = [blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest() for text in texts]
        with self._changing:
            known = {key: self._kept[key] for key in keys if key in self._kept}
        fresh = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if fresh:
            rows = self._encoder.encode(list(fresh.values()))
            known |= {key: row.copy() for key, row in zip(fresh, rows, strict=True)}
        self._keep(known)
        return np.stack([known[key] for key in keys]) if keys else np.empty((0, self.dimensions), np.float32)

    def _keep(self, known: dict[bytes, npt.NDArray[np.float32]]) -> None:
        with self._changing:
            for key, row in known.items():
                self._kept[key] = row
                self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
