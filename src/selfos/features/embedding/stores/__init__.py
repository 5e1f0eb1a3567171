"""Stores for vectors beside the memory of the processes, chosen by the operator: vectors lie in them in clear."""

from selfos.features.embedding.stores.choosing import open_store

__all__ = ["open_store"]
