"""What was done, told back."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from selfos.intelligence.builtin.talk.items import Item, count, named
from selfos.intelligence.builtin.talk.voice import Voice

Kept = Literal["note", "mood", "expense", "remember", "habit"]
_KEPT: dict[Kept, tuple[str, ...]] = {
    "note": ("Noted.", "Kept as a thought.", "Written down."),
    "mood": ("Written down.", "I have written that down.", "Noted, in your own words."),
    "expense": (
        "Kept as a thought. SelfOS keeps no accounts yet, so the sum is not added up anywhere.",
        "Written down as a thought: there are no accounts in SelfOS yet that could book it.",
    ),
    "remember": ("I will remember that.", "Got it, I'll keep that in mind.", "Remembered."),
    "habit": ("Written down.", "Noted.", "Logged as a thought."),
}


def made(voice: Voice, item: Item, today: date) -> str:
    """A task or appointment was made."""
    when = item.when(today)
    if item.at or item.rrule:
        return voice.one_of(
            f"“{item.title}” is in your plan{when}.",
            f"Done: “{item.title}”{when}.",
            f"In your plan: “{item.title}”{when}.",
        )
    return voice.one_of(
        f"“{item.title}” is on your list{when}.",
        f"I put “{item.title}” on your list{when}.",
        f"Added “{item.title}”{when}.",
    )


def reminder(voice: Voice, item: Item, today: date) -> str:
    """A reminder was set."""
    when = item.when(today)
    return voice.one_of(f"I'll remind you{when}: {item.title}.", f"Reminder set{when}: {item.title}.")


def listed(voice: Voice, titles: Sequence[str], name: str | None) -> str:
    """Things were put on a list."""
    place = f"your {name} list" if name and name != "to-dos" else "your list"
    verb = "is" if len(titles) == 1 else "are"
    things = named(titles).replace("“", "").replace("”", "")
    things = things[:1].upper() + things[1:]
    return voice.one_of(f"{things} {verb} on {place}.", f"Added to {place}: {named(titles)}.")


def completed(voice: Voice, titles: Sequence[str], left_today: int | None = None) -> str:
    """Tasks are done; `left_today` is how many of today are still open."""
    said = f"Done: {named(titles)}."
    if left_today == 0:
        return said + voice.warmly("That was the last one for today.", "Nothing is left for today.")
    if left_today is not None and voice.style == "detailed":
        return f"{said} {count(left_today, 'task').capitalize()} left for today."
    return said + voice.warmly("Well done.", "One less.", "Nice.")


def reopened(voice: Voice, titles: Sequence[str]) -> str:
    return voice.one_of(f"Open again: {named(titles)}.", f"{named(titles)} is back on your list.")


def moved(voice: Voice, titles: Sequence[str], when: str) -> str:
    """`when` as `Item.when` says it."""
    verb = "is" if len(titles) == 1 else "are"
    return voice.one_of(f"Moved: {named(titles)} {verb} now{when}.", f"{named(titles)} {verb} now{when}.")


def changed(voice: Voice, titles: Sequence[str]) -> str:
    return voice.one_of(f"Changed: {named(titles)}.", f"I changed {named(titles)}.")


def renamed(_voice: Voice, old: str, new: str) -> str:
    return f"“{old}” is now called “{new}”."


def deleted(voice: Voice, titles: Sequence[str]) -> str:
    return f"Deleted: {named(titles)}." + voice.warmly("Say “undo” to bring it back.", "“Undo” brings it back.")


def undone(_voice: Voice, what: Sequence[str]) -> str:
    """`what` are the titles of the acts that were taken back."""
    return f"Undone: {'; '.join(what)}."


def nothing_done(voice: Voice) -> str:
    """There is nothing to take back."""
    return voice.one_of(
        "I have done nothing in this conversation that I could take back.",
        "Nothing was done in this conversation, so there is nothing to undo.",
    ) + voice.warmly("What you changed elsewhere is undone where you changed it, or in its history.")


def kept(voice: Voice, what: Kept) -> str:
    return voice.one_of(*_KEPT[what])


def habit_done(voice: Voice, title: str) -> str:
    return f"“{title}” is done for this time." + voice.warmly("Well done.", "Good that you kept at it.")


def forgotten(voice: Voice, titles: Sequence[str]) -> str:
    return voice.one_of(f"Forgotten: {named(titles)}.", f"I no longer know {named(titles)}.")


def failed(_voice: Voice, why: str) -> str:
    return f"That did not work: {why.rstrip('.')}."


def waits(_voice: Voice, title: str, why: str) -> str:
    """An act that needs the person's word."""
    return f"{title}: shall I? I ask first, because {why.rstrip('.')}."


def not_yours(_voice: Voice, titles: Sequence[str]) -> str:
    """A yes or no by a client that may talk, but not decide."""
    return f"This waits for your word in SelfOS itself, as this client may not give it: {named(titles)}."


def refused(_voice: Voice, title: str) -> str:
    return f"Left alone: {title}."
