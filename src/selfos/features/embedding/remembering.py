"""An encoder for one piece of work, in which no text is encoded twice."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from selfos.kernel.indexing.stored_vectors import FloatArray
from selfos.kernel.search.ports import Encoder


@dataclass(slots=True)
class Remembering:
    """Keeps every vector it has made; to be dropped when the work is done."""

    encoder: Encoder
    known: dict[str, FloatArray] = field(default_factory=dict)

    @property
    def model(self) -> str:
        """The model beneath."""
        return self.encoder.model

    @property
    def dimensions(self) -> int:
        """Length of one vector."""
        return self.encoder.dimensions

    def encode(self, texts: Sequence[str]) -> FloatArray:
        """One row per text, (len(texts), dimensions)."""
        fresh = [text for text in dict.fromkeys(texts) if text not in self.known]
        if fresh:
            self.known.update(zip(fresh, self.encoder.encode(fresh), strict=True))
        rows = [self.known[text] for text in texts]
        return np.stack(rows) if rows else np.empty((0, self.dimensions), np.float32)
