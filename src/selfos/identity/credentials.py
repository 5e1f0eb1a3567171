"""Secrets given to people and programs once, and kept as keyed hashes.

All are `<prefix>_<id>_<secret>`: the prefix tells what it is (and lets scanners of leaked secrets find it), the id
finds the row, and 256 random bits prove that the bearer was given it.
"""

import hmac
import secrets
from dataclasses import dataclass, field
from typing import Final, Self
from uuid import UUID

from selfos.kernel.keys.sealing import Sealer

SECRET_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Credential:
    """The id of a row and the secret that goes with it."""

    id: UUID
    secret: str = field(repr=False)

    @classmethod
    def mint(cls, row: UUID) -> Self:
        """A new secret for a row."""
        return cls(row, secrets.token_urlsafe(SECRET_BYTES))

    @classmethod
    def parse(cls, prefix: str, text: str) -> Self | None:
        """The credential that a caller presents; None where it has not that form."""
        given, _, rest = text.partition("_")
        row, _, secret = rest.partition("_")
        try:
            return cls(UUID(hex=row), secret) if given == prefix and secret else None
        except ValueError:
            return None

    def written(self, prefix: str) -> str:
        """As it is shown, once."""
        return f"{prefix}_{self.id.hex}_{self.secret}"

    def digest(self, sealer: Sealer, purpose: str) -> bytes:
        """The keyed hash that is stored."""
        return sealer.fingerprint(purpose, self.id.bytes + self.secret.encode())


def same(one: bytes, other: bytes | None) -> bool:
    """Whether two hashes are equal, compared in constant time; nothing is equal to None."""
    return other is not None and hmac.compare_digest(one, other)
