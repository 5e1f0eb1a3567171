"""Nothing waits for itself, and manual order holds."""

from itertools import pairwise

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selfos.features.tasks import Task, feature
from selfos.kernel.errors import Conflict
from selfos.kernel.unit import Units
from tests.fixtures.ground import PERSON, Ground
from tests.integration.tasks.conftest import done, made, refused


async def test_dependencies_are_added_and_removed(person: httpx.AsyncClient):
    first, second = await made(person), await made(person)
    path = f"/tasks/{second['id']}/dependencies"
    for _ in range(2):
        assert (await done(person, path, depends_on=first["id"]))["depends_on"] == [first["id"]]
    answer = await person.delete(f"{path}/{first['id']}")
    assert answer.json()["depends_on"] == []


async def test_a_task_waits_neither_for_itself_nor_in_a_circle(person: httpx.AsyncClient):
    ids = [(await made(person))["id"] for _ in range(3)]
    assert await refused(person, f"/tasks/{ids[0]}/dependencies", 409, depends_on=ids[0]) == ["depends_on"]
    for task, other in pairwise(ids):
        await done(person, f"/tasks/{task}/dependencies", depends_on=other)
    assert await refused(person, f"/tasks/{ids[2]}/dependencies", 409, depends_on=ids[0]) == ["depends_on"]
    assert await refused(person, f"/tasks/{ids[2]}", 409, "PATCH", depends_on=[ids[1]]) == ["depends_on"]


async def test_a_task_is_no_part_of_its_own_parts(person: httpx.AsyncClient):
    top = await made(person)
    part = await made(person, parent_id=top["id"])
    assert await refused(person, f"/tasks/{top['id']}", 409, "PATCH", parent_id=part["id"]) == ["parent_id"]
    assert await refused(person, f"/tasks/{top['id']}/move", 409, parent_id=top["id"]) == ["parent_id"]


async def test_neither_undo_nor_restore_closes_a_circle(person: httpx.AsyncClient):
    first, second = await made(person), await made(person)
    await done(person, f"/tasks/{first['id']}/dependencies", depends_on=second["id"])
    removed = await person.delete(f"/tasks/{first['id']}/dependencies/{second['id']}")
    await done(person, f"/tasks/{second['id']}/dependencies", depends_on=first["id"])
    undone = await person.post("/undo", json={"change_id": removed.headers["selfos-change"]})
    assert undone.status_code == 409
    third = await made(person, depends_on=[second["id"]])
    await person.delete(f"/tasks/{second['id']}")
    assert await refused(person, f"/tasks/{first['id']}", 409, "PATCH", depends_on=[third["id"]]) == ["depends_on"]


Edges = st.lists(st.tuples(st.integers(0, 5), st.sets(st.integers(0, 5), max_size=3)), max_size=12)


@given(writes=Edges)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("field", ["depends_on", "parent_id"])
async def test_whatever_is_written_the_graph_has_no_circle(ground: Ground, field: str, writes):
    units = Units(ground.database, ground.sealer, rules=feature.rules)
    space = await ground.space()
    async with units.begin(space, PERSON, "test") as unit:
        ids = [unit.create(Task, title="x").id for _ in range(6)]
    kept: dict[int, set[int]] = {}
    for place, targets in writes:
        wanted = set(sorted(targets)[:1]) if field == "parent_id" else targets
        linked = tuple(ids[i] for i in sorted(wanted))
        value = linked if field == "depends_on" else next(iter(linked), None)
        try:
            async with units.begin(space, PERSON, "test") as unit:
                unit.update(await unit.get(Task, ids[place]), **{field: value})
        except Conflict:
            assert circular({**kept, place: wanted})
        else:
            kept[place] = wanted
            assert not circular(kept)


def circular(edges: dict[int, set[int]]) -> bool:
    """Whether taking away what waits for nothing, again and again, leaves something over."""
    waiting = {place: set(targets) for place, targets in edges.items()}
    while free := [place for place, targets in waiting.items() if not targets & set(waiting)]:
        for place in free:
            del waiting[place]
    return bool(waiting)


async def ordered(person: httpx.AsyncClient) -> str:
    items = (await person.get("/tasks?limit=200")).json()["items"]
    return "".join(task["title"] for task in sorted(items, key=lambda task: (task["rank"], task["id"])))


async def test_tasks_are_moved_between_others(person: httpx.AsyncClient):
    a, b, c = [(await made(person, title=title))["id"] for title in "abc"]
    await done(person, f"/tasks/{c}/move", before_id=a)
    assert await ordered(person) == "cab"
    await done(person, f"/tasks/{c}/move", after_id=a)
    assert await ordered(person) == "acb"
    await done(person, f"/tasks/{a}/move", after_id=b)
    assert await ordered(person) == "cba"
    assert await refused(person, f"/tasks/{a}/move", 422, after_id=a) == ["after_id"]
    assert await refused(person, f"/tasks/{a}/move", 422, after_id=b, before_id=c) == ["before_id"]


async def test_there_is_always_room_between_two_tasks(person: httpx.AsyncClient):
    first, *others = [(await made(person, title=title))["id"] for title in "abcd"]
    for turn in range(60):
        await done(person, f"/tasks/{others[2 - turn % 3]}/move", after_id=first)
    assert await ordered(person) == "abcd"


async def test_moving_sets_only_the_links_that_are_named(person: httpx.AsyncClient):
    project = await done(person, "/projects", title="garden")
    parent = await made(person)
    task = await made(person, parent_id=parent["id"])
    moved = await done(person, f"/tasks/{task['id']}/move", project_id=project["id"])
    assert (moved["project_id"], moved["parent_id"]) == (project["id"], parent["id"])
    moved = await done(person, f"/tasks/{task['id']}/move", parent_id=None)
    assert (moved["project_id"], moved["parent_id"]) == (project["id"], None)
