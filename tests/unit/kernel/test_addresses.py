"""Which addresses may be reached."""

import asyncio

import pytest

from selfos.kernel.addresses import AddressRefused, Reach, addresses, on_this_machine

INSIDE = [
    *("127.0.0.1", "127.8.8.8", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1"),
    *("::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::1", "64:ff9b::a00:1"),
    *("2001:0:0:0:0:0:80ff:fffe", "224.0.0.1", "ff02::1", "168.63.129.16", "localhost", "LOCALHOST", "255.255.255.255"),
]


@pytest.mark.parametrize("host", INSIDE)
async def test_what_is_not_public_is_refused(host: str) -> None:
    with pytest.raises(AddressRefused, match="public"):
        await addresses(host, 443, Reach.PUBLIC)


@pytest.mark.parametrize("host", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8"])
async def test_public_addresses_are_reached(host: str) -> None:
    assert await addresses(host, 443, Reach.PUBLIC) == [host]


async def test_a_name_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [[(2, 1, 6, "", ("10.0.0.5", 443))], [(2, 1, 6, "", ("10.0.0.5", 443)), (2, 1, 6, "", ("8.8.8.8", 443))]]

    async def look_up(*_: object, **__: object) -> object:
        return answers.pop(0)

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", look_up, raising=False)
    with pytest.raises(AddressRefused):
        await addresses("rebound.example", 443, Reach.PUBLIC)
    assert await addresses("rebound.example", 443, Reach.PUBLIC) == ["8.8.8.8"]


@pytest.mark.parametrize("host", ["ollama", "example.org", "10.0.0.1", "8.8.8.8", "::2"])
async def test_nothing_but_loopback_is_this_machine(host: str) -> None:
    assert not on_this_machine(host)
    with pytest.raises(AddressRefused):
        await addresses(host, 11434, Reach.MACHINE)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1", "127.0.0.9", "::ffff:127.0.0.1"])
async def test_loopback_is_this_machine(host: str) -> None:
    assert on_this_machine(host)
    assert await addresses(host, 11434, Reach.MACHINE)


async def test_the_owner_reaches_anything() -> None:
    assert await addresses("10.0.0.1", 11434, Reach.ANYWHERE) == ["10.0.0.1"]
