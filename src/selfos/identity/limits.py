"""How often somebody may try: rate limits in this process's memory."""

import math
import time
from collections import Counter
from ipaddress import IPv6Address, ip_address
from typing import Final

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from selfos.kernel.errors import TooManyRequests

_IPV6_PREFIX: Final = 64
# an account may be tried from several addresses; more than one address may use up, or any stranger could lock it
_TRIES_PER_ACCOUNT: Final = 5


class Limits:
    """Limits on signing in (exact, by moving window) and on requests (two counters a caller, whatever the rate)."""

    def __init__(self, *, logins: int, requests: int) -> None:
        self._exact = MovingWindowRateLimiter(MemoryStorage())
        self._address = RateLimitItemPerMinute(logins, namespace="address")
        self._account = RateLimitItemPerMinute(logins * _TRIES_PER_ACCOUNT, namespace="account")
        self._requests = _Requests(requests)

    def attempt(self, address: str | None) -> None:
        """Count a try to sign in or register from an address. Raises TooManyRequests."""
        self._try(self._address, _network(address))

    def attempt_on(self, email_hash: bytes) -> None:
        """Count a try to sign in to an account, existing or not. Raises TooManyRequests."""
        self._try(self._account, email_hash.hex())

    def request(self, caller: str) -> None:
        """Count a request of a session or key. Raises TooManyRequests."""
        self._requests.count(caller)

    def _try(self, item: RateLimitItem, caller: str) -> None:
        if not self._exact.hit(item, caller):
            raise _refused(self._exact.get_window_stats(item, caller).reset_time - time.time())


class _Requests:
    """Requests in this minute and the one before, which counts by the share of it that a minute still reaches back to.

    Two numbers a caller. The storage of the library would start a thread every few requests to tidy itself up.
    """

    def __init__(self, most: int) -> None:
        self._most, self._minute = most, 0
        self._now: Counter[str] = Counter()
        self._before: Counter[str] = Counter()

    def count(self, caller: str) -> None:
        """Raises TooManyRequests; what is refused does not count."""
        minute, second = divmod(time.time(), 60)
        if minute != self._minute:
            self._before = self._now if minute == self._minute + 1 else Counter()
            self._now, self._minute = Counter(), int(minute)
        if self._now[caller] + self._before[caller] * (60 - second) / 60 >= self._most:
            raise _refused(60 - second)
        self._now[caller] += 1


def _refused(seconds: float) -> TooManyRequests:
    return TooManyRequests("too many requests; wait a little", retry_after=max(1, math.ceil(seconds)))


def _network(address: str | None) -> str:
    """Whom an address stands for: with IPv6 a whole /64 belongs to one subscriber (RFC 6177)."""
    try:
        parsed = ip_address(address or "")
    except ValueError:
        return address or "local"
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is None:
        return (parsed.packed[: _IPV6_PREFIX // 8]).hex()
    return str(getattr(parsed, "ipv4_mapped", None) or parsed)
