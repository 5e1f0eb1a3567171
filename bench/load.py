"""A small HTTP/1.1 load generator for loopback: keep-alive sockets, bounded in count, latencies in seconds.

It shares the processors with the server it measures, so it does as little as it can: requests are bytes made before,
and of an answer only the status and the length are read.
"""

import asyncio
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

MakeRequest = Callable[[int, int], bytes]
"""(client, number) -> the bytes of one request."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a run of load gave."""

    seconds: float
    latencies: Sequence[float]
    statuses: dict[int, int]

    @property
    def rate(self) -> float:
        """Requests per second."""
        return len(self.latencies) / self.seconds

    def percentile(self, share: float) -> float:
        """The latency in milliseconds below which this share of the requests stayed."""
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000

    @property
    def median(self) -> float:
        """Milliseconds."""
        return statistics.median(self.latencies) * 1000


def request(method: str, path: str, token: str = "", body: bytes = b"") -> bytes:
    """The bytes of one request."""
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1"]
    if token:
        lines.append(f"Authorization: Bearer {token}")
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


async def load(port: int, make: MakeRequest, *, clients: int, each: int) -> Load:
    """`clients` connections that send `each` requests one after another."""
    connections = [await asyncio.open_connection("127.0.0.1", port) for _ in range(clients)]
    latencies: list[float] = []
    statuses: Counter[int] = Counter()

    async def client(number: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for turn in range(each):
            status, seconds = await _exchange(make(number, turn), reader, writer)
            latencies.append(seconds)
            statuses[status] += 1

    begun = time.perf_counter()
    await asyncio.gather(*(client(number, *streams) for number, streams in enumerate(connections)))
    seconds = time.perf_counter() - begun
    for _, writer in connections:
        writer.close()
    return Load(seconds, latencies, statuses)


async def _exchange(sent: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[int, float]:
    begun = time.perf_counter()
    writer.write(sent)
    head = await reader.readuntil(b"\r\n\r\n")
    if length := _length(head):
        await reader.readexactly(length)
    return int(head[9:12]), time.perf_counter() - begun


def _length(head: bytes) -> int:
    place = head.lower().find(b"content-length:")
    return int(head[place + 15 : head.index(b"\r\n", place)]) if place >= 0 else 0
