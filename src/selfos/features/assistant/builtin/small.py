"""Small talk, help, and saying plainly what cannot be done."""

from typing import Final

from selfos.features.assistant.builtin.topics import Scene
from selfos.intelligence.builtin.intents import Intent

HELP: Final = """I can do this for you, without any language model:
- make, complete, move, change and delete tasks: “call the dentist tomorrow at 9”, “move it to Friday”
- keep thoughts, moods and expenses: “note: the paint is called sea foam”
- plan: “I want to start exercising regularly”
- tell your day and your free time: “what is on tomorrow?”
- find what you wrote, and answer from it, quoting you: “what did I say about Lisbon in March?”
- undo what I did: “undo that”
"""
_OUTSIDE: Final = {
    "calls": "make calls",
    "messages": "send messages",
    "music": "play music",
    "house": "switch things in your home",
    "payments": "pay",
    "bank": "look into your bank account",
    "weather": "see the weather",
}


async def greet(scene: Scene, _wish: Intent) -> None:
    """Hello."""
    hour = scene.turn.local.hour
    part = "morning" if 4 <= hour < 12 else "afternoon" if 12 <= hour < 18 else "evening"
    scene.turn.say(f"Good {part}. What can I do for you?")


async def thank(scene: Scene, _wish: Intent) -> None:
    """You are welcome."""
    scene.turn.say("You are welcome.")


async def helped(scene: Scene, _wish: Intent) -> None:
    """What can be asked."""
    scene.turn.say(HELP)


async def clock(scene: Scene, _wish: Intent) -> None:
    """The time."""
    scene.turn.say(f"It is {scene.turn.local:%H:%M} on {scene.turn.local:%A, %d %B %Y}.")


async def nothing_waits(scene: Scene, _wish: Intent) -> None:
    """A yes or no, or a choice, without a question."""
    scene.turn.say("Nothing is waiting for your word just now. What can I do for you?")


async def outside(scene: Scene, wish: Intent) -> None:
    """What SelfOS has no hand in."""
    what = _OUTSIDE.get(wish.slots.outside or "", "do that")
    scene.turn.say(
        f"I cannot {what}: nothing of the kind is connected to SelfOS. I can make a task of it, if you like."
    )


async def general(scene: Scene, _wish: Intent) -> None:
    """Knowledge of the world."""
    scene.turn.say(
        "I only know your own life, as you told it to me. For questions about the world I would need a language model; "
        "docs/models.md tells how to set one up."
    )


async def unclear(scene: Scene, _wish: Intent) -> None:
    """Not understood."""
    scene.turn.say("I did not understand that. Shall I keep it as a thought, make a task of it, or look for it?")
