"""What identity refuses with, where the kernel's own problems do not say it precisely enough."""

from selfos.kernel.errors import Problem, Unauthorized


class InvalidToken(Unauthorized):
    """A token, key or session that is unknown, expired or revoked (RFC 6750 section 3.1)."""

    slug = "invalid-token"

    def headers(self) -> dict[str, str]:
        return {"WWW-Authenticate": 'Bearer error="invalid_token"'}


class AlreadyRefreshed(Problem):
    """The refresh token was exchanged a moment ago, most likely by another tab of the same device."""

    status, slug, title = 409, "already-refreshed", "This session was refreshed a moment ago"
