"""Who answers: a language model where one may be asked, else the built-in engine."""

import asyncio
import contextlib
from typing import Final

from selfos.features.assistant.builtin import answer_builtin, decide, read
from selfos.features.assistant.modelled import answer_with_model
from selfos.features.assistant.records import CardState
from selfos.features.assistant.titles import is_named_by, title_by_model
from selfos.features.assistant.turn import Turn
from selfos.features.models import models_of
from selfos.intelligence.builtin.intents import Intent
from selfos.intelligence.models import Asker, ModelsUnavailable

_FAILED: Final = "The language model broke off, so the built-in engine answered."
_TITLE_WAITS: Final = 5.0


async def answer_with_any(turn: Turn) -> None:
    """Answer; where the model fails in the middle, the built-in engine answers anew and the reply says so."""
    asker = Asker(turn.principal.space_id, turn.principal.account_id)
    async with turn.room:
        intent, access = await asyncio.gather(read(turn), models_of(turn.runtime).access(asker))
    if await decide(turn, intent):  # a yes or a no to what waits is the person's word: no model comes between
        return
    if access is None:
        await _builtin(turn, intent)
        return
    title = asyncio.create_task(title_by_model(turn, asker)) if is_named_by(turn) else None
    try:
        await answer_with_model(turn, intent, access)
    except ModelsUnavailable:
        turn.say_again_from(0, _FAILED)
        turn.made.notice, turn.made.found_by = _FAILED, "built-in"
        await _finish(turn, intent)
    finally:
        if title is not None and turn.spoke.is_set():
            with contextlib.suppress(TimeoutError):
                turn.made.title = await asyncio.wait_for(title, _TITLE_WAITS)
        elif title is not None:
            title.cancel()


async def _finish(turn: Turn, intent: Intent) -> None:
    """What the model did stands, and is not done a second time in other words."""
    done = [card for card in turn.cards if card.state in {CardState.DONE, CardState.WAITING}]
    if not done:
        await _builtin(turn, intent)
        return
    turn.say("Before the model broke off, this was done:\n")
    for card in done:
        turn.say(f"- {card.title}{' (waits for your word)' if card.state is CardState.WAITING else ''}\n")


async def _builtin(turn: Turn, intent: Intent) -> None:
    async with turn.room:
        await answer_builtin(turn, intent)
