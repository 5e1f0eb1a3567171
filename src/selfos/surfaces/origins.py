"""Which pages may call where the browser's own rules do not hold them off."""

from collections.abc import Collection
from urllib.parse import urlsplit


def may_call(origin: str | None, host: str | None, allowed: Collection[str]) -> bool:
    """Whether a request is from no page at all, from our own, or from one of an `allowed` origin."""
    return origin is None or origin in allowed or urlsplit(origin).netloc == host
