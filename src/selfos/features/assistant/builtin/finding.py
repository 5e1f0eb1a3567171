"""Finding the record that a person means by a few of its words, by "it", or by its place in a list."""

from dataclasses import dataclass, replace
from typing import Any, Final

from selfos.features.assistant.builtin.topics import Scene
from selfos.intelligence.builtin.intents import Intent, Mentioned, Question
from selfos.intelligence.builtin.talk.social import which_one
from selfos.kernel.search.words import STOP_WORDS, read_words

_WHICH: Final = "Which one do you mean?"
_MOST: Final = 6
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
        return Found(question=_WHICH)
    hits = (await scene.turn.look("search.query", q=phrase[:500], kinds=",".join(kinds), limit=30))["items"]
    scored = [(_likeness(wanted, hit), hit) for hit in hits if _is_open(hit["record"]) is not closed]
    best = max((score for score, _ in scored), default=0.0)
    if best < _ENOUGH:
        return Found(question=which_one(scene.voice, (), phrase))
    same = [_mentioned(hit) for score, hit in scored if score == best][:_MOST]
    if len(same) == 1:
        return Found((same[0],))
    return Found(question=which_one(scene.voice, [one.title for one in same]), choices=tuple(same))


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
