"""How replies sound: in one of three styles, varied from message to message, the same for the same message."""

from dataclasses import dataclass
from hashlib import blake2s
from typing import Literal

Style = Literal["brief", "warm", "detailed"]


@dataclass(frozen=True, slots=True)
class Voice:
    """`seed` is what the variation follows, the id of the message; `style` is the person's choice."""

    seed: str = ""
    style: Style = "warm"

    def one_of(self, *ways: str) -> str:
        """One of several ways to say the same; a brief voice takes the first."""
        if self.style == "brief":
            return ways[0]
        digest = blake2s(f"{ways[0]}\0{self.seed}".encode(), digest_size=4).digest()
        return ways[int.from_bytes(digest) % len(ways)]

    def warmly(self, *ways: str) -> str:
        """A friendly word to go with a plain sentence, with a space before it; nothing in a brief voice."""
        return "" if self.style == "brief" else f" {self.one_of(*ways)}"
