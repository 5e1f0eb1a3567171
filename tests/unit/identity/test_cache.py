"""What was proved a moment ago is bounded in number and in time."""

from datetime import UTC, datetime, timedelta

from selfos.identity.cache import ShortMemory
from selfos.kernel.ids import new_id

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SOON = NOW + timedelta(seconds=5)


def put(memory: ShortMemory[str], key: str, source=None, generation: int | None = None) -> None:
    at = memory.generation if generation is None else generation
    memory.put(key, key.upper(), source=source or new_id(), until=SOON, generation=at)


def test_a_value_is_good_until_its_moment():
    memory: ShortMemory[str] = ShortMemory()
    put(memory, "a")
    assert memory.get("a", SOON - timedelta(microseconds=1)) == "A"
    assert memory.get("a", SOON) is None
    assert len(memory) == 0


def test_the_least_recently_used_goes_first():
    memory: ShortMemory[str] = ShortMemory(most=3)
    for key in "abc":
        put(memory, key)
    memory.get("a", NOW)
    put(memory, "d")
    assert [key for key in "abcd" if memory.get(key, NOW)] == ["a", "c", "d"]


def test_the_end_of_a_source_takes_all_that_came_from_it():
    memory: ShortMemory[str] = ShortMemory()
    source = new_id()
    put(memory, "a", source)
    put(memory, "b", source)
    put(memory, "c")
    memory.drop(source)
    assert [key for key in "abc" if memory.get(key, NOW)] == ["c"]


def test_what_was_asked_before_an_end_is_not_kept_after_it():
    memory: ShortMemory[str] = ShortMemory()
    source, before = new_id(), memory.generation
    memory.drop(source)
    put(memory, "a", source, before)
    assert memory.get("a", NOW) is None
