"""Who does which wish."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from selfos.features.assistant.builtin import asking, keeping, plans, reading, small, tasks
from selfos.features.assistant.builtin.topics import Scene, topic_of
from selfos.features.assistant.turn import Turn
from selfos.intelligence.builtin.intents import Intent, Want

Handler = Callable[[Scene, Intent], Awaitable[None]]

HANDLERS: Final[Mapping[Want, Handler]] = {
    Want.CREATE_TASK: tasks.make,
    Want.REMIND: tasks.make,
    Want.SCHEDULE: tasks.make,
    Want.ADD_TO_LIST: tasks.add_to_list,
    Want.COMPLETE: tasks.complete,
    Want.REOPEN: tasks.reopen,
    Want.MOVE: tasks.move,
    Want.CHANGE: tasks.change,
    Want.DELETE: tasks.delete,
    Want.PLAN_GOAL: plans.plan_goal,
    Want.LOG_HABIT: keeping.habit,
    Want.LOG_MOOD: keeping.mood,
    Want.NOTE: keeping.note,
    Want.EXPENSE: keeping.expense,
    Want.REMEMBER: keeping.remember,
    Want.FORGET: keeping.forget,
    Want.UNDO: keeping.undo,
    Want.STOP: small.stop,
    Want.SEARCH: asking.search,
    Want.ASK_MEMORY: asking.ask_memory,
    Want.AGENDA: asking.agenda,
    Want.FREE_TIME: asking.free_time,
    Want.SUGGEST: asking.suggest,
    Want.SUMMARISE: asking.summarise,
    Want.EXPLAIN: asking.explain,
    Want.CLOCK: small.clock,
    Want.GREET: small.greet,
    Want.THANK: small.thank,
    Want.HELP: small.helped,
    Want.JOKE: small.joke,
    Want.YES: small.nothing_waits,
    Want.NO: small.nothing_waits,
    Want.PICK: small.nothing_waits,
    Want.OUTSIDE: small.outside,
    Want.GENERAL: small.general,
    Want.UNCLEAR: small.unclear,
}


async def answer_builtin(turn: Turn, intent: Intent) -> None:
    """Do each wish of the message in its order, up to the first that must be asked about."""
    scene = Scene(turn, topic_of(turn))
    for number, wish in enumerate(intent.wishes()):
        if number:
            turn.say("\n\n")
        if reading.asks_about_attached(scene, wish):
            await reading.read(scene, wish)
            break
        if wish.question is not None:
            turn.say("\n".join((wish.question.text, *(f"- {choice}" for choice in wish.question.choices))))
            scene.asked = wish
            break
        await HANDLERS[wish.want](scene, wish)
        if scene.asked is not None:
            break
    scene.keep()
