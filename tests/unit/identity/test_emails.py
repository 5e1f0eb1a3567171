"""E-mail addresses: what counts as one, and which spellings are the same."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfos.identity.emails import checked_email, email_hash
from selfos.kernel.keys.sealing import Sealer

LOCAL_64 = "a" * 64


@pytest.mark.parametrize(
    "address",
    [
        "ada@example.org",
        "ada.lovelace+notes@mail.example.co.uk",
        "o'brien_1@example.org",
        "jörg@müller.example",
        "用户@例子.公司",
        "a@b-c.de",
        f"{LOCAL_64}@example.org",
    ],
)
def test_an_address_is_taken_as_it_is_written(address: str):
    assert checked_email(f"  {address}\n") == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ada",
        "ada@",
        "@example.org",
        "ada@localhost",
        "adaexample.org",
        "ada@exam ple.org",
        "ada lovelace@example.org",
        ".ada@example.org",
        "ada.@example.org",
        "a..b@example.org",
        "ada@-example.org",
        "ada@example-.org",
        "ada@example..org",
        "ada@example.org.",
        "ada@exam_ple.org_",
        "ada@example.org\nBcc: eve@example.org",
        "ada\x00@example.org",
        "<ada@example.org>",
        f"{LOCAL_64}a@example.org",
        f"ada@{'a' * 64}.org",
        f"ada@{'a' * 60}.{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 20}.org",
    ],
)
def test_what_is_no_address_is_refused(address: str):
    with pytest.raises(ValueError, match="e-mail address"):
        checked_email(address)


@given(st.text(max_size=300))
def test_any_text_is_an_address_or_refused_at_once(text: str):
    with suppress(ValueError):
        assert checked_email(checked_email(text)) == checked_email(text)


def test_spellings_of_one_address_have_one_hash(sealer: Sealer):
    same = {
        email_hash(sealer, checked_email(a)) for a in ("Zoë@Example.org", " zoe\u0308@EXAMPLE.ORG ", "ZOË@example.org")
    }
    assert len(same) == 1
    assert same != {email_hash(sealer, "zoe@example.org")}
