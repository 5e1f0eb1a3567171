"""Whether the person themself asked for an act.

A model that has read a text may wish for what that text asks for. So once anything was read that is not the person's
own message of now, an act is done unasked only where that message asks for such an act, names its target, and holds
every word that the act would write. All else waits for their word.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from selfos.features.assistant.acting import Deed
from selfos.features.assistant.neutral import addresses
from selfos.intelligence.builtin.intents import Intent, Want
from selfos.kernel.search.words import STOP_WORDS, read_words

_MAKE_TASK: Final = frozenset({"tasks.create", "quick_add.add"})
_KEEP: Final = frozenset({"thoughts.create"})
ACTS: Final[Mapping[Want, frozenset[str]]] = {
    Want.CREATE_TASK: _MAKE_TASK,
    Want.REMIND: _MAKE_TASK,
    Want.SCHEDULE: _MAKE_TASK | {"tasks.update", "tasks.snooze"},
    Want.ADD_TO_LIST: _MAKE_TASK | {"projects.create"},
    Want.COMPLETE: frozenset({"tasks.complete", "milestones.complete"}),
    Want.REOPEN: frozenset({"tasks.reopen", "milestones.reopen"}),
    Want.MOVE: frozenset({"tasks.snooze", "tasks.update"}),
    Want.CHANGE: frozenset({"tasks.update", "goals.update", "habits.update", "projects.update"}),
    Want.DELETE: frozenset({"tasks.delete", "thoughts.delete", "goals.delete", "habits.delete", "projects.delete"}),
    Want.PLAN_GOAL: frozenset({"goals.create", "habits.create", "tasks.create", "milestones.create"}),
    Want.LOG_HABIT: _KEEP | {"tasks.complete"},
    Want.LOG_MOOD: _KEEP,
    Want.NOTE: _KEEP,
    Want.EXPENSE: _KEEP,
    Want.REMEMBER: _KEEP,
}
"""What each wish may bring about. Forgetting and erasing ask first in any case; undoing goes by the cards."""
_MISSING: Final = "you did not ask for this yourself; something I read may have"
_LINK: Final = "it holds a web address that you did not write"


@dataclass(frozen=True, slots=True)
class Mandate:
    """What the person's own words of now ask for.

    `named` are the titles of the records they may mean, by id; `spoken` the ids of those that the reply before was
    about, in its order.
    """

    words: str
    intent: Intent
    named: Mapping[str, str]
    spoken: Sequence[str] = ()

    def lacks(self, deed: Deed) -> str | None:
        """Why an act needs the person's word first; None where they have given it."""
        if not any(deed.action.name in ACTS.get(wish.want, ()) for wish in self.intent.wishes()):
            return _MISSING
        texts = list(_texts(deed.plain))
        if any(addresses(text) - addresses(self.words) for text in texts):
            return _LINK
        target = deed.plain.get("id")
        if target is not None and deed.action.name not in _MAKE_TASK and not self._names(str(target)):
            return _MISSING
        own = _content(self.words)
        return None if all(_content(text) <= own for text in texts) else _MISSING

    def _names(self, record_id: str) -> bool:
        """Whether the message tells this record: by its whole title, by all the words it names one with, by "it"."""
        if any(record_id in _pointed(wish, self.spoken) for wish in self.intent.wishes()):
            return True
        title = _content(self.named.get(record_id, ""))
        phrases = [_content(wish.slots.phrase or "") for wish in self.intent.wishes()]
        return bool(title) and (title <= _content(self.words) or any(p and p <= title for p in phrases))


def _pointed(wish: Intent, spoken: Sequence[str]) -> Sequence[str]:
    """What "it", "those" or "the second one" stand for among the records that were spoken of."""
    if wish.slots.refers is None:
        return ()
    nth = wish.slots.refers.nth
    return [spoken[n - 1 if n > 0 else n] for n in nth if 0 < abs(n) <= len(spoken)] if nth else spoken


def _texts(value: Any, name: str = "") -> Iterator[str]:
    """The words an act would write; ids, days, rules and choices from a list are no words."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _texts(part, str(key))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part, name)
    elif isinstance(value, str) and not _coded(name):
        yield value


def _coded(name: str) -> bool:
    coded = {
        "id",
        "due",
        "start",
        "to",
        "rrule",
        "repeat_after",
        "timezone",
        "status",
        "life_areas",
        "target_date",
        "type",
    }
    return name in coded or name.endswith(("_id", "_at", "_ids"))


def _content(text: str) -> set[str]:
    return {word.term for word in read_words(text) if word.text not in STOP_WORDS}
