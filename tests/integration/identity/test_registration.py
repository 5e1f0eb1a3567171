"""Who may register, and how the first person takes over the machine's own account."""

import asyncio

import asyncpg
import pytest
from pydantic import ValidationError

from selfos.identity import Register
from selfos.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from tests.integration.identity.conftest import EMAIL, PASSWORD, Home, MovableClock, OpenHome

# "qwertyuiop" in full-width letters
WIDE = "".join(chr(ord(letter) + 0xFEE0) for letter in "qwertyuiop")


async def local(home: Home):
    return await home.identity.principal(f"Bearer {home.identity.local_token.path.read_text().strip()}")


async def test_the_first_registration_takes_over_the_machines_account(open_home: OpenHome):
    home = await open_home()
    before = await local(home)
    signed_in = await home.register(display_name="Ada")
    after = await home.principal(signed_in)
    assert (after.account_id, after.space_id) == (before.account_id, before.space_id) == (home.owner_id, after.space_id)
    assert after.installation_owner
    assert (await local(home)).account_id == home.owner_id
    me = await home.act("account.me", after)
    assert (me.email, me.display_name, me.installation_owner) == (EMAIL, "Ada", True)
    assert [(s.kind, s.role) for s in me.spaces] == [("personal", "owner")]


@pytest.mark.parametrize("policy", ["first", "invite"])
async def test_the_second_is_turned_away_without_hearing_who_is_there(open_home: OpenHome, policy: str):
    home = await open_home(registration=policy)
    await home.register()
    said = set()
    for email in (EMAIL, "grace@example.org"):
        with pytest.raises(Forbidden) as refused:
            await home.register(email)
        said.add(str(refused.value.body()))
    assert len(said) == 1


async def test_of_two_first_registrations_at_once_one_wins(open_home: OpenHome):
    here, there = await open_home(), await open_home()
    answers = await asyncio.gather(
        here.register(), there.register("eve@example.org"), here.register("bob@example.org"), return_exceptions=True
    )
    won = [a for a in answers if not isinstance(a, BaseException)]
    assert [a.account_id for a in won] == [here.owner_id]
    assert sum(isinstance(a, Forbidden) for a in answers) == 2
    async with here.database.installation() as connection:
        assert await connection.fetchval("SELECT count(*) FROM accounts") == 1


async def test_an_open_installation_gives_everybody_a_space_of_their_own(home: Home):
    ada, grace = await home.register(), await home.register("grace@example.org")
    one, other = await home.principal(ada), await home.principal(grace)
    assert one.installation_owner
    assert not other.installation_owner
    assert one.space_id != other.space_id
    async with home.database.space(other.space_id) as connection:
        assert await connection.fetchval("SELECT version FROM space_versions") == 0
    bearer = f"Bearer {grace.access_token}"
    assert (await home.identity.principal(bearer, other.space_id)).role == "owner"
    with pytest.raises(Forbidden, match="not a member"):
        await home.identity.principal(bearer, one.space_id)


async def test_an_address_is_taken_in_every_spelling(home: Home):
    await home.register()
    with pytest.raises(Conflict) as taken:
        await home.register("  ADA@Example.ORG ")
    assert EMAIL not in str(taken.value.body())
    async with home.database.installation() as connection:
        assert await connection.fetchval("SELECT count(*) FROM spaces") == 1
    assert (await home.login("Ada@EXAMPLE.org")).account_id == home.owner_id


@pytest.mark.parametrize(
    "password", ["short one", "password123", "PASSWORD123", "aaaaaaaaaaaaaa", "x" * 1001, EMAIL, WIDE]
)
async def test_a_weak_password_is_refused_and_changes_nothing(home: Home, password: str):
    with pytest.raises(Invalid) as refused:
        await home.register(password=password)
    assert refused.value.field == "password"
    assert password not in str(refused.value.body())
    assert (await local(home)).account_id == home.owner_id
    await home.register()


