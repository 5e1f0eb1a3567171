"""Which addresses may be reached, so that nobody makes this server ask machines that only it can see (SSRF).

Whoever connects must connect to an address that came from here, not to the name: between two look-ups a name may change
what it stands for (DNS rebinding).
"""

import asyncio
import socket
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

_NAT64: Final = IPv6Network("64:ff9b::/96")
_PLATFORM: Final = IPv4Address("168.63.129.16")
"""Public by its number, yet it answers virtual machines of one cloud about themselves."""
_LOCALHOST: Final = ("127.0.0.1", "::1")


class Reach(StrEnum):
    """How far somebody may reach: this machine alone, the public internet alone, or anywhere."""

    MACHINE = "machine"
    PUBLIC = "public"
    ANYWHERE = "anywhere"


class AddressRefused(OSError):
    """A name or address that may not be reached; the message says why, and names nothing."""


def on_this_machine(host: str) -> bool:
    """Whether the name of a host alone tells that it is this machine."""
    return host.lower() == "localhost" or (_is_address(host) and _embedded(ip_address(host)).is_loopback)


async def addresses(host: str, port: int, reach: Reach) -> list[str]:
    """The addresses of a host that may be connected to, in the order to try them.

    Nobody is asked for a name that stays on this machine. Raises AddressRefused; OSError for a name nobody knows.
    """
    if host.lower() == "localhost":
        found = list(_LOCALHOST)
    elif _is_address(host):
        found = [host]
    elif reach is Reach.MACHINE:
        raise AddressRefused("only localhost and loopback addresses may be used here")
    else:
        entries = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        found = list(dict.fromkeys(str(entry[4][0]) for entry in entries))
    allowed = [text for text in found if _allows(reach, _embedded(ip_address(text)))]
    if not allowed:
        kind = "loopback" if reach is Reach.MACHINE else "public"
        raise AddressRefused(f"only {kind} addresses may be used here")
    return allowed


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _allows(reach: Reach, address: IPv4Address | IPv6Address) -> bool:
    if reach is Reach.MACHINE:
        return address.is_loopback
    return reach is Reach.ANYWHERE or (address.is_global and not address.is_multicast and address != _PLATFORM)


def _embedded(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one leads to (mapped, 6to4, Teredo, NAT64), else itself."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo or address
