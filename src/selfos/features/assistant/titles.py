"""What a conversation is called."""

import re
from typing import Final

_LONGEST: Final = 60
_OPENING: Final = re.compile(
    r"^(?:(?:hi|hey|hello|please|can you|could you|would you|i want to|i would like to|i'd like to|"
    r"i need to|help me(?: to)?)[,!.]?\s+)+",
    re.IGNORECASE,
)


def first_title(message: str) -> str:
    """The beginning of the first message, without its politeness, cut at a word."""
    line = next(line.strip() for line in message.splitlines() if line.strip())
    said = _OPENING.sub("", line) or line
    said = re.split(r"(?<=\w\w)[.?!](?:\s|$)", said, maxsplit=1)[0].strip() or line
    if len(said) > _LONGEST:
        said = said[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return said[:1].upper() + said[1:]