@pytest.mark.parametrize("field", ["email", "display_name", "role"])
async def test_a_wrong_field_is_named_and_its_value_is_not(field: str):
    given = {"email": EMAIL, "password": PASSWORD, field: "\x07canary"}
    with pytest.raises(ValidationError) as wrong:
        Register.model_validate(given)
    assert [e["loc"] for e in wrong.value.errors()] == [(field,)]
    assert "canary" not in str(wrong.value)


async def test_an_invitation_admits_once(open_home: OpenHome):
    home = await open_home(registration="invite")
    owner = await home.principal(await home.register())
    code = (await home.act("invitations.create", owner, note="For Grace")).code
    grace = await home.register("grace@example.org", invitation=code)
    with pytest.raises(Forbidden, match="not valid"):
        await home.register("eve@example.org", invitation=code)
    (listed,) = (await home.act("invitations.list", owner)).items
    assert listed.note == "For Grace"
    assert listed.used_at is not None
    assert not hasattr(listed, "code")
    with pytest.raises(Forbidden, match="owner"):
        await home.act("invitations.create", await home.principal(grace))


async def test_an_invitation_used_twice_at_once_admits_one(open_home: OpenHome):
    home = await open_home(registration="invite")
    owner = await home.principal(await home.register())
    code = (await home.act("invitations.create", owner)).code
    tries = [home.register(f"guest{n}@example.org", invitation=code) for n in range(4)]
    answers = await home.all_at_once("SELECT FROM invitations FOR UPDATE", tries)
    assert sorted(type(a).__name__ for a in answers) == ["Forbidden", "Forbidden", "Forbidden", "SignedIn"]


async def test_invitations_expire_are_withdrawn_and_may_name_their_guest(open_home: OpenHome, time: MovableClock):
    home = await open_home(registration="invite")
    owner = await home.principal(await home.register())
    named = await home.act("invitations.create", owner, email="Grace@example.org", days=1)
    with pytest.raises(Forbidden, match="another e-mail"):
        await home.register("eve@example.org", invitation=named.code)
    withdrawn = await home.act("invitations.create", owner)
    await home.act("invitations.revoke", owner, id=withdrawn.id)
    with pytest.raises(NotFound):
        await home.act("invitations.revoke", owner, id=withdrawn.id)
    for code in (withdrawn.code, withdrawn.code[:-1], "sosinvite_x_y", "nothing"):
        with pytest.raises(Forbidden, match="not valid"):
            await home.register("grace@example.org", invitation=code)
    time.advance(days=1)
    with pytest.raises(Forbidden, match="not valid"):
        await home.register("grace@example.org", invitation=named.code)


async def test_a_closed_installation_gives_no_invitations(open_home: OpenHome):
    home = await open_home(registration="first")
    owner = await home.principal(await home.register())
    with pytest.raises(Forbidden, match="SELFOS_REGISTRATION"):
        await home.act("invitations.create", owner)


async def test_nothing_private_stands_readable_in_any_row(open_home: OpenHome):
    home = await open_home(registration="invite")
    signed_in = await home.register(display_name="Canary Lovelace")
    principal = await home.principal(signed_in)
    key = await home.act("api_keys.create", principal, name="canary-key-name", scopes={"thoughts:write"})
    invited = await home.act("invitations.create", principal, email="canary@guest.example", note="canary-note")
    planted = [EMAIL, PASSWORD, "Canary", "canary", "192.0.2.7", "Telescope", "argon2", "thoughts:write"]
    planted += [signed_in.refresh_token, signed_in.access_token, key.key.rpartition("_")[2], invited.code]
    connection = await asyncpg.connect(home.owner_dsn)
    try:
        tables = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        stored = b"".join([await _everything(connection, row["tablename"]) for row in tables])
    finally:
        await connection.close()
    assert signed_in.session_id.hex.encode() in stored.replace(b"-", b"")
    assert [word for word in planted if word.encode().lower() in stored.lower()] == []


async def _everything(connection: asyncpg.Connection, table: str) -> bytes:
    rows = await connection.fetch(f'SELECT * FROM "{table}"')
    return b"\n".join(v if isinstance(v, bytes) else str(v).encode() for row in rows for v in row.values())
