"""The store that the settings name."""

from importlib.util import find_spec
from typing import Final

from selfos.features.embedding.stores.pgvector import PgVectorStore
from selfos.kernel.config.settings import Settings
from selfos.kernel.config.startup import StartupError
from selfos.kernel.database import Database
from selfos.kernel.search import VectorStore

_MISSING: Final = StartupError(
    "SELFOS_VECTOR_STORE is qdrant, and its client is not installed.", "Install it: pip install 'selfos[qdrant]'"
)


def open_store(settings: Settings, database: Database) -> VectorStore | None:
    """The store, to be closed; None where vectors stay sealed and in memory. Raises StartupError."""
    match settings.vector_store:
        case "pgvector":
            return PgVectorStore(database)
        case "qdrant":
            if find_spec("qdrant_client") is None:
                raise _MISSING
            from selfos.features.embedding.stores.qdrant import connect  # noqa: PLC0415 - comes with an extra

            key = settings.qdrant_api_key
            return connect(settings.qdrant_url, key.get_secret_value() if key else None)
    return None
