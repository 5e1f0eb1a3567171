"""The person's word on what the assistant does: yes, no, and enough."""

from typing import Any, Final

from selfos.features.assistant import acting, talking
from selfos.features.assistant.records import Card, Message
from selfos.features.assistant.service import card_actions, message_actions
from selfos.kernel.actions import ById
from selfos.kernel.context import Context

_BY_WORD: Final[dict[str, Any]] = {"method": "POST", "input": ById, "raises": (404, 409)}


@card_actions.reads("confirm", path="/cards/{id}/confirm", output=Card.spec, scope=acting.DECIDES, **_BY_WORD)
async def confirm(context: Context, given: ById) -> Card:
    """Let the assistant do what waits for your word."""
    return await acting.confirm(context, given.id)


@card_actions.reads("refuse", path="/cards/{id}/refuse", output=Card.spec, scope=acting.DECIDES, **_BY_WORD)
async def refuse(context: Context, given: ById) -> Card:
    """Turn down what waits for your word."""
    return await acting.refuse(context, given.id)


@message_actions.reads("cancel", path="/messages/{id}/cancel", output=Message.spec, scope=talking.SCOPE, **_BY_WORD)
async def cancel(context: Context, given: ById) -> Message:
    """End a reply that is being written; what was said and done until then stays."""
    return await talking.cancel(context.runtime, context.principal, given.id)


decisions: Final = (*message_actions, *card_actions)
"""All that can be done with messages and cards, once these are declared."""
