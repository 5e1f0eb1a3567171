"""Which providers there are and which of their models may be asked, in which order: pure rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from pydantic import SecretStr

from selfos.kernel.addresses import Reach, on_this_machine


class ProviderKind(StrEnum):
    """Whose protocol a provider speaks; `compatible` is any server with OpenAI's chat completions."""

    ANTHROPIC = "anthropic"
    OPENAI = "openai"
    GOOGLE = "google"
    OLLAMA = "ollama"
    COMPATIBLE = "compatible"
    BUILTIN = "builtin"


class Mode(StrEnum):
    """How far a space's words may go.

    premium: the strong models of the cloud. standard: the light ones, and what works in the background stays at home
    where there is a model at home. privacy: models on this machine alone. offline: no model at all.
    """

    PREMIUM = "premium"
    STANDARD = "standard"
    PRIVACY = "privacy"
    OFFLINE = "offline"


DEFAULT_URLS: Final = {
    ProviderKind.ANTHROPIC: "https://api.anthropic.com",
    ProviderKind.OPENAI: "https://api.openai.com/v1",
    ProviderKind.GOOGLE: "https://generativelanguage.googleapis.com",
}
TALK: Final = "chat"
"""The purpose of whoever sits and waits; all others are work in the background."""


@dataclass(frozen=True, slots=True)
class ProviderSpec:
    """A provider as it was set up. `models` are the strong one, then the light one, or one for both.

    `reach` says how far its address may lie, by who named it; `shared` ones belong to the installation.
    """

    name: str
    kind: ProviderKind
    url: str
    models: tuple[str, ...] = ()
    key: SecretStr | None = None
    reach: Reach = Reach.PUBLIC
    shared: bool = False

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def strong(self) -> str:
        return self.models[0] if self.models else ""

    @property
    def light(self) -> str:
        return self.models[-1] if self.models else ""

    def at_home(self, model: str) -> bool:
        """Whether asking this model sends nothing off this machine: Ollama passes some of its models on to a cloud."""
        return on_this_machine(self.host) and not model.endswith("cloud")


BUILTIN: Final = ProviderSpec("builtin", ProviderKind.BUILTIN, "http://localhost", shared=True)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A model of a provider that may be asked."""

    spec: ProviderSpec
    model: str

    @property
    def at_home(self) -> bool:
        return self.spec.at_home(self.model)


def candidates(mode: Mode, purpose: str, specs: Iterable[ProviderSpec]) -> tuple[Candidate, ...]:
    """Whom to ask, in this order, the later ones where the earlier ones fail."""
    if mode is Mode.OFFLINE:
        return ()
    strong = mode is not Mode.STANDARD
    every = [Candidate(spec, spec.strong if strong else spec.light) for spec in specs if spec.models]
    home = [candidate for candidate in every if candidate.at_home]
    away = [candidate for candidate in every if not candidate.at_home]
    if mode is Mode.PRIVACY:
        return tuple(home)
    home_first = mode is Mode.STANDARD and purpose != TALK
    return tuple([*home, *away] if home_first else [*away, *home])


def reach_in(mode: Mode, spec: ProviderSpec) -> Reach:
    """How far a provider may be reached in a mode."""
    return Reach.MACHINE if mode in {Mode.PRIVACY, Mode.OFFLINE} else spec.reach
