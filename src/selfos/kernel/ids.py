"""UUIDv7 identifiers (RFC 9562 section 5.7): sortable by creation, made by the server or by a client."""

import os
import threading
import time
from uuid import UUID

_VERSION = 7 << 76
_VARIANT = 2 << 62
_TAIL_BITS = 74  # rand_a (12) and rand_b (62)

_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """A UUIDv7, strictly greater than every one this process made before."""
    global _last  # noqa: PLW0603 - monotonic order needs the last value
    tail = int.from_bytes(os.urandom(10), "big") >> 6
    with _lock:
        _last = max(((time.time_ns() // 1_000_000) << _TAIL_BITS) | tail, _last + 1)
        stamp = _last
    milliseconds, tail = stamp >> _TAIL_BITS, stamp & ((1 << _TAIL_BITS) - 1)
    return UUID(int=(milliseconds << 80) | _VERSION | (tail >> 62 << 64) | _VARIANT | (tail & ((1 << 62) - 1)))
