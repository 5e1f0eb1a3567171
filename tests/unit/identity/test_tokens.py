"""Access tokens: only our own, whole and in time."""

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from selfos.identity.problems import InvalidToken
from selfos.identity.tokens import AccessTokens
from selfos.kernel import clock
from selfos.kernel.ids import new_id
from selfos.kernel.keys.sealing import Sealer

HOUR = timedelta(hours=1)
ACCOUNT, SESSION = new_id(), new_id()


@pytest.fixture
def tokens(sealer: Sealer) -> AccessTokens:
    return AccessTokens(sealer, HOUR)


def signed(sealer: Sealer, header: dict[str, Any], **changed: Any) -> str:
    """A token of the right key with some claims changed; None leaves one out."""
    now = int(clock.now().timestamp())
    claims = {
        "iss": "selfos",
        "aud": "selfos-api",
        "sub": str(ACCOUNT),
        "sid": str(SESSION),
        "iat": now,
        "exp": now + 60,
    }
    claims = {name: value for name, value in {**claims, **changed}.items() if value is not None}
    key = OctKey.import_key(sealer.installation_key("tokens"))
    return jwt.encode(header, claims, key, algorithms=[header["alg"]])


HS256 = {"alg": "HS256"}


def test_a_token_says_who_and_which_session(tokens: AccessTokens):
    claims = tokens.read(tokens.issue(ACCOUNT, SESSION))
    assert (claims.account_id, claims.session_id) == (ACCOUNT, SESSION)
    assert timedelta(0) < claims.expires_at - clock.now() <= HOUR


def test_no_two_tokens_are_the_same(tokens: AccessTokens):
    assert tokens.issue(ACCOUNT, SESSION) != tokens.issue(ACCOUNT, SESSION)


def test_it_ends_when_it_says(tokens: AccessTokens):
    begun = datetime(2026, 1, 1, tzinfo=UTC)
    try:
        clock.set_clock(lambda: begun)
        token = tokens.issue(ACCOUNT, SESSION)
        clock.set_clock(lambda: begun + HOUR - timedelta(seconds=1))
        assert tokens.read(token).expires_at == begun + HOUR
        clock.set_clock(lambda: begun + HOUR + timedelta(seconds=1))
        with pytest.raises(InvalidToken, match="expired"):
            tokens.read(token)
    finally:
        clock.set_clock(None)


def test_the_right_claims_under_the_right_key_pass(tokens: AccessTokens, sealer: Sealer):
    assert tokens.read(signed(sealer, HS256)).account_id == ACCOUNT


@pytest.mark.parametrize(
    "changed",
    [
        {"iss": "another"},
        {"iss": None},
        {"aud": "another"},
        {"aud": None},
        {"sub": None},
        {"sub": "not a uuid"},
        {"sub": 7},
        {"sid": None},
        {"exp": None},
        {"exp": "tomorrow"},
        {"iat": None},
        {"iat": 4_000_000_000},
    ],
)
def test_a_wrong_or_missing_claim_is_refused(tokens: AccessTokens, sealer: Sealer, changed: dict[str, Any]):
    with pytest.raises(InvalidToken):
        tokens.read(signed(sealer, HS256, **changed))


def _unsigned(token: str) -> str:
    header = base64.urlsafe_b64encode(json.dumps({"alg": "none", "typ": "JWT"}).encode()).decode().rstrip("=")
    return f"{header}.{token.split('.')[1]}."


def _flipped(token: str) -> str:
    head, body, signature = token.split(".")
    return f"{head}.{body}.{'A' if signature[0] != 'A' else 'B'}{signature[1:]}"


@pytest.mark.parametrize(
    "spoil",
    [
        _unsigned,
        _flipped,
        lambda token: token[:-10],
        lambda token: token + "x" * 4000,
        lambda token: token.replace(".", "", 1),
        lambda _: "",
        lambda _: "é.é.é",
    ],
)
def test_a_spoiled_token_is_refused(tokens: AccessTokens, spoil: Callable[[str], str]):
    with pytest.raises(InvalidToken):
        tokens.read(spoil(tokens.issue(ACCOUNT, SESSION)))


def test_another_algorithm_or_another_installation_is_refused(tokens: AccessTokens, sealer: Sealer, stranger: Sealer):
    for token in (signed(sealer, {"alg": "HS512"}), signed(stranger, HS256)):
        with pytest.raises(InvalidToken):
            tokens.read(token)
