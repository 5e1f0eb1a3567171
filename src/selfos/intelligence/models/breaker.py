"""Leaving a failing provider alone for a while, so that nobody waits for it again and again."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_TOLERATED: Final = 3
_FIRST_REST: Final = 20.0
_LONGEST_REST: Final = 600.0


@dataclass(slots=True)
class _State:
    failures: int = 0
    rest: float = _FIRST_REST
    until: float = 0.0


class Breaker:
    """Of each provider (by any key): how often it failed in a row, and until when it rests.

    After its rest one try is let through; if that fails too, the next rest is twice as long. Times are in seconds.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._now = monotonic
        self._states: dict[object, _State] = {}

    def allows(self, key: object) -> bool:
        """Whether it may be asked."""
        state = self._states.get(key)
        return state is None or state.until <= self._now()

    def succeeded(self, key: object) -> None:
        """It answered: all is forgotten."""
        self._states.pop(key, None)

    def failed(self, key: object, *, for_certain: bool = False) -> None:
        """It failed; `for_certain` means that it will go on failing, as with a wrong key."""
        state = self._states.setdefault(key, _State())
        state.failures += 1
        if state.failures >= _TOLERATED or for_certain:
            state.until = self._now() + state.rest
            state.rest = min(state.rest * 2, _LONGEST_REST)
