"""Whom a limit counts for."""

import pytest

from selfos.identity.limits import Limits
from selfos.kernel.errors import TooManyRequests


@pytest.fixture
def limits() -> Limits:
    return Limits(logins=2, requests=3)


def exhausted(limits: Limits, address: str | None) -> bool:
    try:
        limits.attempt(address)
    except TooManyRequests:
        return True
    return False


@pytest.mark.parametrize(
    ("tried", "asked", "shared"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        (None, None, True),
        (None, "192.0.2.1", False),
        ("testclient", "testclient", True),
    ],
)
def test_an_address_stands_for_one_subscriber(limits: Limits, tried: str | None, asked: str | None, shared: bool):
    for _ in range(2):
        limits.attempt(tried)
    assert exhausted(limits, asked) is shared


def test_requests_are_counted_for_each_caller_alone(limits: Limits):
    for _ in range(3):
        limits.request("one")
    with pytest.raises(TooManyRequests) as limited:
        limits.request("one")
    assert 1 <= limited.value.retry_after <= 120
    limits.request("other")
