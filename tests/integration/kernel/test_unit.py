import asyncio
from typing import Any
from uuid import UUID

import pytest

from selfos.features.thoughts import Thought
from selfos.kernel.errors import NotFound
from selfos.kernel.ids import new_id
from selfos.kernel.log import changes
from selfos.kernel.unit import IdTaken
from tests.fixtures.ground import Ground


async def captured(ground: Ground, space: UUID, content: str = "hello", **values: Any) -> Thought:
    async with ground.unit(space) as unit:
        return unit.create(Thought, content=content, **values)


async def read(ground: Ground, space: UUID, thought: UUID) -> Thought:
    async with ground.unit(space) as unit:
        return await unit.get(Thought, thought, deleted=True)


async def test_what_was_written_is_read_again_as_it_was(ground: Ground, space: UUID) -> None:
    thought = await captured(ground, space, "Käse\nund 🧀", tags=("food",))
    stored = await read(ground, space, thought.id)
    assert stored == thought.model_copy(update={"version": 1})


async def test_one_unit_is_one_version_and_one_group_of_changes(ground: Ground, space: UUID) -> None:
    async with ground.unit(space, "three") as unit:
        made = [unit.create(Thought, content=f"thought {n}") for n in range(3)]
    async with ground.database.space(space) as connection:
        entries = await changes.latest(connection, ground.sealer, space, before=None, limit=10)
    assert unit.version == 1
    assert [(e.version, e.record_id, e.op, e.act) for e in entries] == [(1, t.id, "create", "three") for t in made]


async def test_an_error_inside_a_unit_leaves_nothing_behind(ground: Ground, space: UUID) -> None:
    thought_id = new_id()

    async def fail() -> None:
        async with ground.unit(space) as unit:
            unit.create(Thought, id=thought_id, content="half")
            await unit.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    with pytest.raises(NotFound):
        await read(ground, space, thought_id)


async def test_several_writes_to_one_record_are_one_change(ground: Ground, space: UUID) -> None:
    thought = await captured(ground, space, "first")
    async with ground.unit(space) as unit:
        once = unit.update(await unit.get(Thought, thought.id), content="second")
        again = await unit.get(Thought, thought.id)
        assert again == once
        unit.update(again, content="third", tags=("x",))
    async with ground.database.space(space) as connection:
        (_, entry) = await changes.of_records(connection, ground.sealer, space, [thought.id])
    assert entry.before == {"content": "first", "tags": []}
    assert (await read(ground, space, thought.id)).content == "third"


async def test_an_update_that_changes_nothing_writes_nothing(ground: Ground, space: UUID) -> None:
    thought = await captured(ground, space)
    async with ground.unit(space) as unit:
        unit.update(await unit.get(Thought, thought.id), content="hello")
    assert unit.version is None


async def test_a_taken_id_is_refused_and_changes_nothing(ground: Ground, space: UUID) -> None:
    thought = await captured(ground, space)
    with pytest.raises(IdTaken):
        await captured(ground, space, "other", id=thought.id)
    assert (await read(ground, space, thought.id)).content == "hello"


async def test_concurrent_updates_lose_nothing(ground: Ground, space: UUID) -> None:
    thought = await captured(ground, space, tags=())

    async def add(tag: str) -> None:
        async with ground.unit(space) as unit:
            current = await unit.get(Thought, thought.id)
            unit.update(current, tags=(*current.tags, tag))

    await asyncio.gather(*(add(f"t{n}") for n in range(30)))
    assert set((await read(ground, space, thought.id)).tags) == {f"t{n}" for n in range(30)}


async def test_versions_of_a_space_have_no_gap_and_no_repeat_under_concurrency(ground: Ground, space: UUID) -> None:
    async def one() -> int | None:
        async with ground.unit(space) as unit:
            unit.create(Thought, content="x")
        return unit.version

    versions = await asyncio.gather(*(one() for _ in range(40)))
    assert sorted(v for v in versions if v) == list(range(1, 41))


async def test_a_space_that_does_not_exist_takes_nothing(ground: Ground) -> None:
    unknown = new_id()
    ground.keystore.create(unknown)
    with pytest.raises(NotFound):
        await captured(ground, unknown)


async def test_a_record_of_another_space_is_not_there(ground: Ground, space: UUID) -> None:
    thought = await captured(ground, space)
    with pytest.raises(NotFound):
        await read(ground, await ground.space(), thought.id)
