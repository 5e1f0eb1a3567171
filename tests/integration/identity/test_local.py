"""The machine's own account and its token."""

import asyncio
import os
import stat
from pathlib import Path

import pytest

from selfos.identity import InvalidToken
from selfos.kernel.principal import ActorKind
from tests.integration.identity.conftest import Home, MovableClock, OpenHome

posix = pytest.mark.skipif(os.name != "posix", reason="file modes")


def token(home: Home) -> str:
    return home.identity.local_token.path.read_text().strip()


async def test_the_machine_may_act_before_anybody_registered(home: Home):
    principal = await home.identity.principal(f"Bearer {token(home)}")
    assert principal.account_id == home.owner_id
    assert (principal.role, principal.installation_owner, principal.scopes) == ("owner", True, None)
    assert (principal.actor.kind, principal.actor.id) == (ActorKind.PERSON, home.owner_id)
    me = await home.act("account.me", principal)
    assert (me.email, me.display_name) == (None, None)


async def test_every_start_finds_the_same_account_and_token(open_home: OpenHome):
    first = await open_home()
    before = token(first)
    second = await open_home()
    assert (second.owner_id, token(second)) == (first.owner_id, before)


async def test_processes_that_start_at_once_agree_on_one_owner(open_home: OpenHome):
    homes = await asyncio.gather(*(open_home() for _ in range(5)))
    assert len({home.owner_id for home in homes}) == 1
    async with homes[0].database.installation() as connection:
        assert await connection.fetchval("SELECT count(*) FROM accounts") == 1
        assert await connection.fetchval("SELECT count(*) FROM spaces") == 1


@posix
async def test_the_file_is_for_this_account_only(home: Home):
    assert stat.S_IMODE(home.identity.local_token.path.stat().st_mode) == 0o600


@posix
async def test_a_token_that_others_could_read_counts_no_longer_and_is_replaced(home: Home):
    seen = token(home)
    home.identity.local_token.path.chmod(0o644)
    with pytest.raises(InvalidToken):
        await home.identity.principal(f"Bearer {seen}")
    await home.identity.ensure_local_owner()
    assert token(home) != seen
    assert stat.S_IMODE(home.identity.local_token.path.stat().st_mode) == 0o600
    await home.identity.principal(f"Bearer {token(home)}")


@posix
async def test_a_link_in_its_place_is_not_followed(home: Home, tmp_path: Path):
    path = home.identity.local_token.path
    planted = tmp_path / "planted"
    planted.write_text(token(home))
    planted.chmod(0o600)
    path.unlink()
    path.symlink_to(planted)
    with pytest.raises(InvalidToken):
        await home.identity.principal(f"Bearer {planted.read_text()}")
    await home.identity.ensure_local_owner()
    assert not path.is_symlink()


async def test_removing_the_file_ends_the_access(home: Home, time: MovableClock):
    bearer = f"Bearer {token(home)}"
    await home.identity.principal(bearer)
    home.identity.local_token.path.unlink()
    time.advance(seconds=5)
    with pytest.raises(InvalidToken):
        await home.identity.principal(bearer)


@pytest.mark.parametrize("wrong", ["soslocal_", "soslocal_guess", "soslocal_\u00e9", ""])
async def test_a_guess_is_refused(home: Home, wrong: str):
    with pytest.raises(InvalidToken):
        await home.identity.principal(f"Bearer {wrong}")
