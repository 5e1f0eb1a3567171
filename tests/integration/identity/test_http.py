"""The same through the HTTP interface: paths, statuses, headers."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.fixtures.house import House, house_settings, opened_house
from tests.fixtures.postgres import Database
from tests.integration.identity.conftest import EMAIL, PASSWORD

BODY = {"email": EMAIL, "password": PASSWORD}
NEW = "another quiet phrase"


@pytest.fixture
async def own_house(fresh_database: Database, tmp_path: Path) -> AsyncIterator[House]:
    async with opened_house(house_settings(fresh_database, tmp_path, registration="first", login_limit=8)) as running:
        yield running


def expect(answer: httpx.Response, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    body: dict[str, Any] = answer.json() if answer.content else {}
    return body


async def test_a_person_registers_signs_in_and_out(own_house: House):
    async with own_house.client() as anybody:
        first = expect(await anybody.post("/auth/register", json=BODY), 201)
        expect(await anybody.post("/auth/register", json={**BODY, "email": "eve@example.org"}), 403)
        second = expect(await anybody.post("/auth/login", json=BODY), 200)
        third = expect(await anybody.post("/auth/refresh", json={"refresh_token": second["refresh_token"]}), 200)
        again = await anybody.post("/auth/refresh", json={"refresh_token": second["refresh_token"]})
        assert expect(again, 409)["type"] == "urn:selfos:problem:already-refreshed"
    async with own_house.client(third["access_token"]) as person:
        assert expect(await person.get("/auth/me"), 200)["email"] == EMAIL
        renamed = await person.patch("/auth/me", json={"display_name": "Ada"})
        assert expect(renamed, 200)["display_name"] == "Ada"
        listed = expect(await person.get("/auth/sessions"), 200)["items"]
        assert {s["id"]: s["current"] for s in listed} == {first["session_id"]: False, third["session_id"]: True}
        expect(await person.delete(f"/auth/sessions/{first['session_id']}"), 200)
        change = {"current_password": PASSWORD, "new_password": NEW}
        assert expect(await person.post("/auth/password", json=change), 200) == {"revoked": 0}
        expect(await person.post("/auth/logout", json={}), 204)
        gone = await person.get("/auth/me")
        expect(gone, 401)
        assert gone.headers["WWW-Authenticate"] == 'Bearer error="invalid_token"'


async def test_a_key_is_made_used_rotated_and_revoked(own_house: House):
    token = own_house.runtime.settings.data.joinpath("local.token").read_text().strip()
    async with own_house.client(token) as machine:
        given = {"name": "Phone", "scopes": ["account:read"]}
        made = expect(await machine.post("/api-keys", json=given), 201)
        async with own_house.client(made["key"]) as program:
            assert expect(await program.get("/auth/me"), 200)["scopes"] == ["account:read"]
            expect(await program.get("/api-keys"), 403)
            rotated = expect(await machine.post(f"/api-keys/{made['id']}/rotate", json={}), 200)
            assert rotated["key"] != made["key"]
            expect(await program.get("/auth/me"), 401)
        expect(await machine.delete(f"/api-keys/{made['id']}"), 200)
        assert expect(await machine.get("/api-keys"), 200) == {"items": []}
        expect(await machine.delete(f"/api-keys/{made['id']}"), 404)
        expect(await machine.post("/invitations", json={}), 403)


async def test_nobody_gets_in_without_a_credential(own_house: House):
    async with own_house.client() as anybody:
        answer = await anybody.get("/auth/me")
        expect(answer, 401)
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        for wrong in ("Basic YTpi", "Bearer", "Bearer x", "Bearer sos_x_y", f"Bearer {'x' * 5000}"):
            expect(await anybody.get("/auth/me", headers={"Authorization": wrong}), 401)


async def test_too_many_tries_are_told_when_to_come_back(own_house: House):
    async with own_house.client() as anybody:
        wrong = {**BODY, "password": NEW}
        statuses = [(await anybody.post("/auth/login", json=wrong)).status_code for _ in range(8)]
        assert statuses == [401] * 8
        limited = await anybody.post("/auth/login", json=wrong)
        expect(limited, 429)
        assert 1 <= int(limited.headers["Retry-After"]) <= 60


async def test_a_refused_input_is_named_and_not_repeated(own_house: House):
    async with own_house.client() as anybody:
        for field, value in (("email", "canary"), ("password", "canary"), ("display_name", "\x07canary")):
            answer = await anybody.post("/auth/register", json={**BODY, field: value})
            assert [e["field"] for e in expect(answer, 422)["errors"]] == [field]
            assert "canary" not in answer.text
