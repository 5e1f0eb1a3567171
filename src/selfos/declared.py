"""Importing this declares every table of the product, for whoever makes or compares tables."""

from selfos.features.catalogue import FEATURES
from selfos.features.models import tables as model_tables
from selfos.features.sources import tables as source_tables
from selfos.identity import tables

__all__ = ["FEATURES", "model_tables", "source_tables", "tables"]
