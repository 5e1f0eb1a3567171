"""Signing in, changing the password, the profile."""

import asyncio
import threading

import pytest
from argon2 import PasswordHasher

from selfos.identity import Identity, InvalidToken, Origin
from selfos.identity.passwords import Passwords
from selfos.kernel.errors import Conflict, Forbidden, Invalid, TooManyRequests, Unauthorized
from tests.integration.identity.conftest import CHEAP, EMAIL, PASSWORD, Home, OpenHome

NEW = "another quiet phrase"
WRONG = "wrong wrong wrong"
COMPOSED, DECOMPOSED = "Zoë's ﬁne café pass", "Zoe\u0308's fine cafe\u0301 pass"


async def change(home: Home, principal, current: str = PASSWORD, new: str = NEW):
    return await home.act("account.password", principal, current_password=current, new_password=new)


async def test_a_wrong_password_and_an_unknown_address_are_the_same_answer(home: Home, monkeypatch: pytest.MonkeyPatch):
    await home.register()
    verified = []
    verify = PasswordHasher.verify

    def counted(self: PasswordHasher, encoded: str, password: str) -> bool:
        verified.append(encoded.split("$")[1:4])
        return verify(self, encoded, password)

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    said = set()
    for email, password in ((EMAIL, "not the password"), ("nobody@example.org", PASSWORD)):
        with pytest.raises(Unauthorized) as refused:
            await home.login(email, password)
        said.add((refused.value.status, str(refused.value.body()), str(refused.value.headers())))
    assert len(said) == 1
    assert refused.value.headers()["WWW-Authenticate"] == "Bearer"
    assert verified[0] == verified[1]  # one verification each, of the same cost


async def test_passwords_are_one_in_every_composition(home: Home):
    await home.register(EMAIL, COMPOSED)
    assert await home.login(EMAIL, DECOMPOSED)


async def test_changing_the_password_ends_every_other_session(home: Home):
    here, there = await home.register(), await home.login()
    await home.principal(there)
    assert (await change(home, await home.principal(here))).revoked == 1
    await home.principal(here)
    with pytest.raises(InvalidToken):
        await home.principal(there)
    with pytest.raises(Unauthorized):
        await home.login()
    await home.login(password=NEW)


async def test_the_current_password_is_needed_and_the_new_one_must_be_good(home: Home):
    principal = await home.principal(await home.register())
    with pytest.raises(Invalid) as wrong:
        await change(home, principal, current=NEW)
    assert wrong.value.field == "current_password"
    with pytest.raises(Invalid) as weak:
        await change(home, principal, new="password123")
    assert weak.value.field == "new_password"
    await home.login()


async def test_of_two_changes_at_once_one_wins(home: Home):
    principal = await home.principal(await home.register())
    tries = [change(home, principal, new=f"{NEW} {n}") for n in range(2)]
    answers = await home.all_at_once("SELECT FROM accounts FOR UPDATE", tries)
    assert sorted(type(a).__name__ for a in answers) == ["Conflict", "Revoked"]


async def test_a_login_with_the_old_password_does_not_outlive_its_change(home: Home):
    principal = await home.principal(await home.register())
    verified, changed = asyncio.Event(), asyncio.Event()
    matches = Passwords.matches

    class Slow(Passwords):
        async def matches(self, password: str, encoded: str | None) -> bool:
            answer = await matches(self, password, encoded)
            verified.set()
            await changed.wait()
            return answer

    quick, home.identity.accounts._passwords = home.identity.accounts._passwords, Slow(CHEAP)
    login = asyncio.create_task(home.login())
    await verified.wait()
    home.identity.accounts._passwords = quick
    await change(home, principal)
    changed.set()
    with pytest.raises(Unauthorized):
        await login


async def test_an_account_nobody_registered_has_no_password_to_change(home: Home):
    principal = await home.identity.principal(f"Bearer {home.identity.local_token.path.read_text().strip()}")
    with pytest.raises(Conflict, match="register"):
        await change(home, principal)


