"""Small talk, help, and saying plainly what cannot be done."""

from datetime import UTC
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from selfos.features.assistant.builtin.tasks import act
from selfos.features.assistant.builtin.topics import Scene
from selfos.features.assistant.records import CardState
from selfos.intelligence.builtin.intents import Intent
from selfos.intelligence.builtin.talk import answers, social

_DUE: Final = frozenset({"overdue", "due_today"})


async def greet(scene: Scene, _wish: Intent) -> None:
    """Hello."""
    items = (await scene.turn.look("tasks.today"))["items"]
    due = sum(item["reason"] in _DUE for item in items)
    scene.turn.say(social.greeting(scene.voice, scene.turn.local, due))


async def thank(scene: Scene, _wish: Intent) -> None:
    """You are welcome."""
    scene.turn.say(social.welcome(scene.voice))


async def helped(scene: Scene, _wish: Intent) -> None:
    """What can be asked."""
    scene.turn.say(social.help_words(scene.voice))


async def joke(scene: Scene, _wish: Intent) -> None:
    """One."""
    scene.turn.say(social.joke(scene.voice))


async def clock(scene: Scene, wish: Intent) -> None:
    """The time here or in a place, or the date of a day."""
    local, place = scene.turn.local, wish.slots.place
    zone = _zone_of(place) if place else None
    there = scene.turn.now.astimezone(UTC).astimezone(zone) if zone else None
    scene.turn.say(answers.clock(local, place=place, there=there, day=wish.slots.due))


async def nothing_waits(scene: Scene, _wish: Intent) -> None:
    """A yes or no, or a choice, without a question."""
    scene.turn.say(social.nothing_waits(scene.voice))


async def stop(scene: Scene, _wish: Intent) -> None:
    """Enough."""
    scene.turn.say(social.stopped(scene.voice))


async def outside(scene: Scene, wish: Intent) -> None:
    """What SelfOS has no hand in; a task is made of what is to be done where the wish says what."""
    title = wish.slots.title
    card = await act(scene, "tasks.create", {"title": title}, f"Create a task: {title}") if title else None
    written = title if card and card.state is CardState.DONE else None
    scene.turn.say(social.outside(scene.voice, wish.slots.outside, written))


async def general(scene: Scene, _wish: Intent) -> None:
    """Knowledge of the world."""
    scene.turn.say(social.general(scene.voice))


async def unclear(scene: Scene, wish: Intent) -> None:
    """Not understood."""
    scene.turn.say(social.unclear(scene.voice, wish.question.choices if wish.question else ()))


def _zone_of(place: str) -> ZoneInfo | None:
    """The zone of a city that the time zone database names."""
    wanted = place.strip().replace(" ", "_").casefold()
    return next((ZoneInfo(z) for z in sorted(available_timezones()) if z.rpartition("/")[2].casefold() == wanted), None)
