"""Embedding: the vectors by which records are found by what they mean."""

from selfos.features.embedding.remembering import Remembering
from selfos.features.embedding.service import embed, jobs, reactions
from selfos.kernel.feature import Feature

feature = Feature("embedding", jobs=jobs, reactions=reactions)

__all__ = ["Remembering", "embed", "feature"]
