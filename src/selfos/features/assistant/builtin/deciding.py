"""Yes and no to what waits for the person's word."""

from selfos.features.assistant import acting
from selfos.features.assistant.builtin.topics import Scene, topic_of, waiting
from selfos.features.assistant.records import CardState
from selfos.features.assistant.turn import Turn
from selfos.intelligence.builtin.intents import Intent, Want


async def decide(turn: Turn, intent: Intent) -> bool:
    """Do or drop what waits, where the message says yes or no to it; False where it says neither."""
    cards = waiting(turn)
    if not cards or intent.want not in {Want.YES, Want.NO}:
        return False
    scene = Scene(turn, topic_of(turn))
    word = acting.confirm if intent.want is Want.YES else acting.refuse
    for card in cards:
        decided = await word(turn.context, card.id)
        turn.keep_card(decided)
        scene.mention_all(decided.records)
        match decided.state:
            case CardState.DONE:
                turn.say(f"Done: {decided.title}.\n")
            case CardState.REFUSED:
                turn.say(f"Left alone: {decided.title}.\n")
            case _:
                turn.say(f"That did not work: {decided.why}.\n")
    scene.keep()
    return True
