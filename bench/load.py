"""A small HTTP/1.1 load generator for loopback: keep-alive connections, bounded in count, latencies in seconds.

It shares the processors with the server it measures, so it does as little as it can: requests are bytes made before,
and of an answer only the status and the length are read.
"""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

import uvloop


@dataclass(frozen=True, slots=True)
class Load:
    """What a run of load gave."""

    seconds: float
    latencies: Sequence[float]

    @property
    def rate(self) -> float:
        """Requests per second."""
        return len(self.latencies) / self.seconds

    def percentile(self, share: float) -> float:
        """The latency in milliseconds below which this share of the requests stayed."""
        return percentile(self.latencies, share) * 1000


class Refused(RuntimeError):
    """An answer that was no success: the measure would be of errors."""


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of them lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def request(method: str, path: str, token: str = "", body: bytes = b"") -> bytes:
    """The bytes of one request."""
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1"]
    if token:
        lines.append(f"Authorization: Bearer {token}")
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


def load(port: int, requests: Sequence[Sequence[bytes]]) -> Load:
    """One connection for each list; each sends its requests one after another. Raises Refused."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_load(port, requests))


async def _load(port: int, requests: Sequence[Sequence[bytes]]) -> Load:
    loop = asyncio.get_running_loop()
    clients = []
    for own in requests:
        client = _Client(iter(own), loop.create_future())
        await loop.create_connection(lambda client=client: client, "127.0.0.1", port)  # type: ignore[misc]
        clients.append(client)
    begun = time.perf_counter()
    for client in clients:
        client.send()
    await asyncio.gather(*(client.done for client in clients))
    seconds = time.perf_counter() - begun
    return Load(seconds, [latency for client in clients for latency in client.latencies])


class _Client(asyncio.Protocol):
    """Sends the next request as soon as the answer to the last one is complete."""

    def __init__(self, requests: Iterator[bytes], done: "asyncio.Future[None]") -> None:
        self._requests, self.done = requests, done
        self.latencies: list[float] = []
        self._received = b""
        self._sent = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # uvloop's own is no subclass

    def send(self) -> None:
        """The next request, or the end."""
        following = next(self._requests, None)
        if following is None:
            self._transport.close()
            self.done.set_result(None)
            return
        self._sent = time.perf_counter()
        self._transport.write(following)

    def data_received(self, data: bytes) -> None:
        self._received += data
        head = self._received.find(b"\r\n\r\n")
        if head < 0 or len(self._received) < head + 4 + _length(self._received[:head]):
            return
        self.latencies.append(time.perf_counter() - self._sent)
        answer, self._received = self._received, b""
        if answer[9:10] == b"2":
            self.send()
        else:
            self._fail(answer.decode(errors="replace"))

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self._fail(f"the connection was closed: {exc}")

    def _fail(self, why: str) -> None:
        if not self.done.done():
            self.done.set_exception(Refused(why))


def _length(head: bytes) -> int:
    """The length of the body, by its header."""
    place = head.lower().find(b"content-length:")
    return int(head[place + 15 :].partition(b"\r\n")[0]) if place >= 0 else 0
