"""What `pydantic_ai` raises, in our vocabulary. Imported with the extra `models`."""

from collections.abc import Iterator
from typing import Final

from pydantic_ai import exceptions as theirs

from selfos.intelligence.models.faults import Fault, FaultKind
from selfos.kernel.addresses import AddressRefused

_KINDS: Final[tuple[tuple[type[Exception], FaultKind], ...]] = (
    (theirs.ModelRateLimitError, FaultKind.RATE_LIMITED),
    (theirs.ModelQuotaExceededError, FaultKind.KEY),
    (theirs.ModelAuthenticationError, FaultKind.KEY),
    (theirs.ModelTimeoutError, FaultKind.TIMEOUT),
    (theirs.ModelRequestTimeout, FaultKind.TIMEOUT),
    (theirs.ModelRequestRejectedError, FaultKind.REFUSED),
    (theirs.ModelUnavailableError, FaultKind.SERVER),
    (theirs.ModelServerError, FaultKind.SERVER),
    (theirs.ContentFilterError, FaultKind.REFUSED),
    (theirs.UserError, FaultKind.UNSUPPORTED),
)
"""The first that fits counts."""


def fault_of(error: Exception) -> Fault:
    """The fault behind an exception."""
    if any(isinstance(cause, AddressRefused) for cause in _causes(error)):
        return Fault(FaultKind.ADDRESS)
    if isinstance(error, theirs.ModelConnectionError) and error.phase == "read":
        return Fault(FaultKind.CUT)
    if isinstance(error, theirs.ModelConnectionError) and not isinstance(error, theirs.ModelTimeoutError):
        return Fault(FaultKind.UNREACHABLE)
    kind = next((kind for known, kind in _KINDS if isinstance(error, known)), _by_status(error))
    return Fault(kind, str(error), retry_after=getattr(error, "retry_after", None))


def _by_status(error: Exception) -> FaultKind:
    status = getattr(error, "status_code", None)
    if status is None:  # what answered speaks another language than it should
        return FaultKind.MALFORMED
    return FaultKind.SERVER if status >= 500 else FaultKind.REFUSED


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__
