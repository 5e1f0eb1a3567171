"""Every prompt, in one versioned registry: `NAME.md`, or `NAME.PROVIDER.md` where a provider needs other words.

A file begins with `version: N`, raised whenever its words change; `{{name}}` in it is filled by `render`.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

_HEAD: Final = re.compile(r"version: (\d+)\n+")
_BLANK: Final = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """The words for one purpose; `provider` is None where they serve every provider."""

    name: str
    version: int
    text: str
    provider: str | None = None

    @property
    def label(self) -> str:
        """Name and version, as they are kept with every answer."""
        return f"{self.name}{'.' + self.provider if self.provider else ''}@{self.version}"

    @property
    def blanks(self) -> frozenset[str]:
        """The names that `render` needs."""
        return frozenset(_BLANK.findall(self.text))

    def render(self, **values: str) -> str:
        """The text with its blanks filled. Raises KeyError for a missing value, TypeError for an unknown one."""
        if unknown := values.keys() - self.blanks:
            raise TypeError(f"the prompt {self.label} has no {', '.join(sorted(unknown))}")
        return _BLANK.sub(lambda blank: values[blank[1]], self.text)


def prompt(name: str, provider: str | None = None) -> Prompt:
    """The prompt of that name, in the provider's own words if it has some. Raises KeyError."""
    known = _prompts()
    return known.get((name, provider)) or known[name, None]


def prompts() -> tuple[Prompt, ...]:
    """All of them, by name."""
    return tuple(sorted(_prompts().values(), key=lambda found: found.label))


@cache
def _prompts() -> dict[tuple[str, str | None], Prompt]:
    found = {}
    for file in resources.files(__name__).iterdir():
        name, _, rest = file.name.partition(".")
        if not file.name.endswith(".md"):
            continue
        provider = rest.rpartition(".")[0] or None
        written = file.read_text(encoding="utf-8")
        head = _HEAD.match(written)
        if head is None:
            raise ValueError(f"{file.name} must begin with `version: N`")
        found[name, provider] = Prompt(name, int(head[1]), written[head.end() :].rstrip(), provider)
    return found
