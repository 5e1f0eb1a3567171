"""How many tokens go into a prompt, and what is left out when they do not suffice."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from selfos.features.assistant.records import Portion
from selfos.intelligence.models.tokens import text_tokens

BUDGET: Final = 20_000
"""Tokens of a prompt at most, tools included."""


@dataclass(slots=True)
class Budget:
    """What is still free, and what was used for what."""

    free: int = BUDGET
    portions: list[Portion] = field(default_factory=list)

    def spend(self, name: str, tokens: int) -> None:
        """What goes in whatever it costs: the others have what it leaves."""
        self.free = max(0, self.free - tokens)
        self.portions.append(Portion(name=name, tokens=tokens, items=1))

    def take(self, name: str, items: Iterable[str], most: int | None = None) -> list[str]:
        """Those of the items, the most important first, that fit into `most` tokens and into what is free."""
        room, taken, out = min(self.free, most or self.free), [], 0
        for item in items:
            cost = text_tokens(item)
            if out == 0 and cost <= room:
                room -= cost
                taken.append(item)
            else:
                out += 1
        used = sum(map(text_tokens, taken))
        self.free -= used
        if taken or out:
            self.portions.append(Portion(name=name, tokens=used, items=len(taken), left_out=out))
        return taken
