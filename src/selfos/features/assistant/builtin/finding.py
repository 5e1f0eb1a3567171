"""Finding the record that a person means by a few of its words, by "it", or by its place in a list."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from selfos.features.assistant.builtin.items import item_of
from selfos.features.assistant.builtin.topics import Scene
from selfos.intelligence.builtin.intents import Intent, Mentioned, Question
from selfos.intelligence.builtin.talk.social import which_one
from selfos.kernel.crud import MAX_BULK
from selfos.kernel.search.words import STOP_WORDS, read_words

_WHICH: Final = "Which one do you mean?"
_MOST: Final = 6
_ALL: Final = 100
_NO_PROJECT: Final = frozenset({"to-dos", "tasks", "chores", "calendar", "day"})
"""What is called a list, and is all there is to do."""
_ENOUGH: Final = 0.5
_OPEN: Final = frozenset({"todo", "in_progress", "active", "draft", "open", None})


@dataclass(frozen=True, slots=True)
class Found:
    """The records that are meant; a `question` where it is not clear which."""

    records: tuple[Mentioned, ...] = ()
    question: str | None = None
    choices: tuple[Mentioned, ...] = ()


async def meant(scene: Scene, wish: Intent, kinds: tuple[str, ...] = ("task",), *, closed: bool = False) -> Found:
    """The records that a wish names, of these kinds; `closed` ones where those are meant."""
    if wish.slots.refers is not None:
        return _pointed(scene, wish, kinds)
    phrase = wish.slots.phrase or wish.slots.title or ""
    wanted = _content(phrase)
    if not wanted:
        return await _standing(scene, wish, kinds, closed=closed)
    hits = (await scene.turn.look("search.query", q=phrase[:500], kinds=",".join(kinds), limit=30))["items"]
    right = [hit for hit in hits if _is_open(hit["record"]) is not closed]
    there = [hit for hit in right if stands(hit["record"], wish, scene.turn.local)]
    scored = [(_likeness(wanted, hit), hit) for hit in there or right]
    best = max((score for score, _ in scored), default=0.0)
    if best < _ENOUGH:
        return Found(question=which_one(scene.voice, (), phrase))
    same = [_mentioned(hit) for score, hit in scored if score == best][:_MOST]
    if len(same) == 1:
        return Found((same[0],))
    return Found(question=which_one(scene.voice, [one.title for one in same]), choices=tuple(same))


async def _standing(scene: Scene, wish: Intent, kinds: tuple[str, ...], *, closed: bool) -> Found:
    """All tasks on a list, on days or at a moment, where a wish names these and no words of a title."""
    slots = wish.slots
    if "task" not in kinds or not (slots.list_name or slots.period or slots.stands_at):
        return Found(question=_WHICH)
    given: dict[str, Any] = {"status": "done" if closed else "todo", "limit": 200}
    if slots.list_name and slots.list_name not in _NO_PROJECT:
        project = await list_named(scene, slots.list_name)
        if project is None:
            return Found(question=f"There is no {slots.list_name} list.")
        given["project_id"] = project
    tasks = (await scene.turn.look("tasks.list", **given))["items"]
    found = [Mentioned("task", t["id"], t["title"]) for t in tasks if stands(t, wish, scene.turn.local)]
    return Found(tuple(found[:_ALL])) if found else Found(question="There is nothing of that kind.")


async def all_of(scene: Scene, kind: str) -> list[Mentioned]:
    """All records of a kind, of tasks those that are open; at most as many as one act can change."""
    found: list[Mentioned] = []
    given: dict[str, Any] = {"limit": 200} | ({"status": "todo"} if kind == "task" else {})
    cursor = None
    while len(found) < MAX_BULK:
        page = await scene.turn.look(f"{kind}s.list", **given, cursor=cursor)
        found += [Mentioned(kind, one["id"], one.get("title") or one["content"][:80]) for one in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    return found[:MAX_BULK]


async def list_named(scene: Scene, name: str) -> str | None:
    """The project that is a list of this name."""
    hits = (await scene.turn.look("search.query", q=name[:500], kinds="project", limit=10))["items"]
    return next((str(hit["id"]) for hit in hits if hit["title"].casefold() == name.casefold()), None)


def stands(task: Mapping[str, Any], wish: Intent, local: datetime) -> bool:
    """Whether a task stands on the days and at the moment that a wish names, if any."""
    item, period, moment = item_of({"title": "", **task}, local), wish.slots.period, wish.slots.stands_at
    day = item.at.date() if item.at else item.day
    if moment is not None:
        return item.at is not None and (item.at.hour, item.at.minute) == (moment.hour, moment.minute)
    return period is None or (day is not None and period[0] <= day <= period[1])


def ask_back(scene: Scene, wish: Intent, found: Found) -> None:
    """Ask which record is meant; the answer completes the wish, where there is something to choose from."""
    text = found.question or _WHICH
    scene.turn.say(text)
    scene.mentioned += found.choices
    if found.choices or text == _WHICH:
        titles = tuple(one.title for one in found.choices)
        scene.asked = replace(wish, question=Question("phrase", text, titles), further=())


def _pointed(scene: Scene, wish: Intent, kinds: tuple[str, ...]) -> Found:
    nth = wish.slots.refers.nth if wish.slots.refers else ()
    spoken = [one for one in scene.topic.records if one.kind in kinds]
    if not spoken:
        return Found(question=_WHICH)
    if not nth:
        return Found(tuple(spoken))
    places = [n - 1 if n > 0 else len(spoken) + n for n in nth]
    chosen = tuple(spoken[p] for p in places if 0 <= p < len(spoken))
    return Found(chosen) if chosen else Found(question=f"There were only {len(spoken)}. Which one do you mean?")


def _likeness(wanted: set[str], hit: dict[str, Any]) -> float:
    """The share of the words of the phrase that stand in the title; the closer to a whole title, the better."""
    title = _content(hit["title"] or hit["snippet"])
    shared = len(wanted & title)
    return shared / len(wanted) + (0.01 * shared / len(title) if title else 0.0)


def alike(phrase: str, title: str) -> bool:
    """Whether a title has most of the words of a phrase."""
    wanted = _content(phrase)
    return bool(wanted) and len(wanted & _content(title)) / len(wanted) >= _ENOUGH


def _is_open(record: dict[str, Any]) -> bool:
    return record.get("status") in _OPEN


def _mentioned(hit: dict[str, Any]) -> Mentioned:
    return Mentioned(hit["kind"], hit["id"], hit["title"] or hit["snippet"][:80])


def _content(text: str) -> set[str]:
    return {word.term for word in read_words(text) if word.text not in STOP_WORDS}
