"""What can go wrong while a provider is asked, in one vocabulary for all of them."""

from enum import StrEnum
from typing import Final

from selfos.intelligence.models.port import Usage


class FaultKind(StrEnum):
    """Why there was no answer."""

    TIMEOUT = "timeout"
    RATE_LIMITED = "rate_limited"
    SERVER = "server"
    UNREACHABLE = "unreachable"
    CUT = "cut"
    MALFORMED = "malformed"
    KEY = "key"
    REFUSED = "refused"
    UNSUPPORTED = "unsupported"
    ADDRESS = "address"
    NOT_INSTALLED = "not_installed"
    OVER_BUDGET = "over_budget"
    RESTING = "resting"


PASSING: Final = frozenset({FaultKind.RATE_LIMITED, FaultKind.SERVER, FaultKind.UNREACHABLE, FaultKind.CUT})
"""Worth another try at the same provider."""

AILING: Final = PASSING | {FaultKind.TIMEOUT, FaultKind.KEY}
"""Tell that the provider is not well, so that it is left alone for a while."""

TURNED_AWAY: Final = frozenset(FaultKind) - {FaultKind.TIMEOUT, FaultKind.CUT, FaultKind.MALFORMED}
"""Nothing was computed for it, so nothing is charged."""

_SAID: Final = {
    FaultKind.TIMEOUT: "did not answer in time",
    FaultKind.RATE_LIMITED: "has had too many requests or has used up its quota",
    FaultKind.SERVER: "failed on its side",
    FaultKind.UNREACHABLE: "cannot be reached",
    FaultKind.CUT: "broke off in the middle of its answer",
    FaultKind.MALFORMED: "gave an answer that could not be used",
    FaultKind.KEY: "does not accept the key",
    FaultKind.REFUSED: "refused the request",
    FaultKind.UNSUPPORTED: "cannot do this",
    FaultKind.ADDRESS: "has an address that may not be reached",
    FaultKind.NOT_INSTALLED: "needs more packages: pip install 'selfos[models]'",
    FaultKind.OVER_BUDGET: "would cost more than is left of today's budget",
    FaultKind.RESTING: "failed again and again and is left alone for a while",
}


class Fault(Exception):
    """A provider gave no usable answer. `reason` may quote the provider and never goes into logs or problems.

    `used` is what the failed try took all the same; `text` what was said in it.
    """

    def __init__(
        self,
        kind: FaultKind,
        reason: str = "",
        *,
        retry_after: float | None = None,
        used: Usage | None = None,
        text: str = "",
    ) -> None:
        super().__init__(kind.value)
        self.kind, self.reason, self.retry_after, self.used, self.text = kind, reason, retry_after, used, text

    @property
    def said(self) -> str:
        """The predicate of a sentence about the provider."""
        return _SAID[self.kind]
