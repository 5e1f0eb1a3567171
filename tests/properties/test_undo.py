"""Every change can be undone, and the undo undone, whatever was done before."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selfos.features.thoughts import Thought
from selfos.kernel.errors import Conflict
from selfos.kernel.log.undo import undo
from selfos.kernel.unit import Unit
from tests.fixtures.ground import Ground

State = dict[UUID, dict[str, Any]]
_VARYING = {"version", "updated_at", "deleted_at"}

texts = st.text(st.characters(blacklist_categories=["Cc", "Cs"]), min_size=1, max_size=20).filter(str.strip)
steps = st.tuples(
    st.sampled_from(["create", "edit", "tag", "delete", "restore"]), st.integers(0, 5), texts, st.booleans()
)


async def state(ground: Ground, space: UUID, ids: list[UUID]) -> State:
    """What a person sees of the records; a deleted one is not there."""
    async with ground.unit(space) as unit:
        records = await unit.get_many(Thought, ids, deleted=True)
    seen = {}
    for record in records:
        fields = {n: v for n, v in record.__dict__.items() if n not in _VARYING}
        seen[record.id] = {**fields, "deleted": record.deleted_at is not None}
    return {i: fields for i, fields in seen.items() if not fields["deleted"]}


async def step(unit: Unit, ids: list[UUID], op: str, which: int, text: str) -> None:
    if op == "create" or not ids:
        ids.append(unit.create(Thought, content=text).id)
        return
    (record,) = await unit.get_many(Thought, [ids[which % len(ids)]], deleted=True)
    match op:
        case "edit":
            unit.update(record, content=text)
        case "tag":
            unit.update(record, tags=(*record.tags[-3:], text.strip().lower()))
        case "delete":
            unit.delete(record)
        case _:
            unit.restore(record)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=st.lists(steps, min_size=1, max_size=12))
async def test_undo_restores_exactly_and_the_undo_can_be_undone(ground: Ground, history: list[Any]) -> None:
    space, ids = await ground.space(), list[UUID]()
    unit = ground.unit(space)
    before = await state(ground, space, ids)
    async with unit:
        for op, which, text, cut in history:
            await step(unit, ids, op, which, text)
            if cut:
                break
    after = await state(ground, space, ids)
    if unit.version is None:
        return
    async with ground.unit(space, "undo") as undone:
        await undo(undone, ground.sealer, unit.id)
    assert await state(ground, space, ids) == before
    if undone.version is None:  # what was made and deleted in one act leaves nothing to undo
        assert before == after
        return
    async with ground.unit(space, "undo") as redone:
        await undo(redone, ground.sealer, undone.id)
    assert await state(ground, space, ids) == after


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=st.lists(steps, min_size=2, max_size=10))
async def test_undoing_newest_first_walks_back_through_every_state(ground: Ground, history: list[Any]) -> None:
    space, ids = await ground.space(), list[UUID]()
    walked: list[tuple[UUID, State]] = []
    for op, which, text, _ in history:
        before = await state(ground, space, ids)
        async with ground.unit(space) as unit:
            await step(unit, ids, op, which, text)
        if unit.version is not None:
            walked.append((unit.id, before))
    for change_id, before in reversed(walked):
        async with ground.unit(space, "undo") as unit:
            await undo(unit, ground.sealer, change_id)
        assert await state(ground, space, ids) == before


async def test_what_was_changed_since_is_reported_and_not_overwritten(ground: Ground, space: UUID) -> None:
    async with ground.unit(space) as unit:
        thought = unit.create(Thought, content="one")
    async with ground.unit(space) as first:
        first.update(await first.get(Thought, thought.id), content="two")
    async with ground.unit(space) as second:
        second.update(await second.get(Thought, thought.id), content="three", tags=("kept",))
    with pytest.raises(Conflict) as conflict:
        async with ground.unit(space, "undo") as attempt:
            await undo(attempt, ground.sealer, first.id)
    assert conflict.value.extra["conflicts"] == [
        {"kind": "thought", "id": thought.id, "fields": ["content"], "change_id": second.id}
    ]
    async with ground.unit(space) as unit:
        assert (await unit.get(Thought, thought.id)).content == "three"


async def test_a_change_of_other_fields_does_not_stand_in_the_way(ground: Ground, space: UUID) -> None:
    async with ground.unit(space) as unit:
        thought = unit.create(Thought, content="one")
    async with ground.unit(space) as first:
        first.update(await first.get(Thought, thought.id), content="two")
    async with ground.unit(space) as second:
        second.update(await second.get(Thought, thought.id), tags=("kept",))
    async with ground.unit(space, "undo") as attempt:
        await undo(attempt, ground.sealer, first.id)
    async with ground.unit(space) as unit:
        restored = await unit.get(Thought, thought.id)
    assert (restored.content, restored.tags) == ("one", ("kept",))
