"""Refreshing, theft, expiry, revocation."""

from datetime import timedelta
from uuid import uuid4

import pytest

from selfos.identity import AlreadyRefreshed, InvalidToken, Logout, Refresh
from selfos.kernel.errors import NotFound, Unauthorized
from tests.integration.identity.conftest import PASSWORD, Home, MovableClock, OpenHome


async def refresh(home: Home, token: str):
    return await home.identity.refresh(Refresh(refresh_token=token))


async def test_each_refresh_brings_the_next_token_of_the_same_session(home: Home, time: MovableClock):
    first = await home.register()
    time.advance(minutes=50)
    second = await refresh(home, first.refresh_token)
    assert second.session_id == first.session_id
    assert second.refresh_token != first.refresh_token
    assert (await home.principal(second)).account_id == first.account_id
    third = await refresh(home, second.refresh_token)
    assert third.refresh_expires_at == time.now + timedelta(days=30)


async def test_a_used_token_ends_the_session_for_thief_and_owner(home: Home, time: MovableClock):
    first = await home.register()
    second = await refresh(home, first.refresh_token)
    time.advance(minutes=2)
    with pytest.raises(InvalidToken, match="used before"):
        await refresh(home, first.refresh_token)
    with pytest.raises(InvalidToken, match="ended"):
        await refresh(home, second.refresh_token)
    with pytest.raises(InvalidToken):
        await home.principal(second)


async def test_a_device_that_never_heard_the_answer_repeats_its_refresh(home: Home, time: MovableClock):
    first = await home.register()
    for _ in range(3):
        await refresh(home, first.refresh_token)
        time.advance(seconds=60)
    heard = await refresh(home, first.refresh_token)
    assert heard.session_id == first.session_id
    assert (await refresh(home, heard.refresh_token)).session_id == first.session_id


async def test_whoever_repeats_a_stolen_exchange_is_found_out_by_the_owners_next_one(home: Home, time: MovableClock):
    first = await home.register()
    owners = await refresh(home, first.refresh_token)
    time.advance(seconds=60)
    thiefs = await refresh(home, first.refresh_token)
    with pytest.raises(InvalidToken, match="used before"):
        await refresh(home, owners.refresh_token)
    with pytest.raises(InvalidToken):
        await home.principal(thiefs)


@pytest.mark.usefixtures("time")
async def test_a_token_older_than_the_previous_one_is_theft_at_once(home: Home):
    first = await home.register()
    second = await refresh(home, first.refresh_token)
    third = await refresh(home, second.refresh_token)
    with pytest.raises(InvalidToken, match="used before"):
        await refresh(home, first.refresh_token)
    with pytest.raises(InvalidToken, match="ended"):
        await refresh(home, third.refresh_token)


@pytest.mark.usefixtures("time")
async def test_two_tabs_that_refresh_at_once_stay_signed_in(home: Home):
    first = await home.register()
    tries = [refresh(home, first.refresh_token) for _ in range(4)]
    answers = await home.all_at_once("SELECT FROM sessions FOR UPDATE", tries)
    won = [a for a in answers if not isinstance(a, BaseException)]
    assert len(won) == 1
    assert all(isinstance(a, AlreadyRefreshed) and a.status == 409 for a in answers if a is not won[0])
    assert (await refresh(home, won[0].refresh_token)).session_id == first.session_id


async def test_an_invented_token_of_a_known_session_ends_nothing(home: Home):
    first = await home.register()
    invented = f"{first.session_id}.{'A' * 64}"
    for token in (invented, f"{uuid4()}.{first.refresh_token.partition('.')[2]}", "", "x", "\x00.\x00"):
        with pytest.raises(InvalidToken, match="not valid"):
            await refresh(home, token)
    await refresh(home, first.refresh_token)


async def test_an_unused_session_ends_after_thirty_days_and_use_prolongs_it(home: Home, time: MovableClock):
    first = await home.register()
    time.advance(days=29)
    second = await refresh(home, first.refresh_token)
    time.advance(days=29)
    third = await refresh(home, second.refresh_token)
    time.advance(days=30, seconds=1)
    with pytest.raises(InvalidToken, match="ended"):
        await refresh(home, third.refresh_token)


