"""API keys."""

from datetime import datetime, timedelta

import pytest
from pydantic import ValidationError

from selfos.identity import InvalidToken
from selfos.identity.models import KeyCreate, Keys
from selfos.kernel import clock
from selfos.kernel.errors import Forbidden, Invalid, NotFound, TooManyRequests
from selfos.kernel.ids import new_id
from selfos.kernel.principal import ActorKind, Principal
from tests.integration.identity.conftest import Home, MovableClock, OpenHome


async def make(home: Home, principal: Principal, **given):
    return await home.act("api_keys.create", principal, **{"name": "Shortcut", "scopes": {"thoughts:write"}, **given})


async def by(home: Home, key: str) -> Principal:
    return await home.identity.principal(f"Bearer {key}")


@pytest.fixture
async def ada(home: Home) -> Principal:
    return await home.principal(await home.register())


async def test_a_key_does_what_its_scopes_say_in_its_space(home: Home, ada: Principal):
    made = await make(home, ada)
    principal = await by(home, made.key)
    assert (principal.account_id, principal.space_id) == (ada.account_id, ada.space_id)
    assert (principal.actor.kind, principal.actor.id) == (ActorKind.KEY, made.id)
    principal.require("thoughts:write")
    principal.require("thoughts:read")
    for scope in ("tasks:read", "tasks:write", "api_keys:read"):
        with pytest.raises(Forbidden):
            principal.require(scope)
    with pytest.raises(Forbidden, match="another space"):
        await home.identity.principal(f"Bearer {made.key}", new_id())


async def test_a_secret_is_shown_once(home: Home, ada: Principal):
    made = await make(home, ada, scopes={"*:read", "thoughts:write"})
    assert made.key.startswith(f"sos_{made.id.hex}_")
    (listed,) = (await home.act("api_keys.list", ada)).items
    assert (listed.id, listed.name, listed.scopes) == (made.id, "Shortcut", ["*:read", "thoughts:write"])
    assert made.key.rpartition("_")[2] not in listed.model_dump_json()
    assert made.key not in repr(made)


async def test_what_is_not_the_key_is_not_let_in(home: Home, ada: Principal):
    made = await make(home, ada)
    other = await make(home, ada)
    swapped = f"sos_{made.id.hex}_{other.key.split('_', 2)[2]}"
    unknown = f"sos_{new_id().hex}_{made.key.split('_', 2)[2]}"
    for wrong in (swapped, unknown, made.key[:-1], f"{made.key}x", "sos_", "sos__", "sos_x_y", made.key.upper()):
        with pytest.raises(InvalidToken) as refused:
            await by(home, wrong)
        assert refused.value.headers()["WWW-Authenticate"] == 'Bearer error="invalid_token"'


async def test_a_key_expires_at_its_moment_though_it_was_just_in_use(home: Home, ada: Principal, time: MovableClock):
    made = await make(home, ada, expires_at=time.now + timedelta(hours=1))
    time.advance(minutes=59, seconds=58)
    await by(home, made.key)
    time.advance(seconds=2)
    with pytest.raises(InvalidToken):
        await by(home, made.key)


async def test_a_revoked_key_ends_at_once(home: Home, ada: Principal):
    made = await make(home, ada)
    await by(home, made.key)
    await home.act("api_keys.revoke", ada, id=made.id)
    with pytest.raises(InvalidToken):
        await by(home, made.key)
    assert (await home.act("api_keys.list", ada)).items == []
    for act in ("api_keys.revoke", "api_keys.rotate"):
        with pytest.raises(NotFound):
            await home.act(act, ada, id=made.id)


async def test_rotating_ends_the_old_secret_at_once(home: Home, ada: Principal):
    made = await make(home, ada)
    await by(home, made.key)
    rotated = await home.act("api_keys.rotate", ada, id=made.id)
    assert (rotated.id, rotated.scopes) == (made.id, made.scopes)
    assert (await by(home, rotated.key)).actor.id == made.id
    with pytest.raises(InvalidToken):
        await by(home, made.key)


async def test_rotating_with_grace_lets_the_old_secret_work_that_long(home: Home, ada: Principal, time: MovableClock):
    made = await make(home, ada)
    rotated = await home.act("api_keys.rotate", ada, id=made.id, grace_seconds=60)
    time.advance(seconds=58)
    await by(home, made.key)
    time.advance(seconds=2)
    with pytest.raises(InvalidToken):
        await by(home, made.key)
    await by(home, rotated.key)


async def test_use_is_noted_once_a_minute(home: Home, ada: Principal, time: MovableClock):
    made = await make(home, ada)

    async def last_used() -> datetime | None:
        listed: Keys = await home.act("api_keys.list", ada)
        return listed.items[0].last_used_at

    assert await last_used() is None
    await by(home, made.key)
    first = await last_used()
    assert first == time.now
    time.advance(seconds=50)
    await by(home, made.key)
    assert await last_used() == first
    time.advance(seconds=10)
    await by(home, made.key)
    assert await last_used() == time.now


async def test_a_key_of_another_account_cannot_be_touched(home: Home, ada: Principal):
    made = await make(home, ada)
    grace = await home.principal(await home.register("grace@example.org"))
    assert (await home.act("api_keys.list", grace)).items == []
    for act in ("api_keys.revoke", "api_keys.rotate"):
        with pytest.raises(NotFound):
            await home.act(act, grace, id=made.id)
    await by(home, made.key)


async def test_a_key_cannot_be_born_dead(home: Home, ada: Principal):
    with pytest.raises(Invalid) as refused:
        await make(home, ada, expires_at=clock.now())
    assert refused.value.field == "expires_at"


async def test_a_scope_that_nothing_asks_for_is_named(home: Home, ada: Principal):
    with pytest.raises(Invalid, match="nothing here asks for thougts:write") as raised:
        await make(home, ada, scopes={"thougts:write", "tasks:read"})
    assert raised.value.field == "scopes"
    await make(home, ada, scopes={"sync:write", "analyses:read", "account:read", "*:read"})


@pytest.mark.parametrize(
    "scopes", [set(), {"thoughts"}, {"thoughts:delete"}, {"Thoughts:read"}, {":read"}, {"a b:read"}]
)
def test_a_scope_has_a_form(scopes: set[str]):
    with pytest.raises(ValidationError):
        KeyCreate(name="x", scopes=frozenset(scopes))


async def test_each_key_has_its_own_limit(open_home: OpenHome):
    home = await open_home(request_limit=5)
    ada = await home.principal(await home.register())
    one, other = await make(home, ada), await make(home, ada)
    for _ in range(5):
        await by(home, one.key)
    with pytest.raises(TooManyRequests) as limited:
        await by(home, one.key)
    assert limited.value.retry_after >= 1
    await by(home, other.key)
