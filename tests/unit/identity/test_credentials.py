"""Secrets of keys, invitations and refresh tokens."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfos.identity.credentials import Credential, same
from selfos.identity.refresh import GRACE, REPEATABLE, RefreshToken, SessionState, Verdict
from selfos.kernel.ids import new_id
from selfos.kernel.keys.sealing import Sealer

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


def test_what_is_written_is_read_again():
    for _ in range(200):  # secrets may hold underscores
        minted = Credential.mint(new_id())
        assert Credential.parse("sos", minted.written("sos")) == minted
        assert Credential.parse("other", minted.written("sos")) is None
    assert minted.secret not in repr(minted)


@given(st.text())
def test_any_text_is_a_credential_or_none(text: str):
    found = Credential.parse("sos", f"sos_{text}")
    assert found is None or found.secret


def test_a_hash_belongs_to_one_row_one_purpose_and_one_installation(sealer: Sealer, stranger: Sealer):
    key = Credential.mint(new_id())
    digest = key.digest(sealer, "api key")
    assert same(digest, key.digest(sealer, "api key"))
    others = [
        Credential(new_id(), key.secret).digest(sealer, "api key"),
        key.digest(sealer, "invitation"),
        key.digest(stranger, "api key"),
        None,
    ]
    assert not any(same(digest, other) for other in others)


def test_only_what_was_issued_here_is_a_refresh_token(sealer: Sealer, stranger: Sealer):
    token = RefreshToken.mint(sealer, new_id())
    assert RefreshToken.parse(sealer, token.written()) == token
    assert RefreshToken.parse(stranger, token.written()) is None
    elsewhere = RefreshToken(new_id(), token.secret)
    assert RefreshToken.parse(sealer, elsewhere.written()) is None
    assert repr(token.secret) not in repr(token)


@given(st.text())
def test_any_text_is_a_refresh_token_or_none(sealer: Sealer, text: str):
    assert RefreshToken.parse(sealer, text) is None
    assert RefreshToken.parse(sealer, f"{new_id()}.{text}") is None


@pytest.mark.parametrize(
    ("generation", "after", "ended", "verdict"),
    [
        ("current", timedelta(days=29), None, Verdict.CURRENT),
        ("current", timedelta(days=30), None, Verdict.ENDED),
        ("current", timedelta(0), NOW, Verdict.ENDED),
        ("previous", timedelta(0), None, Verdict.ALREADY),
        ("previous", GRACE - timedelta(microseconds=1), None, Verdict.ALREADY),
        ("previous", GRACE, None, Verdict.REPEATED),
        ("previous", REPEATABLE, None, Verdict.REUSED),
        ("previous", timedelta(0), NOW, Verdict.ENDED),
        ("older", timedelta(0), None, Verdict.REUSED),
        ("older", timedelta(days=31), None, Verdict.ENDED),
    ],
)
def test_a_token_is_judged_by_its_generation_and_the_time(
    sealer: Sealer, generation: str, after: timedelta, ended: datetime | None, verdict: Verdict
):
    session = new_id()
    issued = {name: RefreshToken.mint(sealer, session) for name in ("older", "previous", "current")}
    digests = (issued["current"].digest(sealer), issued["previous"].digest(sealer))
    state = SessionState(*digests, NOW, NOW + timedelta(days=30), ended)
    assert issued[generation].judged(sealer, state, NOW + after) is verdict