async def test_a_hash_of_weaker_parameters_is_renewed_at_login(home: Home):
    await home.register()
    before = await _stored(home)
    await home.login()
    assert await _stored(home) == before
    costlier = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    home.identity.accounts._passwords = Passwords(costlier)
    await home.login()
    renewed = await _stored(home)
    assert renewed != before
    await home.login()
    assert await _stored(home) == renewed


async def _stored(home: Home) -> bytes:
    async with home.database.installation() as connection:
        stored: bytes = await connection.fetchval("SELECT password FROM accounts")
    return stored


async def test_hashing_never_holds_the_event_loop_and_two_run_at_most(monkeypatch: pytest.MonkeyPatch):
    running, most, threads = 0, 0, set()
    lock, both = threading.Lock(), threading.Barrier(2)

    def slow(_self: PasswordHasher, _password: str) -> str:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
            threads.add(threading.get_ident())
        both.wait(10)
        with lock:
            running -= 1
        return ""

    monkeypatch.setattr(PasswordHasher, "hash", slow)
    passwords = Passwords(CHEAP)
    await asyncio.gather(*(passwords.hash("x") for _ in range(6)))
    assert most == 2
    assert threading.get_ident() not in threads


async def test_tries_are_limited_by_address_and_for_an_account(open_home: OpenHome):
    home = await open_home(login_limit=3)
    await home.register()
    for _ in range(2):
        with pytest.raises(Unauthorized):
            await home.login(EMAIL, WRONG)
    with pytest.raises(TooManyRequests) as limited:
        await home.login()
    assert 1 <= int(limited.value.headers()["Retry-After"]) <= 60
    for n in range(12):
        with pytest.raises(Unauthorized):
            await home.login(EMAIL, WRONG, origin=Origin(f"198.51.100.{n}"))
    await home.login(origin=Origin("198.51.100.200"))
    with pytest.raises(TooManyRequests):
        await home.login(origin=Origin("198.51.100.201"))
    with pytest.raises(Unauthorized):
        await home.login("grace@example.org", origin=Origin("198.51.100.202"))


async def test_the_name_is_changed_and_taken_away(home: Home):
    principal = await home.principal(await home.register(display_name="Ada"))
    assert (await home.act("account.update", principal, display_name="Ada L.")).display_name == "Ada L."
    assert (await home.act("account.update", principal)).display_name == "Ada L."
    me = await home.act("account.update", principal, display_name=None)
    assert (me.display_name, me.email) == (None, EMAIL)


async def test_the_machines_token_sets_a_forgotten_password_and_nobody_else_may(home: Home):
    signed_in = await home.register()
    with pytest.raises(Invalid):
        await home.act("account.password", await home.principal(signed_in), new_password=NEW)
    machine = await home.identity.principal(f"Bearer {home.identity.local_token.path.read_text().strip()}")
    assert (await home.act("account.password", machine, new_password=NEW)).revoked == 1
    with pytest.raises(InvalidToken):
        await home.principal(signed_in)
    await home.login(password=NEW)


async def test_a_disabled_account_is_out(home: Home):
    signed_in = await home.register()
    async with home.database.installation() as connection:
        await connection.execute("UPDATE accounts SET disabled_at = now()")
    with pytest.raises(InvalidToken):
        await home.principal(signed_in)
    with pytest.raises(Unauthorized):
        await home.login()


async def test_a_key_changes_nothing_about_the_account(home: Home):
    principal = await home.principal(await home.register())
    key = await home.act("api_keys.create", principal, name="all", scopes={"*:*"})
    identity: Identity = home.identity
    by_key = await identity.principal(f"Bearer {key.key}")
    assert (await home.act("account.me", by_key)).scopes == ["*:*"]
    for name, given in (
        ("account.update", {"display_name": "Eve"}),
        ("account.password", {"current_password": PASSWORD, "new_password": NEW}),
        ("sessions.revoke_others", {}),
        ("api_keys.create", {"name": "more", "scopes": {"*:*"}}),
        ("api_keys.revoke", {"id": key.id}),
        ("invitations.create", {}),
    ):
        with pytest.raises(Forbidden):
            await home.act(name, by_key, **given)
