"""What the product says when it cannot do what was asked: problem details (RFC 9457).

A problem names what was wrong, where, and what to do. It never carries private text: details speak of fields,
ids and limits, not of values.
"""

from collections.abc import Mapping
from typing import Any


class Problem(Exception):
    """An error a person or client can act on.

    `slug` names the type (stable, documented); `field` is the path of the offending input, where there is one.
    """

    status = 500
    slug = "internal"
    title = "Something went wrong on our side"

    def __init__(self, detail: str, *, field: str | None = None, extra: Mapping[str, Any] | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.field = field
        self.extra = dict(extra or {})

    def body(self) -> dict[str, Any]:
        """The problem+json document."""
        errors = [{"field": self.field, "message": self.detail}] if self.field else []
        return {
            "type": f"urn:selfos:problem:{self.slug}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            **({"errors": errors} if errors else {}),
            **self.extra,
        }

    def headers(self) -> dict[str, str]:
        """Response headers that belong to the problem."""
        return {}


class BadRequest(Problem):
    status, slug, title = 400, "bad-request", "The request could not be read"


class Unauthorized(Problem):
    status, slug, title = 401, "unauthorized", "Please sign in"

    def headers(self) -> dict[str, str]:
        return {"WWW-Authenticate": "Bearer"}


class Forbidden(Problem):
    status, slug, title = 403, "forbidden", "This is not allowed"


class NotFound(Problem):
    status, slug, title = 404, "not-found", "There is nothing here"


class Conflict(Problem):
    status, slug, title = 409, "conflict", "Something else stands in the way"


class PreconditionFailed(Problem):
    status, slug, title = 412, "precondition-failed", "It was changed in the meantime"


class TooLarge(Problem):
    status, slug, title = 413, "too-large", "This is too large"


class Invalid(Problem):
    status, slug, title = 422, "invalid", "The input is not valid"


class TooManyRequests(Problem):
    status, slug, title = 429, "too-many-requests", "Too many requests"

    def __init__(self, detail: str, *, retry_after: int) -> None:
        super().__init__(detail)
        self.retry_after = retry_after

    def headers(self) -> dict[str, str]:
        return {"Retry-After": str(self.retry_after)}


class Unavailable(Problem):
    status, slug, title = 503, "unavailable", "Not available right now"

    def headers(self) -> dict[str, str]:
        return {"Retry-After": "1"}
