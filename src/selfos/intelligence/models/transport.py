"""HTTP to providers, only to addresses that were checked just before. Imported with the extra `models`."""

import ssl
from functools import cache
from typing import Final

import httpx2

from selfos.kernel.addresses import Reach, addresses

_CONNECT_SECONDS: Final = 10.0
_LIMITS: Final = httpx2.Limits(max_connections=500, max_keepalive_connections=20)
_PORTS: Final = {"https": 443, "http": 80}


class CheckedTransport(httpx2.AsyncHTTPTransport):
    """Connects to checked addresses of one host. It reads no proxy from the environment and follows no redirect."""

    def __init__(self, reach: Reach) -> None:
        super().__init__(verify=_certificates(), limits=_LIMITS)
        self._reach = reach

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Raises AddressRefused where the host may not be reached."""
        url = request.url
        unreachable: Exception | None = None
        for address in await addresses(url.host, url.port or _PORTS[url.scheme], self._reach):
            try:
                return await super().handle_async_request(_to(address, request))
            except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
                unreachable = error
        raise unreachable or httpx2.ConnectError("the name has no address", request=request)


def client(reach: Reach) -> httpx2.AsyncClient:
    """A client for one host; it must be closed. How long an answer may take is up to whoever asks."""
    timeout = httpx2.Timeout(None, connect=_CONNECT_SECONDS)
    return httpx2.AsyncClient(transport=CheckedTransport(reach), timeout=timeout, follow_redirects=False)


@cache
def _certificates() -> ssl.SSLContext:
    """Read once: it takes a tenth of a second."""
    return httpx2.create_ssl_context()


def _to(address: str, request: httpx2.Request) -> httpx2.Request:
    """The same request to an address, still asking for the host by its name, in TLS too."""
    return httpx2.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.host},
    )
