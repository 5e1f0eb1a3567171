"""Greetings, help, and saying plainly what cannot be done."""

from collections.abc import Sequence
from datetime import datetime

from selfos.intelligence.builtin.intents import Outside
from selfos.intelligence.builtin.talk.items import count, numbered
from selfos.intelligence.builtin.talk.voice import Voice

_CANNOT: dict[Outside, str] = {
    "calls": "make calls",
    "messages": "send messages",
    "music": "play music",
    "house": "switch things in your home",
    "payments": "move money",
    "bank": "see your accounts or bills",
    "weather": "see the weather",
}
_HELP = (
    "tasks, reminders and appointments: “call the dentist tomorrow at 9”, “remind me at 5”, “move it to Friday”",
    "lists: “put milk and eggs on the shopping list”",
    "your day: “what's on tomorrow?”, “am I free on Tuesday?”, “what should I do with 30 minutes?”",
    "plans: “I want to start exercising regularly”",
    "thoughts and moods: “note: the key is under the pot”, “I feel worn out”",
    "your own words: “what did I say about Lisbon in March?”, “when is Ana's birthday?”, “sum up my week”",
    "what I know: “remember that I don't eat nuts”, “why do you know this?”, “forget it”",
    "taking things back: “undo that”",
)
_JOKES = (
    "My calendar and I broke up. Its days were numbered.",
    "I wanted to tell you a joke about procrastination, but it is not due until tomorrow.",
    "Why did the to-do list go to therapy? Too many unresolved items.",
    "I keep a list of things to do on Monday. So far it says: survive until Tuesday.",
    "A reminder walks into a bar. Ten minutes later it walks in again.",
    "Parallel lines have so much in common. It's a shame they'll never meet, not even on a calendar.",
    "I told my plants about my plans for the garden. They're rooting for me.",
    "What do you call a task that finishes itself? A daydream.",
    "The early bird gets the worm, but the second mouse gets the cheese. Your alarm is set for neither.",
    "I read a book about glue last week. I couldn't put it down, so it's still on your list.",
)


def greeting(voice: Voice, local: datetime, today_count: int | None = None) -> str:
    """Hello, by the hour of the person's clock; with how much stands for today where that is known."""
    hour = local.hour
    part = "morning" if 4 <= hour < 12 else "afternoon" if 12 <= hour < 18 else "evening"
    hello = voice.one_of(f"Good {part}.", f"Good {part}!", "Hello!")
    if today_count:
        return f"{hello} There {'is' if today_count == 1 else 'are'} {count(today_count, 'thing')} on your plan today."
    return f"{hello} {voice.one_of('What can I do for you?', 'What is on your mind?')}"


def welcome(voice: Voice) -> str:
    return voice.one_of("You're welcome.", "Any time.", "Glad it helped.", "With pleasure.")


def help_words(voice: Voice, *, with_model: bool = False) -> str:
    """What can be asked for."""
    lines = _HELP[:6] if voice.style == "brief" else _HELP
    closing = (
        ""
        if with_model
        else "\n\nI work on this machine alone, without any language model. The world outside I don't know."
    )
    return (
        "I keep your tasks, plans and thoughts, and answer from them. For example:\n"
        + "\n".join(f"- {text}" for text in lines)
        + ("" if voice.style == "brief" else closing)
    )


def joke(voice: Voice) -> str:
    return Voice(voice.seed).one_of(*_JOKES)


def outside(voice: Voice, what: Outside | None, written_down: str | None = None) -> str:
    """What SelfOS has no hand in; `written_down` is the title of the task that was made instead."""
    cannot = f"I can't {_CANNOT.get(what, 'do that')} myself" if what else "That is beyond what I can do"
    if written_down:
        return voice.one_of(
            f"{cannot}, so “{written_down}” is on your list.", f"{cannot}. I put “{written_down}” on your list instead."
        )
    if what == "bank":
        return f"{cannot}; nothing in what you told me answers it either."
    if what == "weather":
        return f"{cannot}: SelfOS does not look outside by itself."
    return f"{cannot}: nothing of the kind is connected to SelfOS. I can make a task of it, if you like."


def general(voice: Voice) -> str:
    """A question about the world, or a service that is out of scope."""
    return voice.one_of(
        "That is beyond me: I only know your own life, as you told it to me.",
        "I only know what you have told me about your own life, so I can't help with that.",
    ) + voice.warmly(
        "With a language model set up I could try; without one I would have to make it up.",
        "I can keep the question as a thought or make a task of it, if you like.",
    )


def unclear(voice: Voice, choices: Sequence[str] = ()) -> str:
    asked = voice.one_of("I'm not sure what you would like.", "I did not quite get that.")
    return f"{asked}\n{numbered(choices)}" if choices else f"{asked} Could you say it another way?"


def nothing_waits(voice: Voice) -> str:
    """A yes, a no or a choice where nothing was asked."""
    return voice.one_of("Nothing is waiting for an answer just now.", "I had not asked anything.") + voice.warmly(
        "What can I do for you?", "What would you like?"
    )


def stopped(voice: Voice) -> str:
    return voice.one_of("All right.", "OK, I leave it.", "Fine, nothing done.")


def which_one(voice: Voice, titles: Sequence[str], phrase: str | None = None) -> str:
    """Ask which record is meant; where none was found, say so."""
    if titles:
        return f"{voice.one_of('Which one do you mean?', 'There are several. Which one?')}\n{numbered(titles)}"
    if phrase:
        return f"I find nothing called “{phrase}”. What is it called?"
    return "Which one do you mean?"
