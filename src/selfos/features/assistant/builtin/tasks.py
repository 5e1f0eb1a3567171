"""Wishes about tasks: make, complete, open again, move, change, delete."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final
from uuid import uuid5

from selfos.features.assistant.acting import deed_of
from selfos.features.assistant.builtin.finding import Found, all_of, ask_back, list_named, meant
from selfos.features.assistant.builtin.items import item_of
from selfos.features.assistant.builtin.topics import Scene
from selfos.features.assistant.records import Card, CardState
from selfos.intelligence.builtin.intents import Intent, Mentioned, Question, Slots, kept_day
from selfos.intelligence.builtin.talk import done as talk
from selfos.intelligence.builtin.talk.items import count, named
from selfos.intelligence.builtin.talk.voice import Voice

_CHANGEABLE: Final = ("task", "goal", "habit", "project")
_DELETABLE: Final = ("task", "goal", "habit", "project", "thought")
#: So many are not deleted before they were named.
_SEVERAL: Final = 2
#: So many of all are named.
_NAMED: Final = 3
Done = Callable[[Scene, Mentioned], Awaitable[Card]]
Words = Callable[[Voice, Sequence[str]], str]


async def make(scene: Scene, wish: Intent) -> None:
    """One task."""
    values = _values(scene, wish.slots)
    card = await act(scene, "tasks.create", values, f"Create a task: {values['title']}")
    if card.state is CardState.DONE:
        scene.turn.say(talk.made(scene.voice, item_of(values, scene.turn.local), scene.turn.today))


async def add_to_list(scene: Scene, wish: Intent) -> None:
    """Several things, into a project where one is named."""
    titles = wish.slots.items or ((wish.slots.title,) if wish.slots.title else ())
    project, acts = await _project(scene, wish.slots.list_name)
    link = {"project_id": project} if project else {}
    acts += [{"action": "tasks.create", "given": _values(scene, wish.slots) | {"title": t} | link} for t in titles]
    name = f" to {wish.slots.list_name}" if wish.slots.list_name else ""
    card = await act(scene, "acts.together", {"acts": acts}, f"Add{name}: {', '.join(titles)}")
    if card.state is CardState.DONE:
        scene.turn.say(talk.listed(scene.voice, titles, wish.slots.list_name))


async def _project(scene: Scene, name: str | None) -> tuple[str | None, list[dict[str, Any]]]:
    """The project that is a list of this name, and the act that makes it where there is none."""
    if not name:
        return None, []
    if known := await list_named(scene, name):
        return known, []
    made = str(uuid5(scene.turn.question.id, "project"))
    return made, [{"action": "projects.create", "given": {"id": made, "title": name[:1].upper() + name[1:]}}]


async def complete(scene: Scene, wish: Intent) -> None:
    """What is done."""
    await each(scene, wish, ("task", "milestone"), _complete, talk.completed)


async def reopen(scene: Scene, wish: Intent) -> None:
    """What is not done after all."""
    await each(scene, wish, ("task", "milestone"), _reopen, talk.reopened, closed=True)


async def delete(scene: Scene, wish: Intent) -> None:
    """What shall go."""
    kinds = tuple(kind for kind in wish.slots.kinds if kind in _DELETABLE) or _DELETABLE
    if wish.slots.every:
        await _delete_all(scene, kinds[0])
        return
    found = await meant(scene, wish, kinds)
    if len(found.records) < _SEVERAL:
        await _for_all(scene, wish, found, _delete, talk.deleted)
        return
    acts = [{"action": f"{one.kind}s.delete", "given": {"id": one.id}} for one in found.records]
    names = named([one.title for one in found.records])
    await act(scene, "acts.together", {"acts": acts}, f"Delete: {names}", f"these are {len(acts)} at once")


async def _delete_all(scene: Scene, kind: str) -> None:
    """All of a kind, once the person has said yes to that."""
    records, what = await all_of(scene, kind), f"open {kind}" if kind == "task" else kind
    if not records:
        scene.turn.say(f"You have no {what}s.")
        return
    given = {"ids": [one.id for one in records], "act": "delete"}
    title = f"Delete {count(len(records), what)}: {named([one.title for one in records[:_NAMED]])}"
    more = f" and {len(records) - _NAMED} more" if len(records) > _NAMED else ""
    await act(scene, f"{kind}s.bulk", given, title + more, f"these are all of your {what}s")


async def move(scene: Scene, wish: Intent) -> None:
    """To another time."""
    values, shift = _times(scene, wish.slots), wish.slots.shift
    if not values and shift is None:
        _ask(scene, wish, Question("when", "To when?"))
        return

    when: list[str] = []

    async def moved(scene: Scene, one: Mentioned) -> Card:
        times = await _new_times(scene, one, wish.slots) if shift or not wish.slots.day_said else values
        when.append(item_of({"title": one.title, **times}, scene.turn.local).when(scene.turn.today))
        told = f"Move: {one.title}{when[-1]}"
        if "due_at" not in times and "rrule" not in times:
            return await act(scene, "tasks.snooze", {"id": one.id, "to": times["due"]}, told)
        return await act(scene, "tasks.update", {"id": one.id, **times}, told)

    await each(scene, wish, ("task",), moved, lambda voice, titles: talk.moved(voice, titles, when[-1]))


async def change(scene: Scene, wish: Intent) -> None:
    """Another title, priority, length or recurrence."""
    slots = wish.slots
    values = _times(scene, slots) | {
        name: value
        for name, value in {
            "title": slots.title if slots.phrase or slots.refers else None,
            "priority": slots.priority,
            "duration_minutes": slots.duration_minutes,
        }.items()
        if value
    }
    if not values:
        _ask(scene, wish, Question("change", "What shall I change about it: its name, its time, its priority?"))
        return

    async def changed(scene: Scene, one: Mentioned) -> Card:
        return await act(scene, f"{one.kind}s.update", {"id": one.id, **values}, f"Change: {one.title}")

    kinds = _CHANGEABLE if set(values) == {"title"} else ("task",)
    await each(scene, wish, kinds, changed, talk.changed)


async def act(scene: Scene, name: str, given: dict[str, Any], title: str, why: str | None = None) -> Card:
    """Do something that the person asked for, or let it wait for a reason `why`; say so where it was not done."""
    card = await scene.turn.act(deed_of(scene.turn.runtime, name, given, title), why)
    scene.mention_all(card.records)
    if card.state is CardState.FAILED:
        scene.turn.say(talk.failed(scene.voice, card.why or ""))
    elif card.state is CardState.WAITING:
        scene.turn.say(talk.waits(scene.voice, card.title, card.why or ""))
    return card


async def each(
    scene: Scene, wish: Intent, kinds: tuple[str, ...], do: Done, words: Words, *, closed: bool = False
) -> None:
    """Do the same with each record that a wish names, and tell so; ask back where it is not clear which."""
    await _for_all(scene, wish, await meant(scene, wish, kinds, closed=closed), do, words)


async def _for_all(scene: Scene, wish: Intent, found: Found, do: Done, words: Words) -> None:
    if not found.records:
        ask_back(scene, wish, found)
        return
    cards = [(one, await do(scene, one)) for one in found.records]
    done = [one.title for one, card in cards if card.state is CardState.DONE]
    if done:
        scene.turn.say(words(scene.voice, done))


async def _complete(scene: Scene, one: Mentioned) -> Card:
    return await act(scene, f"{one.kind}s.complete", {"id": one.id}, f"Complete: {one.title}")


async def _reopen(scene: Scene, one: Mentioned) -> Card:
    return await act(scene, f"{one.kind}s.reopen", {"id": one.id}, f"Open again: {one.title}")


async def _delete(scene: Scene, one: Mentioned) -> Card:
    return await act(scene, f"{one.kind}s.delete", {"id": one.id}, f"Delete: {one.title}")


def _ask(scene: Scene, wish: Intent, question: Question) -> None:
    scene.turn.say(question.text)
    scene.asked = replace(wish, question=question, further=())


async def _new_times(scene: Scene, one: Mentioned, slots: Slots) -> dict[str, Any]:
    """The times of a task, shifted, or at another time of its day; from today on where it has none."""
    task = await scene.turn.look("tasks.get", id=one.id)
    stands = datetime.fromisoformat(task["due_at"]).astimezone(scene.turn.local.tzinfo) if task["due_at"] else None
    if slots.shift is not None:
        if stands:
            return {"due_at": (stands + slots.shift).isoformat()}
        day = date.fromisoformat(task["due"]) if task["due"] else scene.turn.today
        return {"due": str(day + slots.shift)}
    if stands and slots.due_at:
        moment = kept_day(slots.due_at, stands, half_said=slots.half_said)
        return _times(scene, replace(slots, due=moment.date(), due_at=moment))
    return _times(scene, slots)


def _times(scene: Scene, slots: Slots) -> dict[str, Any]:
    """The fields of time that a wish sets."""
    due_at = slots.due_at.isoformat() if slots.due_at else None
    values = {"due": str(slots.due) if slots.due else None, "due_at": due_at, "rrule": slots.rrule}
    said = {name: value for name, value in values.items() if value}
    return said | {"timezone": scene.turn.profile.timezone} if said else {}


def _values(scene: Scene, slots: Slots) -> dict[str, Any]:
    values = {
        "title": slots.title or slots.phrase or scene.turn.question.text[:200],
        "duration_minutes": slots.duration_minutes,
        "priority": slots.priority,
        "tags": list(slots.tags),
        "people": list(slots.people),
        "life_areas": list(slots.life_areas),
    }
    return {name: value for name, value in values.items() if value} | _times(scene, slots)
