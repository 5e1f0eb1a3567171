"""A picture of two colours, by which one learns whether a model sees."""

import random
import re
import struct
import zlib
from dataclasses import dataclass
from typing import Final

from selfos.intelligence.models.port import Image

COLOURS: Final = {
    "red": b"\xe0\x10\x10",
    "green": b"\x10\xa0\x20",
    "blue": b"\x10\x20\xe0",
    "yellow": b"\xff\xe0\x10",
    "black": b"\x00\x00\x00",
    "white": b"\xff\xff\xff",
}
_SIDE: Final = 64
_RGB: Final = 2


@dataclass(frozen=True, slots=True)
class TwoColours:
    """The colours of the left and of the right half: of thirty such pairs, a guess seldom hits the one."""

    left: str
    right: str

    @classmethod
    def drawn(cls) -> "TwoColours":
        """Two different ones by lot."""
        return cls(*random.sample(sorted(COLOURS), 2))

    @property
    def picture(self) -> Image:
        """As PNG (RFC 2083): each line is led by a zero, for no filter."""
        line = b"\0" + COLOURS[self.left] * (_SIDE // 2) + COLOURS[self.right] * (_SIDE // 2)
        head = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, _RGB, 0, 0, 0)
        parts = (("IHDR", head), ("IDAT", zlib.compress(line * _SIDE)), ("IEND", b""))
        return Image(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name.encode(), data) for name, data in parts), "image/png")

    def told_by(self, text: str) -> bool:
        """Whether a text names these two in this order, and no others."""
        return [word for word in re.findall(r"[a-z]+", text.lower()) if word in COLOURS] == [self.left, self.right]


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
