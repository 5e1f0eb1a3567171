"""`POST /mcp`: who calls, from where, and what they ask to be offered.

The edge has already refused foreign Host headers and oversized bodies.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import Request
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from selfos.kernel.errors import Forbidden, Unavailable
from selfos.kernel.principal import Principal
from selfos.kernel.runtime import Runtime
from selfos.surfaces.mcp.offer import Caller, Offer
from selfos.surfaces.origins import may_call

PATH: Final = "/mcp"

Authenticate = Callable[[Request], Awaitable[Principal]]
_Serve = Callable[[Caller, Scope, Receive, Send], Awaitable[None]]


def mcp_route(runtime: Runtime, authenticate: Authenticate) -> Route:
    """The route of the protocol: requests only, since no session is kept that a stream could belong to."""
    return Route(PATH, _Endpoint(runtime, authenticate), methods=["POST"])


class _Endpoint:
    path = PATH
    """What the log and the metrics call it."""

    def __init__(self, runtime: Runtime, authenticate: Authenticate) -> None:
        self._runtime, self._authenticate = runtime, authenticate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["route"] = self
        request = Request(scope)
        self._refuse_foreign_pages(request)
        principal = await self._authenticate(request)
        offer = Offer.model_validate(dict(request.query_params))
        serve = await asyncio.to_thread(_protocol)
        await serve(Caller(self._runtime, principal, offer), scope, receive, send)

    def _refuse_foreign_pages(self, request: Request) -> None:
        """Raises Forbidden for a page of another site, as the protocol asks (DNS rebinding)."""
        headers = request.headers
        if not may_call(headers.get("origin"), headers.get("host"), self._runtime.settings.cors_origins):
            raise Forbidden(
                "pages of this origin may not call; SELFOS_CORS_ORIGINS lists those that may", field="Origin"
            )


def _protocol() -> _Serve:
    try:
        from selfos.surfaces.mcp.server import serve  # noqa: PLC0415 - seconds and megabytes, for those who use it
    except ImportError as error:
        raise Unavailable("this server was installed without MCP; install selfos[mcp]") from error
    return serve
