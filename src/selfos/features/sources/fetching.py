"""Fetching a web page: public addresses only, a bounded number of redirects, bounded size and time."""

import asyncio
from typing import Final
from urllib.parse import urldefrag, urljoin, urlsplit

import httpcore

from selfos import __version__
from selfos.intelligence.documents import File, Format, Unreadable
from selfos.kernel.addresses import AddressRefused
from selfos.kernel.errors import Invalid
from selfos.kernel.outbound import CheckedNetwork

_LARGEST: Final = 8 * 1024 * 1024
_SECONDS: Final = 30
_STEP_SECONDS: Final = 10
_MOST_REDIRECTS: Final = 5
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_READABLE: Final = {
    "text/html": Format.WEB,
    "application/xhtml+xml": Format.WEB,
    "text/plain": Format.TEXT,
    "text/markdown": Format.MARKDOWN,
    "application/pdf": Format.PDF,
}


def checked_url(text: str) -> str:
    """An address of a web page without its fragment. Raises Invalid."""
    url, _ = urldefrag(text.strip())
    try:
        parts = urlsplit(url)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        known = False
    if not known or not url.isprintable() or " " in url:
        raise Invalid("must be the address of a web page, for example https://example.org/page", field="url")
    if parts.username is not None or parts.password is not None:
        raise Invalid("must not hold a name or a password", field="url")
    return url


async def fetch_page(url: str, network: httpcore.AsyncNetworkBackend | None = None) -> File:
    """The page at a public address, under the address that redirects led to. Raises Unreadable."""
    try:
        async with (
            asyncio.timeout(_SECONDS),
            httpcore.AsyncConnectionPool(network_backend=network or CheckedNetwork()) as pool,
        ):
            return await _followed(pool, url)
    except (TimeoutError, httpcore.TimeoutException) as error:
        raise Unreadable("does not answer in time") from error
    except AddressRefused as error:
        raise Unreadable("leads to an address that is not on the internet") from error
    except (
        httpcore.NetworkError,
        httpcore.ProtocolError,
        httpcore.UnsupportedProtocol,
        OSError,
        UnicodeError,
    ) as error:
        raise Unreadable("cannot be reached") from error


async def _followed(pool: httpcore.AsyncConnectionPool, url: str) -> File:
    for _ in range(_MOST_REDIRECTS + 1):
        answer = await _asked(pool, url)
        if isinstance(answer, File):
            return answer
        try:
            url = checked_url(urljoin(url, answer))
        except Invalid as error:
            raise Unreadable("leads to what is no web page") from error
    raise Unreadable(f"leads on more than {_MOST_REDIRECTS} times")


async def _asked(pool: httpcore.AsyncConnectionPool, url: str) -> File | str:
    """The page, or where it has moved to."""
    timeouts = dict.fromkeys(("connect", "read", "write", "pool"), _STEP_SECONDS)
    headers = {
        "Host": urlsplit(url).netloc,
        "User-Agent": f"SelfOS/{__version__}",
        "Accept": ", ".join(_READABLE),
        "Accept-Encoding": "identity",
    }
    async with pool.stream("GET", url, headers=list(headers.items()), extensions={"timeout": timeouts}) as response:
        told = {name.decode().lower(): value.decode("latin-1") for name, value in response.headers}
        if response.status in _REDIRECTS and "location" in told:
            return told["location"]
        if response.status != 200:
            raise Unreadable(f"answers with status {response.status}")
        kind = told.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in _READABLE or told.get("content-encoding", "identity") != "identity":
            raise Unreadable("is neither a web page nor a text nor a PDF")
        content = bytearray()
        async for block in response.aiter_stream():
            content += block
            if len(content) > _LARGEST:
                raise Unreadable(f"has more than {_LARGEST // 2**20} MiB")
        return File(url, bytes(content), _READABLE[kind])
