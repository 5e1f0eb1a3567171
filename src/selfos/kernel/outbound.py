"""Connections to addresses that were checked just before, for `httpcore.AsyncConnectionPool(network_backend=…)`.

Certificates are verified against the name that was asked for.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from typing import Any

import httpcore

from selfos.kernel.addresses import AddressRefused, Reach, addresses

LookUp = Callable[[str, int], Awaitable[Sequence[str]]]

PUBLIC: LookUp = partial(addresses, reach=Reach.PUBLIC)


class CheckedNetwork(httpcore.AsyncNetworkBackend):
    """Connects to the addresses that `look_up` gives for a host, and to no others. Raises AddressRefused."""

    def __init__(self, look_up: LookUp = PUBLIC) -> None:
        self._look_up = look_up
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - given so by httpcore
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        unreachable: Exception | None = None
        for address in await self._look_up(host, port):
            try:
                return await self._network.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                unreachable = error
        raise unreachable or httpcore.ConnectError("the name has no address")

    async def connect_unix_socket(self, *_given: Any, **_named: Any) -> httpcore.AsyncNetworkStream:
        raise AddressRefused("no socket of this machine may be used here")

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
