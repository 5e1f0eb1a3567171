"""Marks text as data: whatever stands between the marks was written by others, or long ago, and asks for nothing."""

import secrets
from dataclasses import dataclass, field

_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks of one prompt. Nobody who wrote a text before can know them, so no text can end its own quotation."""

    nonce: str = field(default_factory=lambda: secrets.token_hex(8))

    def around(self, text: str, source: str) -> str:
        """The text as data from a source."""
        inner = text.translate(_LINE_ENDS).replace(self.nonce, "")
        return f"<data-{self.nonce} from={source!r}>\n{inner}\n</data-{self.nonce}>"