async def test_an_access_token_ends_after_its_hour_also_when_it_was_just_in_use(home: Home, time: MovableClock):
    signed_in = await home.register()
    assert signed_in.expires_in == 3600
    time.advance(seconds=3597)
    await home.principal(signed_in)
    time.advance(seconds=4)
    with pytest.raises(InvalidToken, match="expired"):
        await home.principal(signed_in)


async def test_sessions_are_listed_with_their_device_and_revoked(home: Home):
    phone, laptop = await home.register(), await home.login()
    me = await home.principal(laptop)
    listed = (await home.act("sessions.list", me)).items
    assert {s.id: s.current for s in listed} == {phone.session_id: False, laptop.session_id: True}
    assert {(s.address, s.user_agent) for s in listed} == {("192.0.2.7", "Telescope/1.0 (canary-agent)")}
    await home.principal(phone)
    await home.act("sessions.revoke", me, id=phone.session_id)
    with pytest.raises(InvalidToken):  # at once in this process, though it was proved a moment ago
        await home.principal(phone)
    with pytest.raises(NotFound):
        await home.act("sessions.revoke", me, id=phone.session_id)
    assert [s.id for s in (await home.act("sessions.list", me)).items] == [laptop.session_id]


async def test_nobody_revokes_the_session_of_another(home: Home):
    ada = await home.register()
    grace = await home.register("grace@example.org")
    with pytest.raises(NotFound):
        await home.act("sessions.revoke", await home.principal(grace), id=ada.session_id)
    await home.principal(ada)


async def test_every_other_session_can_be_revoked(home: Home):
    sessions = [await home.register(), await home.login(), await home.login()]
    kept = await home.principal(sessions[1])
    assert (await home.act("sessions.revoke_others", kept)).revoked == 2
    await home.principal(sessions[1])
    for ended in (sessions[0], sessions[2]):
        with pytest.raises(InvalidToken):
            await home.principal(ended)


async def test_another_process_notices_a_revocation_within_five_seconds(open_home: OpenHome, time: MovableClock):
    here, there = await open_home(), await open_home()
    signed_in = await here.register()
    await there.principal(signed_in)
    await here.act("sessions.revoke", await here.principal(signed_in), id=signed_in.session_id)
    time.advance(seconds=5)
    with pytest.raises(InvalidToken):
        await there.principal(signed_in)


@pytest.mark.usefixtures("time")
async def test_a_proof_is_not_asked_for_again_within_five_seconds(home: Home):
    signed_in = await home.register()
    principal = await home.principal(signed_in)
    await home.database.close()
    assert await home.principal(signed_in) is principal


@pytest.mark.parametrize("by", ["refresh", "access"])
async def test_logging_out_ends_the_session(home: Home, by: str):
    signed_in = await home.register()
    await home.principal(signed_in)
    bearer = f"Bearer {signed_in.access_token}"
    if by == "refresh":
        await home.identity.logout(Logout(refresh_token=signed_in.refresh_token), None)
        await home.identity.logout(Logout(refresh_token=signed_in.refresh_token), None)
    else:
        await home.identity.logout(Logout(), bearer)
    with pytest.raises(InvalidToken):
        await home.identity.principal(bearer)
    with pytest.raises(InvalidToken):
        await refresh(home, signed_in.refresh_token)


async def test_logging_out_without_any_token_is_refused(home: Home):
    with pytest.raises(Unauthorized):
        await home.identity.logout(Logout(), None)


async def test_sessions_that_ended_long_ago_are_swept_at_the_next_login(home: Home, time: MovableClock):
    first = await home.register()
    time.advance(days=61)
    await home.login(password=PASSWORD)
    async with home.database.installation() as connection:
        assert await connection.fetchval("SELECT count(*) FROM sessions WHERE id = $1", first.session_id) == 0
