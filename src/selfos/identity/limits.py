"""How often somebody may try: rate limits in this process's memory."""

import math
import time
from ipaddress import IPv6Address, ip_address
from typing import Final

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter, RateLimiter, SlidingWindowCounterRateLimiter

from selfos.kernel.errors import TooManyRequests

_IPV6_PREFIX: Final = 64
# an account may be tried from several addresses; more than one address may use up, or any stranger could lock it
_TRIES_PER_ACCOUNT: Final = 5


class Limits:
    """Limits on signing in (exact, by moving window) and on requests (two counters a caller, whatever the rate)."""

    def __init__(self, *, logins: int, requests: int) -> None:
        storage = MemoryStorage()
        self._exact, self._light = MovingWindowRateLimiter(storage), SlidingWindowCounterRateLimiter(storage)
        self._address = RateLimitItemPerMinute(logins, namespace="address")
        self._account = RateLimitItemPerMinute(logins * _TRIES_PER_ACCOUNT, namespace="account")
        self._request = RateLimitItemPerMinute(requests, namespace="request")

    def attempt(self, address: str | None) -> None:
        """Count a try to sign in or register from an address. Raises TooManyRequests."""
        _hit(self._exact, self._address, _network(address))

    def attempt_on(self, email_hash: bytes) -> None:
        """Count a try to sign in to an account, existing or not. Raises TooManyRequests."""
        _hit(self._exact, self._account, email_hash.hex())

    def request(self, caller: str) -> None:
        """Count a request of a session or key. Raises TooManyRequests."""
        _hit(self._light, self._request, caller)


def _hit(limiter: RateLimiter, item: RateLimitItem, caller: str) -> None:
    if not limiter.hit(item, caller):
        seconds = limiter.get_window_stats(item, caller).reset_time - time.time()
        raise TooManyRequests("too many requests; wait a little", retry_after=max(1, math.ceil(seconds)))


def _network(address: str | None) -> str:
    """Whom an address stands for: with IPv6 a whole /64 belongs to one subscriber (RFC 6177)."""
    try:
        parsed = ip_address(address or "")
    except ValueError:
        return address or "local"
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is None:
        return (parsed.packed[: _IPV6_PREFIX // 8]).hex()
    return str(getattr(parsed, "ipv4_mapped", None) or parsed)
