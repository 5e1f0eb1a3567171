"""Devices that work apart and meet end in the same state: the server's, with every act in it, once.

Random histories of three devices: acts while offline, lost requests, lost answers, repeats, the same push from two
tabs at once, crashes between any two steps, half-read pages, in any order. At the end everybody may speak freely.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selfos.identity.spaces import Spaces, join
from selfos.kernel.keys.keystore import Keystore
from tests.fixtures.devices import Crash, Device, Network, Offline, Records
from tests.fixtures.house import House

DEVICES = 3
ACTS = ("create", "create nameless", "title", "notes", "priority", "bulk", "complete", "delete", "restore")
FATES = ("fine", "fine", "request lost", "answer lost", "repeated", "two tabs")

acts = st.tuples(st.sampled_from(ACTS), st.integers(0, 7))
talks = st.tuples(st.sampled_from(("push", "pull")), st.integers(1, 4))
steps = st.tuples(
    st.integers(0, DEVICES - 1),
    st.one_of(acts, acts, talks),
    st.lists(st.sampled_from(FATES), max_size=3),
    st.one_of(st.none(), st.none(), st.none(), st.integers(0, 6)),
)
histories = st.tuples(st.integers(0, 8), st.lists(steps, min_size=5, max_size=40))
"""How many records there are before, so that a bootstrap takes a while; and what happens then."""


@asynccontextmanager
async def space_of(house: House, person: httpx.AsyncClient) -> AsyncIterator[tuple[UUID, httpx.AsyncClient]]:
    """A fresh space of the person, and a client that acts in it by a key."""
    account = UUID((await person.get("/auth/me")).json()["id"])
    spaces = Spaces(house.runtime.database, Keystore(house.runtime.settings.keystore))
    async with spaces.founding("shared") as (space, connection):
        await join(connection, account, space, "member")
    given = {"name": "devices", "scopes": ["*:write"]}
    made = (await person.post("/api-keys", json=given, headers={"Selfos-Space": str(space)})).json()
    async with house.client(made["key"]) as client:
        yield space, client
    await person.delete(f"/api-keys/{made['id']}")


class Play:
    """A history being played, and what was promised to the person in it."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.devices = [Device(Network(client)) for _ in range(DEVICES)]
        self._words = 0

    async def begin(self, count: int) -> None:
        """The first device is in use already."""
        for _ in range(count):
            self._act(self.devices[0], "create", 0)
        await self.devices[0].sync()

    async def step(self, which: int, what: tuple[str, int], fates: list[str], dies_in: int | None) -> None:
        device, (name, number) = self.devices[which], what
        device.network.plan, device.dies_in = list(fates), dies_in
        try:
            if name == "push":
                await device.push(most=number * 2)
            elif name == "pull":
                await device.pull(limit=number, pages=number)
            else:
                self._act(device, name, number)
        except Offline:
            pass
        except Crash:
            device.start()
        device.network.plan, device.dies_in = [], None

    def _act(self, device: Device, name: str, number: int) -> None:
        self._words += 1
        word, seen = f"word {self._words}", sorted(device.view())
        if name.startswith("create") or not seen:
            device.act("tasks.create", title=word, **({} if name == "create nameless" else {"id": str(uuid4())}))
            return
        key = seen[number % len(seen)]
        match name:
            case "title" | "notes":
                device.act("tasks.update", id=key, **{name: word})
            case "priority":
                device.act("tasks.update", id=key, priority=number % 5 + 1)
            case "bulk":
                device.act("tasks.bulk", ids=seen, act="update", fields={"priority": number % 5 + 1})
            case "restore":
                gone = sorted(i for i, r in device.now.records.items() if r["deleted_at"])
                device.act("tasks.restore", id=gone[number % len(gone)] if gone else key)
            case _:
                device.act(f"tasks.{name}", id=key)

    async def meet(self) -> None:
        """Everybody sends all, then everybody asks."""
        for _ in range(2):
            for device in self.devices:
                await device.sync()


async def play(house: House, person: httpx.AsyncClient, history: tuple[int, list[Any]]) -> None:
    async with space_of(house, person) as (space, client):
        played = Play(client)
        first, steps = history
        await played.begin(first)
        for step in steps:
            await played.step(*step)
        await played.meet()
        truth = await server_state(client)
        for device in played.devices:
            assert device.view() == truth
            assert not device.now.outbox
            assert not device.now.shown
        settled = [result for device in played.devices for result in device.now.settled.values()]
        await nothing_lost_nothing_twice(house, space, settled, truth)


async def server_state(client: httpx.AsyncClient) -> Records:
    items = (await client.get("/tasks", params={"limit": 200})).json()["items"]
    return {item["id"]: item for item in items}


async def nothing_lost_nothing_twice(house: House, space: UUID, settled: list[dict[str, Any]], truth: Records) -> None:
    async with house.runtime.database.space(space, read_only=True) as connection:
        rows = await connection.fetch("SELECT unit_id, version FROM changes WHERE space_id = $1", space)
    units: dict[str, set[int]] = {}
    for row in rows:
        units.setdefault(str(row["unit_id"]), set()).add(row["version"])
    assert all(len(versions) == 1 for versions in units.values()), "one op, one unit"
    assert set(units) <= {result["id"] for result in settled}, "nobody else has been here"
    effective = [r for r in settled if r["id"] in units]
    for result in settled:
        assert (result["status"] == "rejected") <= (result["id"] not in units), "what was refused has done nothing"
        if result["op"]["action"] == "tasks.create":
            assert result["id"] in units, "what was made is there"
    titles = [record["title"] for record in truth.values()]
    assert len(titles) == len(set(titles)), "every title was written once"
    assert_last_arrival_won(effective, units, truth)


def assert_last_arrival_won(effective: list[dict[str, Any]], units: dict[str, set[int]], truth: Records) -> None:
    """In the server's order, each field reads as its last writer left it; and no word of the living is missing."""
    expected: dict[str, dict[str, Any]] = {}
    for result in sorted(effective, key=lambda r: min(units[r["id"]])):
        given, action = result["op"]["input"], result["op"]["action"]
        if action in {"tasks.create", "tasks.update"} and "id" in given:
            expected.setdefault(given["id"], {}).update(given)
        elif action == "tasks.bulk":
            for key in given["ids"]:
                expected.setdefault(key, {}).update(given["fields"])
        elif action == "tasks.complete":
            expected.setdefault(given["id"], {})["status"] = "done"
        elif action in {"tasks.delete", "tasks.restore"}:
            expected.setdefault(given["id"], {})["deleted"] = action == "tasks.delete"
    for key, fields in expected.items():
        assert fields.pop("deleted", False) == (key not in truth)
        if key in truth:
            assert {name: truth[key][name] for name in fields} == fields


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(history=histories)
async def test_devices_converge_and_nothing_is_lost_or_done_twice(
    house: House, person: httpx.AsyncClient, history: tuple[int, list[Any]]
) -> None:
    await play(house, person, history)


@pytest.mark.long
@pytest.mark.timeout(7200)
@settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(history=histories)
async def test_devices_converge_over_ten_thousand_histories(
    house: House, person: httpx.AsyncClient, history: tuple[int, list[Any]]
) -> None:
    await play(house, person, history)
