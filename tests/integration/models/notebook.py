"""A ledger in memory, for asking models without a house around them."""

from dataclasses import dataclass, field
from uuid import uuid4

from selfos.intelligence.models import Asker, Models
from selfos.intelligence.models.connections import Connections
from selfos.intelligence.models.ledger import Access, Outcome, Try
from selfos.intelligence.models.specs import Mode, ProviderSpec

ASKER = Asker(uuid4(), uuid4())


@dataclass(slots=True)
class Line:
    """One call."""

    attempt: Try
    outcome: Outcome | None = None

    async def end(self, outcome: Outcome) -> None:
        assert self.outcome is None, "a call ends once"
        self.outcome = outcome


@dataclass(slots=True)
class Notebook:
    """What may be asked, and every call that was."""

    specs: tuple[ProviderSpec, ...]
    mode: Mode = Mode.PREMIUM
    lines: list[Line] = field(default_factory=list)

    async def access(self, asker: Asker) -> Access:
        return Access(asker, self.mode, self.specs, pseudonym="somebody")

    async def begin(self, _access: Access, attempt: Try) -> Line:
        self.lines.append(Line(attempt))
        return self.lines[-1]

    @property
    def ends(self) -> list[str]:
        """How the calls ended, in order."""
        return [line.outcome.end if line.outcome else "running" for line in self.lines]


async def at_once(_seconds: float) -> None:
    """A pause that nobody waits for."""


def asking(*specs: ProviderSpec, mode: Mode = Mode.PREMIUM) -> tuple[Models, Notebook]:
    """Models of these providers, without pauses."""
    book = Notebook(specs, mode)
    return Models(book, Connections(None), pause=at_once), book
