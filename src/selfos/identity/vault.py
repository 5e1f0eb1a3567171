"""Sealed JSON in the installation's tables, each bound to its table and row."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson

from selfos.kernel.keys.keystore import INSTALLATION
from selfos.kernel.keys.sealing import Sealer


class Vault:
    """Seals under the installation's key what belongs to nobody's space."""

    def __init__(self, sealer: Sealer) -> None:
        self._sealer = sealer

    def seal(self, place: str, row: UUID, value: Mapping[str, Any]) -> bytes:
        """An envelope that opens only in this place (`table.column`) of this row."""
        return self._sealer.seal(INSTALLATION, "identity", place.encode() + row.bytes, orjson.dumps(value))

    def open(self, place: str, row: UUID, envelope: bytes) -> dict[str, Any]:
        """What was sealed. Raises SealBroken for an envelope of another row."""
        opened: dict[str, Any] = orjson.loads(
            self._sealer.open(INSTALLATION, "identity", place.encode() + row.bytes, envelope)
        )
        return opened
