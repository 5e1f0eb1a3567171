"""Reaching addresses that a person or a text names, and no machine that only this one can reach.

A name is resolved once, every address it gives is checked, and the connection goes to the address that was checked:
what the name means a moment later (DNS rebinding) does not matter. Certificates are verified against the name.
"""

import asyncio
import contextlib
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, Final

import httpcore

from selfos.kernel.errors import Invalid

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Awaitable[Sequence[Address]]]

#: IPv6 ranges that carry an IPv4 address elsewhere: NAT64 (RFC 6052, RFC 8215) and Teredo.
_CARRYING: Final = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2001::/32")))


class NotPublic(Invalid):
    """An address that lies inside a network, not on the internet."""


def is_public(address: Address) -> bool:
    """Whether an address lies on the internet: not this machine, not its network, none that leads back there."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is not None:
            return is_public(inner)
        if any(address in network for network in _CARRYING):
            return False
    return address.is_global and not address.is_multicast


async def resolved(host: str, port: int) -> Sequence[Address]:
    """The addresses of a host. Raises httpcore.ConnectError where there are none."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError("the name is not known") from error
    return [ipaddress.ip_address(sockaddr[0]) for *_, sockaddr in found]


class PublicNetwork(httpcore.AsyncNetworkBackend):
    """Connects to public addresses only: `httpcore.AsyncConnectionPool(network_backend=PublicNetwork())`.

    Raises NotPublic where a name has an address that is not, even beside others that are.
    """

    def __init__(self, resolve: Resolve = resolved, allowed: Callable[[Address], bool] = is_public) -> None:
        self._resolve, self._allowed = resolve, allowed
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - given so by httpcore
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        async with asyncio.timeout(timeout):
            addresses = await self._resolve(host, port)
        if not addresses or not all(map(self._allowed, addresses)):
            raise NotPublic("leads to an address that is not on the internet", field="url")
        for address in addresses[:-1]:
            with contextlib.suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return await self._network.connect_tcp(str(address), port, timeout, local_address, socket_options)
        return await self._network.connect_tcp(str(addresses[-1]), port, timeout, local_address, socket_options)

    async def connect_unix_socket(self, *_given: Any, **_named: Any) -> httpcore.AsyncNetworkStream:
        raise NotPublic("leads to a socket on this machine", field="url")

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
