"""What happens to every request before it reaches a route, as one plain ASGI layer.

Refuses foreign Host headers (a page elsewhere must not reach a server on this machine through DNS rebinding) and
oversized bodies, gives each request a correlation id, measures and logs it, and adds the security headers.
"""

import time
from collections.abc import Iterable, Mapping
from typing import Any, Final

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from selfos.kernel.errors import BadRequest, TooLarge
from selfos.kernel.ids import new_id
from selfos.kernel.telemetry import REQUEST_SECONDS, correlation_id
from selfos.surfaces.rest import problems

MAX_BODY: Final = 1_000_000
_HEADERS: Final = (  # what a surface sets itself is left as it is
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
)
_FOREIGN: Final = BadRequest("this server answers only under the names in SELFOS_ALLOWED_HOSTS", field="Host")
_SLOW: Final = 0.5
_log = structlog.get_logger("request")


class Edge:
    """The outermost layer; `uploads` are the paths that take more than MAX_BODY, and how many bytes."""

    def __init__(self, app: ASGIApp, allowed_hosts: Iterable[str], uploads: Mapping[str, int] | None = None) -> None:
        self._app, self._uploads = app, uploads or {}
        self._hosts = frozenset(host.lower() for host in allowed_hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = _Exchange(scope, send)
        token = correlation_id.set(exchange.id)
        try:
            await self._answer(scope, receive, exchange)
        finally:
            exchange.finish()
            correlation_id.reset(token)

    async def _answer(self, scope: Scope, receive: Receive, exchange: "_Exchange") -> None:
        headers = dict(scope["headers"])
        if "*" not in self._hosts and _host_name(headers.get(b"host", b"")) not in self._hosts:
            await problems.response(_FOREIGN)(scope, receive, exchange.send)
            return
        try:
            most = self._uploads.get(scope["path"], MAX_BODY)
            await self._app(scope, _bounded(receive, most), exchange.send)
        except TooLarge as error:
            await problems.response(error)(scope, receive, exchange.send)
        except Exception as error:  # noqa: BLE001 - the last line: a fault becomes a plain 500, never a trace
            if not exchange.started:
                await problems.unexpected(error)(scope, receive, exchange.send)


class _Exchange:
    """One request and its answer, as they are measured and logged."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope, self._send = scope, send
        self._begun = time.perf_counter()
        self._status = 0
        self.id = new_id().hex
        self.started = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            self._status = int(message["status"])
            present = {name for name, _ in message["headers"]}
            message["headers"] += [header for header in _HEADERS if header[0] not in present]
            message["headers"].append((b"correlation-id", self.id.encode()))
        await self._send(message)

    def finish(self) -> None:
        seconds = time.perf_counter() - self._begun
        route: Any = self._scope.get("route")
        path = getattr(route, "path", "unmatched")
        method = self._scope["method"]
        REQUEST_SECONDS.labels(path, method, self._status).observe(seconds)
        note = _log.info if self._status >= 400 or seconds > _SLOW else _log.debug
        note("request", method=method, route=path, status=self._status, ms=round(seconds * 1000, 2))


def _host_name(header: bytes) -> str:
    host = header.decode("latin-1").lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def _bounded(receive: Receive, most: int) -> Receive:
    """Raises TooLarge once a body passes the limit, whatever its Content-Length said."""
    received = 0

    async def counted() -> Message:
        nonlocal received
        message = await receive()
        if message["type"] == "http.request":
            received += len(message.get("body", b""))
            if received > most:
                raise TooLarge(f"a request body may have at most {most} bytes")
        return message

    return counted
