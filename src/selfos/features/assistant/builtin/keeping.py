"""Keeping what the person tells: notes, moods, expenses, habits, things to remember; and forgetting."""

from typing import Any, Final

from selfos.features.assistant.acting import deed_of
from selfos.features.assistant.builtin.finding import ask_back, meant
from selfos.features.assistant.builtin.tasks import act
from selfos.features.assistant.builtin.topics import Scene
from selfos.features.assistant.records import CardState
from selfos.intelligence.builtin.intents import Intent
from selfos.intelligence.builtin.talk import done as talk
from selfos.kernel.log.actions import UndoInput

_SOURCE: Final = "assistant"


async def note(scene: Scene, wish: Intent) -> None:
    """Keep it as a thought."""
    await _kept(scene, wish.slots.title or wish.text, {"type": "note"}, "note")


async def mood(scene: Scene, wish: Intent) -> None:
    """Keep how the person feels, in their own words."""
    await _kept(scene, wish.text, {"type": "journal"}, "mood")


async def expense(scene: Scene, wish: Intent) -> None:
    """Keep an expense as a thought about money."""
    await _kept(scene, wish.text, {"type": "money"}, "expense")


async def remember(scene: Scene, wish: Intent) -> None:
    """Keep what is to be remembered."""
    await _kept(scene, wish.slots.title or wish.text, {}, "remember")


async def habit(scene: Scene, wish: Intent) -> None:
    """Complete today's task of that habit; where there is none, keep that it was done."""
    found = await meant(scene, wish, ("task",))
    if len(found.records) == 1:
        one = found.records[0]
        card = await act(scene, "tasks.complete", {"id": one.id}, f"Complete: {one.title}")
        if card.state is CardState.DONE:
            scene.turn.say(talk.habit_done(scene.voice, one.title))
        return
    await _kept(scene, wish.text, {"type": "journal"}, "habit")


async def forget(scene: Scene, wish: Intent) -> None:
    """Forget a memory; it is for good, so it asks first."""
    found = await meant(scene, wish, ("memory",))
    if not found.records:
        ask_back(scene, wish, found)
        return
    name = "memories.forget" if "memories.forget" in scene.turn.runtime.actions else None
    if name is None:
        scene.turn.say("I cannot forget single memories yet.")
        return
    for one in found.records:
        await act(scene, name, {"id": one.id}, f"Forget: {one.title}")


async def undo(scene: Scene, _wish: Intent) -> None:
    """Undo what was done last in this conversation; else the person's own last change."""
    done = [card for card in scene.turn.talk.cards if card.state is CardState.DONE and card.change_id]
    last = max(done, key=lambda card: card.created_at, default=None)
    given: dict[str, Any] = UndoInput(change_id=last.change_id).model_dump(mode="json") if last else {}
    title = f"Undo: {last.title}" if last else "Undo the last change"
    card = await scene.turn.act(deed_of(scene.turn.runtime, "changes.undo", given, title))
    if card.state is CardState.DONE:
        scene.turn.say(talk.undone(scene.voice, last.title if last else None))
        scene.mention_all(card.records)
    else:
        scene.turn.say(talk.failed(scene.voice, card.why or ""))


async def _kept(scene: Scene, text: str, values: dict[str, Any], kept: talk.Kept) -> None:
    given = {"content": text, "source": _SOURCE, **values}
    card = await act(scene, "thoughts.create", given, f"Keep: {text}")
    if card.state is CardState.DONE:
        scene.turn.say(talk.kept(scene.voice, kept))
