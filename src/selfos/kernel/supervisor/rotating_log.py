"""A log file that never grows beyond a bound."""

from asyncio import StreamReader
from collections import deque
from contextlib import suppress
from pathlib import Path

LARGEST = 5_000_000
KEPT = 3


class RotatingLog:
    """Appends to `path`; at `largest` bytes it becomes `path.1`, that `path.2`, and so on up to `kept` old files."""

    def __init__(self, path: Path, largest: int = LARGEST, kept: int = KEPT) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path = path
        self.last_lines: deque[str] = deque(maxlen=20)
        self._largest = largest
        self._kept = kept

    async def follow(self, stream: StreamReader | None) -> None:
        """Writes what comes until the stream ends."""
        while stream and (data := await stream.read(65536)):
            self.last_lines.extend(data.decode("utf-8", "replace").splitlines())
            self.write(data)

    def write(self, data: bytes) -> None:
        """A full disk loses log lines; it does not stop the program that logs."""
        with suppress(OSError):
            if self.path.exists() and self.path.stat().st_size + len(data) > self._largest:
                self._rotate()
            with self.path.open("ab") as file:
                file.write(data)

    def _rotate(self) -> None:
        names = [self.path, *(self.path.with_name(f"{self.path.name}.{number}") for number in range(1, self._kept + 1))]
        for older, newer in zip(reversed(names), reversed(names[:-1]), strict=False):
            if newer.exists():
                newer.replace(older)
