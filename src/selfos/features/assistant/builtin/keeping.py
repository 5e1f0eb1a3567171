"""Keeping what the person tells: notes, moods, expenses, habits, things to remember; and forgetting."""

from typing import Any, Final

from selfos.features.assistant.builtin.finding import meant
from selfos.features.assistant.builtin.tasks import act, each
from selfos.features.assistant.builtin.topics import Scene
from selfos.features.assistant.records import Card, CardState
from selfos.intelligence.builtin.intents import Intent, Mentioned
from selfos.intelligence.builtin.talk import done as talk
from selfos.kernel.log.actions import UndoInput

_SOURCE: Final = "assistant"
_UNDO: Final = "changes.undo"


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
    """Forget memories."""
    await each(scene, wish, ("memory",), _forget, talk.forgotten)


async def undo(scene: Scene, _wish: Intent) -> None:
    """Undo all that was done for the last message of this conversation for which anything was."""
    last = _last_done(scene)
    if not last:
        scene.turn.say(talk.nothing_done(scene.voice))
        return
    undone = []
    for one in last:
        given = UndoInput(change_id=one.change_id).model_dump(mode="json")
        card = await act(scene, _UNDO, given, f"Undo: {one.title}")
        if card.state is CardState.DONE:
            undone.append(one.title)
    if undone:
        scene.turn.say(talk.undone(scene.voice, undone))


def _last_done(scene: Scene) -> list[Card]:
    """The acts of the last message that were done and stand, the newest first."""
    cards = sorted(scene.turn.talk.cards, key=lambda card: card.created_at, reverse=True)
    done = [c for c in cards if c.state is CardState.DONE and c.change_id and c.action != _UNDO]
    return [card for card in done if card.question_id == done[0].question_id]


async def _forget(scene: Scene, one: Mentioned) -> Card:
    return await act(scene, "memories.forget", {"id": one.id}, f"Forget: {one.title}")


async def _kept(scene: Scene, text: str, values: dict[str, Any], kept: talk.Kept) -> None:
    given = {"content": text, "source": _SOURCE, **values}
    card = await act(scene, "thoughts.create", given, f"Keep: {text}")
    if card.state is CardState.DONE:
        scene.turn.say(talk.kept(scene.voice, kept))
