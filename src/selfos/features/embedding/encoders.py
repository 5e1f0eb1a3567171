"""Which model makes the vectors of a space, and how it is asked."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import numpy as np

from selfos.features.models import models_of
from selfos.intelligence.models import Asker, Models, ModelsUnavailable
from selfos.kernel.indexing.standing import from_thread
from selfos.kernel.indexing.stored_vectors import FloatArray
from selfos.kernel.runtime import Runtime
from selfos.kernel.search.ports import Encoder, MeaningUnavailable

_BUILTIN: Final = "builtin"
_AT_ONCE: Final = 64
_SECONDS: Final = 120


@dataclass(slots=True)
class ModelEncoder:
    """A language model as an encoder of one space; to be called in a thread, while `loop` does the asking."""

    models: Models
    space_id: UUID
    model: str
    loop: asyncio.AbstractEventLoop
    dimensions: int = 0

    def encode(self, texts: Sequence[str]) -> FloatArray:
        """One row per text of length 1, (len(texts), dimensions). Raises MeaningUnavailable."""
        rows = [self._asked(texts[start : start + _AT_ONCE]) for start in range(0, len(texts), _AT_ONCE)]
        found = np.concatenate(rows) if rows else np.empty((0, self.dimensions), np.float32)
        self.dimensions = found.shape[1]
        even: FloatArray = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), np.float32(1e-9))
        return even

    def _asked(self, texts: Sequence[str]) -> FloatArray:
        asked = self.models.embed(Asker(self.space_id), texts, model=self.model)
        try:
            return np.array(from_thread(asked, self.loop, _SECONDS).rows, np.float32)
        except ModelsUnavailable as error:
            raise MeaningUnavailable(f"search by meaning needs {self.model}: {error.detail}; found by words") from error


def encoder_of(runtime: Runtime, space_id: UUID, model: str) -> Encoder | None:
    """The encoder of a model in a space; None where there is none of this name (any more)."""
    if runtime.encoder is not None and model == runtime.encoder.model:
        return runtime.encoder
    if "/" not in model:
        return None
    return ModelEncoder(models_of(runtime), space_id, model, asyncio.get_running_loop())


async def wanted_encoder(runtime: Runtime, space_id: UUID) -> Encoder | None:
    """The encoder that was chosen, where the space's mode allows to ask it; else the built-in one."""
    chosen = runtime.settings.embedding
    if chosen != _BUILTIN and await models_of(runtime).embeds(Asker(space_id), chosen):
        return encoder_of(runtime, space_id, chosen)
    return runtime.encoder
