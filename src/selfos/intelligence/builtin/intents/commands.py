"""Takes the words of a command away, so that what it is about is left."""

import re

from selfos.intelligence.builtin.intents.features import polite_removed, unasked
from selfos.intelligence.builtin.intents.patterns import pattern

#: "to my shopping list", "off the calendar", "onto what I have to buy".
_PLACE = pattern("commands", "place")
_NOT_A_NAME = {"my", "the", "our", "that", "this", "personal", "own", "current", "whole", "entire"}

MAKING = pattern("commands", "making")
#: Verbs of writing down that need no word for the thing; "book" and "plan" belong to what is to be done.
WRITING = pattern("commands", "writing")
REMINDING = pattern("commands", "reminding")
GOALS = pattern("commands", "goals")
GOAL_NOUN = pattern("commands", "goal noun")
DONE = pattern("commands", "done")
DONE_TAIL = pattern("commands", "done tail")
OPENING = pattern("commands", "opening")
OPEN_TAIL = pattern("commands", "open tail")
REMOVING = pattern("commands", "removing")
REMOVE_TAIL = pattern("commands", "remove tail")
MOVING = pattern("commands", "moving")
FINDING = pattern("commands", "finding")
FOUND = pattern("commands", "found")
REMEMBERING = pattern("commands", "remembering")
FORGETTING = pattern("commands", "forgetting")
NOTING = pattern("commands", "noting")


def place_removed(text: str) -> tuple[str, str | None]:
    """The text without "to my … list" and the like, and the name of that list: "shopping", "packing", "calendar"."""
    match = _PLACE.search(text)
    if match is None:
        return text, None
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return " ".join(rest.split()), _list_name(match)


def _list_name(match: re.Match[str]) -> str:
    named, what = (match["named"] or "").casefold(), (match["what"] or "to-dos").casefold()
    named = " ".join(word for word in named.split() if word not in _NOT_A_NAME)
    if named in ("grocery", "groceries") or what in ("groceries", "shopping") or what.endswith(("to buy", "to get")):
        return "shopping"
    if what in ("list", "lists"):
        return named if named and named not in ("to do", "todo", "to-do", "task", "chore", "to dos") else "to-dos"
    return "calendar" if what in ("calendar", "calender", "schedule", "agenda") else what


def bare(text: str, *leads: re.Pattern[str]) -> str:
    """The text without politeness and without the leads, each taken once and only if something is left."""
    text = unasked(text)
    for lead in leads:
        rest = lead.sub("", text, count=1).strip(" ,:;")
        text = rest or text
    return polite_removed(text)
