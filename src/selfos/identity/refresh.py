"""Refresh tokens: `<session id>.<secret>`, good for one use.

The secret is 32 random bytes and a tag over them under a key of the installation. The tag tells a token that was
really issued from an invented one, so that only the reuse of a real one ends a session: session ids are no secret, and
a stranger who knows one must not be able to sign its owner out.
"""

import base64
import binascii
import hmac
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Final
from uuid import UUID

from selfos.identity.credentials import same
from selfos.kernel.keys.sealing import Sealer

_RANDOM: Final = 32
_TAG: Final = 16
_TAG_PURPOSE: Final = "refresh tag"
_HASH_PURPOSE: Final = "refresh"

GRACE: Final = timedelta(seconds=10)
"""How long the use of the previous token counts as a second tab.

Two tabs refresh with the same token within moments. The latecomer gets no new token; it is told to use the one its
sibling was given.
"""

REPEATABLE: Final = timedelta(minutes=2)
"""How long the previous token can be exchanged again, for a device that never heard the answer (RFC 9700, 4.14.2).

The token of the lost answer dies by this. So whoever steals a token and repeats its exchange shares no session unseen:
the owner's next refresh, with the token that died, ends it for both.
"""


class Verdict(Enum):
    """What a presented refresh token is to its session."""

    CURRENT = auto()
    ALREADY = auto()
    REPEATED = auto()
    REUSED = auto()
    ENDED = auto()


@dataclass(frozen=True, slots=True)
class SessionState:
    """What is stored of a session."""

    secret_hash: bytes
    previous_hash: bytes | None
    refreshed_at: datetime
    expires_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class RefreshToken:
    """A genuine refresh token: only `mint` and `parse` make one."""

    session_id: UUID
    secret: bytes = field(repr=False)

    @classmethod
    def mint(cls, sealer: Sealer, session_id: UUID) -> "RefreshToken":
        """A new token for a session."""
        random = secrets.token_bytes(_RANDOM)
        return cls(session_id, random + _tag(sealer, session_id, random))

    @classmethod
    def parse(cls, sealer: Sealer, text: str) -> "RefreshToken | None":
        """The token if this installation issued it, else None."""
        row, _, encoded = text.partition(".")
        try:
            session_id, secret = UUID(row), base64.b64decode(encoded, altchars=b"-_", validate=True)
        except (ValueError, binascii.Error):
            return None
        genuine = hmac.compare_digest(_tag(sealer, session_id, secret[:_RANDOM]), secret[_RANDOM:])
        return cls(session_id, secret) if genuine else None

    def written(self) -> str:
        """As it is given to the client."""
        return f"{self.session_id}.{base64.urlsafe_b64encode(self.secret).decode()}"

    def digest(self, sealer: Sealer) -> bytes:
        """The keyed hash that is stored."""
        return sealer.fingerprint(_HASH_PURPOSE, self.session_id.bytes + self.secret)

    def judged(self, sealer: Sealer, state: SessionState, now: datetime) -> Verdict:
        """What to do about it."""
        if state.revoked_at is not None or state.expires_at <= now:
            return Verdict.ENDED
        digest = self.digest(sealer)
        if same(digest, state.secret_hash):
            return Verdict.CURRENT
        if not same(digest, state.previous_hash) or now - state.refreshed_at >= REPEATABLE:
            return Verdict.REUSED
        return Verdict.ALREADY if now - state.refreshed_at < GRACE else Verdict.REPEATED


def _tag(sealer: Sealer, session_id: UUID, random: bytes) -> bytes:
    return sealer.fingerprint(_TAG_PURPOSE, session_id.bytes + random)[:_TAG]
