"""What asking models needs to know of its askers, and what it tells of every try. Features answer it."""

from dataclasses import dataclass, field
from typing import Protocol

from selfos.intelligence.models.port import Asker, Call, Usage
from selfos.intelligence.models.specs import Candidate, Mode, ProviderSpec


@dataclass(frozen=True, slots=True)
class Access:
    """What an asker may use today. Amounts are in millionths of a US dollar; a limit of None means none.

    `pseudonym` is all that providers learn of who asks.
    """

    asker: Asker
    mode: Mode
    specs: tuple[ProviderSpec, ...]
    pseudonym: str
    spent: int = 0
    shared_limit: int | None = None
    own_limit: int | None = None

    def limit(self, spec: ProviderSpec) -> int | None:
        """How much may be spent in a day, all providers together, for this one to be asked."""
        return self.shared_limit if spec.shared else self.own_limit

    def may_spend(self, spec: ProviderSpec) -> bool:
        """Whether anything is left."""
        limit = self.limit(spec)
        return limit is None or self.spent < limit


@dataclass(frozen=True, slots=True)
class Try:
    """A call that is about to be made, and the most it may cost."""

    purpose: str
    candidate: Candidate
    prompt: str | None
    estimate: int
    limit: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a try ended: `answered`, `cancelled`, or the kind of its fault; and what was returned all the same."""

    end: str
    usage: Usage = field(default_factory=Usage)
    seconds: float = 0.0
    text: str = ""
    calls: tuple[Call, ...] = ()


class Entry(Protocol):
    """A call that is written down and not over yet."""

    async def end(self, outcome: Outcome) -> None:
        """Write down how it ended."""


class Ledger(Protocol):
    """Keeps account of every call."""

    async def access(self, asker: Asker) -> Access:
        """What the asker may use."""

    async def begin(self, access: Access, attempt: Try) -> Entry:
        """Write a call down before it is made. Raises Fault (over budget) where it might cost more than is left."""
