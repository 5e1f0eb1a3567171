"""The search index of one space: in memory, folded from the change log, never searchable on disk."""

from .documents import PEOPLE, Doc
from .finding import NEEDS_MODEL, Hit, Results
from .index import SpaceIndex
from .passages import passages
from .ports import Encoder, MeaningUnavailable, Near, VectorStore
from .query import DateSpan, Filter, Mode, Query
from .snapshot import SnapshotError

__all__ = [
    "NEEDS_MODEL",
    "PEOPLE",
    "DateSpan",
    "Doc",
    "Encoder",
    "Filter",
    "Hit",
    "MeaningUnavailable",
    "Mode",
    "Near",
    "Query",
    "Results",
    "SnapshotError",
    "SpaceIndex",
    "VectorStore",
    "passages",
]
