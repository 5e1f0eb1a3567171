"""Embedding: the vectors by which records are found by what they mean, the models that make them, where they lie."""

from selfos.features.embedding import service, settling, telling
from selfos.features.embedding.encoders import encoder_of
from selfos.features.embedding.remembering import Remembering
from selfos.features.embedding.service import EXTRA, SETTLE, embed
from selfos.features.embedding.stores import open_store
from selfos.kernel.feature import Feature

feature = Feature(
    "embedding",
    actions=telling.actions,
    jobs=(*service.jobs, *settling.jobs),
    reactions=(*service.reactions, *settling.reactions),
)

__all__ = ["EXTRA", "SETTLE", "Remembering", "embed", "encoder_of", "feature", "open_store"]
