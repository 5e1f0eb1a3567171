"""A plan told before it is kept: what recurs at once, what waits for a yes."""

from collections.abc import Sequence
from datetime import date

from selfos.intelligence.builtin.talk.items import Item, count, line
from selfos.intelligence.builtin.talk.times import minutes_words
from selfos.intelligence.builtin.talk.voice import Voice

_SHOWN = 5


def begun(voice: Voice, goal: str, series: Sequence[Item], today: date, *, minutes: int | None = None) -> str:
    """A goal that was made, with what recurs for it; `minutes` is the time there is for a session."""
    head = voice.one_of(f"“{goal}” is now one of your goals.", f"A good thing to start: “{goal}” is now a goal.")
    if not series:
        return head
    fits = f", in steps of at most {minutes_words(minutes)}" if minutes else ""
    lines = [f"{head} In your plan{fits}:"]
    return "\n".join([*lines, *(f"- {line(item, today)}" for item in series)])


def preview(voice: Voice, steps: Sequence[Item], milestones: int, today: date) -> str:
    """The steps that are not kept yet; ends in the question whether to keep them."""
    if not steps:
        return ""
    count_words = f"{count(milestones, 'milestone')} and {count(len(steps), 'step')}"
    shown = steps[: 3 if voice.style == "brief" else _SHOWN]
    lines = [f"There is also a plan with {count_words} to look at. It begins with:"]
    lines += [f"- {line(item, today)}" for item in shown]
    return "\n".join([*lines, "", "Shall I put these steps into your plan too?"])
