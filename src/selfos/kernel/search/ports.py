"""What search needs from the floors above it."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt


class Encoder(Protocol):
    """Turns texts into vectors whose dot product is their likeness in meaning."""

    @property
    def model(self) -> str:
        """Name and version of the weights; vectors of different models are never compared."""

    @property
    def dimensions(self) -> int:
        """Length of one vector."""

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """One L2-normalised row per text, (len(texts), dimensions); safe to call from several threads."""
