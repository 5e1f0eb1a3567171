"""Who answers: a language model where one may be asked, else the built-in engine."""

from selfos.features.assistant.acting import deed_of
from selfos.features.assistant.records import CardState
from selfos.features.assistant.turn import Turn


async def answer_with_any(turn: Turn) -> None:
    """Answer what was said."""
    card = await turn.act(deed_of(turn.runtime, "quick_add.add", {"text": " ".join(turn.question.text.split())[:500]}))
    turn.say("Done." if card.state is CardState.DONE else f"I could not do that: {card.why}.")
