"""A client that closes the stream wishes for no more of the answer."""

from collections.abc import AsyncIterator

from selfos.features.assistant import Event, Role, Said
from selfos.kernel.ids import new_id
from selfos.surfaces.openai.routes import _chunks
from selfos.surfaces.openai.wire import Completion


async def test_leaving_stops_the_turn() -> None:
    async def events() -> AsyncIterator[Event]:
        for word in ("one ", "two ", "three "):
            yield Said(text=word)

    stopped: list[bool] = []
    completion = Completion(new_id(), 0, [(Role.USER, "count")])
    chunks = _chunks(completion, events(), wants_usage=False, stop=lambda: stopped.append(True))
    seen = [await anext(chunks) for _ in range(2)]
    assert "one" in seen[1]
    assert stopped == []
    await chunks.aclose()  # type: ignore[attr-defined]
    assert stopped == [True]


async def test_a_turn_that_breaks_off_is_told_in_the_stream() -> None:
    async def events() -> AsyncIterator[Event]:
        yield Said(text="one ")

    stopped: list[bool] = []
    completion = Completion(new_id(), 0, [(Role.USER, "count")])
    chunks = [one async for one in _chunks(completion, events(), wants_usage=True, stop=lambda: stopped.append(True))]
    assert "server_error" in chunks[-1]
    assert "[DONE]" not in "".join(chunks)
    assert stopped == [True]
