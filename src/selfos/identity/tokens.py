"""Access tokens: signed, short-lived, checked without a trip to the database (RFC 7519, HS256)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Final
from uuid import UUID

from joserfc import jwt
from joserfc.errors import ExpiredTokenError, JoseError
from joserfc.jwk import OctKey

from selfos.identity.problems import InvalidToken
from selfos.kernel import clock
from selfos.kernel.ids import new_id
from selfos.kernel.keys.sealing import Sealer

ISSUER: Final = "selfos"
AUDIENCE: Final = "selfos-api"
_ALGORITHMS: Final = ["HS256"]
_LONGEST: Final = 2000


@dataclass(frozen=True, slots=True)
class Claims:
    """What a genuine access token says."""

    account_id: UUID
    session_id: UUID
    expires_at: datetime


class AccessTokens:
    """Issues and reads access tokens under a key derived for nothing else."""

    def __init__(self, sealer: Sealer, life: timedelta) -> None:
        self._sealer = sealer
        self.life = life

    @cached_property
    def _key(self) -> OctKey:
        return OctKey.import_key(self._sealer.installation_key("tokens"))

    def issue(self, account_id: UUID, session_id: UUID) -> str:
        """A token for one session of an account."""
        issued = int(clock.now().timestamp())
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": str(account_id),
            "sid": str(session_id),
            "iat": issued,
            "exp": issued + int(self.life.total_seconds()),
            "jti": new_id().hex,
        }
        return jwt.encode({"alg": "HS256"}, claims, self._key, algorithms=_ALGORITHMS)

    def read(self, token: str) -> Claims:
        """What the token says, its signature and every claim checked. Raises InvalidToken."""
        if len(token) > _LONGEST:
            raise InvalidToken("the access token is not valid")
        registry = jwt.JWTClaimsRegistry(
            now=int(clock.now().timestamp()),
            iss={"essential": True, "value": ISSUER},
            aud={"essential": True, "value": AUDIENCE},
            exp={"essential": True},
            iat={"essential": True},
        )
        try:
            claims = jwt.decode(token, self._key, algorithms=_ALGORITHMS).claims
            registry.validate(claims)
            expires = datetime.fromtimestamp(claims["exp"], UTC)
            return Claims(UUID(claims["sub"]), UUID(claims["sid"]), expires)
        except ExpiredTokenError:
            raise InvalidToken("the access token has expired; refresh it") from None
        except (JoseError, ValueError, KeyError, TypeError, AttributeError):
            raise InvalidToken("the access token is not valid") from None
