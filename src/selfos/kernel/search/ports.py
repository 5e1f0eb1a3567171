"""What search needs from the floors above it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol
from uuid import UUID

import numpy as np
import numpy.typing as npt

from .documents import Ref


class MeaningUnavailable(Exception):
    """An encoder or a store cannot be asked just now; the message says what is missing, for a person."""


class Encoder(Protocol):
    """Turns texts into vectors whose dot product is their likeness in meaning."""

    @property
    def model(self) -> str:
        """Name and version of the weights; vectors of different models are never compared."""

    @property
    def dimensions(self) -> int:
        """Length of one vector."""

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """One L2-normalised row per text, (len(texts), dimensions); safe to call from several threads.

        Raises MeaningUnavailable where the model cannot be asked.
        """


class VectorStore(Protocol):
    """Where vectors lie that are not held in the memory of each process.

    Spaces are kept apart, and so are models: a query meets vectors of its own model in its own space alone. Every
    method raises MeaningUnavailable where the store cannot be reached.
    """

    @property
    def name(self) -> str:
        """Which store it is: a space whose vectors were carried to another one is carried anew."""

    async def put(self, space_id: UUID, model: str, vectors: Mapping[Ref, npt.NDArray[np.float32]]) -> None:
        """Takes the vectors of records, (passages, dimensions), in place of those they had of this model."""

    async def remove(self, space_id: UUID, refs: Iterable[Ref]) -> None:
        """Forgets records, of every model."""

    async def keep_only(self, space_id: UUID, model: str) -> None:
        """Forgets the vectors of all other models."""

    async def nearest(
        self, space_id: UUID, model: str, query: npt.NDArray[np.float32], limit: int
    ) -> Sequence[tuple[Ref, float]]:
        """The records nearest to a query, best first, each by the best of its passages, with their cosine."""

    async def get(self, space_id: UUID, model: str, ref: Ref) -> npt.NDArray[np.float32]:
        """A record's vectors in the order of its passages; no rows where it has none."""

    async def close(self) -> None:
        """Ends its connections."""


class Near(Protocol):
    """The vectors of one space and one model in a store, asked from the thread of a search."""

    def nearest(self, query: npt.NDArray[np.float32]) -> Sequence[tuple[Ref, float]]:
        """The records nearest to a query with their cosine. Raises MeaningUnavailable."""

    def get(self, ref: Ref) -> npt.NDArray[np.float32]:
        """A record's vectors. Raises MeaningUnavailable."""
