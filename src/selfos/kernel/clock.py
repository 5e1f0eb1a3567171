"""The one source of time. Inside the product every time is aware and in UTC."""

from collections.abc import Callable
from datetime import UTC, datetime


def _system() -> datetime:
    return datetime.now(UTC)


_clock: Callable[[], datetime] = _system


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _clock()


def set_clock(clock: Callable[[], datetime] | None) -> None:
    """Replace the clock (tests, replays); `None` brings the system's clock back."""
    global _clock  # noqa: PLW0603 - the single place where time enters the process
    _clock = clock or _system
