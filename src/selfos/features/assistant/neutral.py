"""Takes out of a reply whatever would make a client call a foreign address: links, images and raw HTML.

A text that was read may have asked for an address that carries what else was read. So an address stays only where the
person wrote it themself in this conversation. Applied to what streams, it holds back no more than the word that is
being written.
"""

import re
from collections.abc import Collection
from typing import Final

LEFT_OUT: Final = "(address left out)"
_ADDRESS: Final = re.compile(r"(?:(?<![a-z0-9])[a-z][a-z0-9+.-]{1,20}:[/\\]|www\.(?=\w))[^\s<>\"'`]*", re.IGNORECASE)
_END: Final = ".,;:!?)]}*_"
# what Markdown would make a link of: a destination that is no path of this house, a definition, raw HTML, an image
_DESTINATION: Final = re.compile(r"\]\((?!#|/[\w#])[^\s)]*\)?")
_DEFINITION: Final = re.compile(r"\]:")
_TAG: Final = re.compile(r"<(?=[a-z/!?])", re.IGNORECASE)
_BLUNT: Final = "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}"
_IMAGE: Final = re.compile(r"!+(?=\[)")
_MOST_HELD: Final = 4000


def addresses(text: str) -> frozenset[str]:
    """The web addresses in a text, as they stand there."""
    return frozenset(match[0].rstrip(_END) for match in _ADDRESS.finditer(text))


def neutral(text: str, allowed: Collection[str] = ()) -> str:
    """The text without any way out of the house, but for the `allowed` addresses, which stand as plain words."""
    text = _ADDRESS.sub(lambda match: _told(match[0], allowed), _TAG.sub(_BLUNT, _IMAGE.sub("", text)))
    return _DESTINATION.sub(_unlinked, _DEFINITION.sub("] :", text))


def _unlinked(match: re.Match[str]) -> str:
    """The words of a link without where it leads, but for an allowed address, which stood the test before."""
    inner = match[0][2:].rstrip(")")
    return f"] ({inner})" if _ADDRESS.fullmatch(inner) else f"] {LEFT_OUT}"


def _told(address: str, allowed: Collection[str]) -> str:
    bare = address.rstrip(_END)
    return address if bare in allowed else LEFT_OUT + address[len(bare) :]


class Neutraliser:
    """The same for a text that comes in pieces."""

    def __init__(self, allowed: Collection[str] = ()) -> None:
        self._allowed = allowed
        self._held = ""

    def add(self, piece: str) -> str:
        """What may be shown now."""
        self._held += piece
        cut = max(self._held.rfind(" "), self._held.rfind("\n")) + 1
        if not cut and len(self._held) < _MOST_HELD:
            return ""
        ready, self._held = (self._held[:cut], self._held[cut:]) if cut else (self._held + " ", "")
        return neutral(ready, self._allowed)

    def rest(self) -> str:
        """What was held back, at the end."""
        ready, self._held = self._held, ""
        return neutral(ready, self._allowed)
