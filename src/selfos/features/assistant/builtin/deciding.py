"""Yes and no to what waits for the person's word."""

from selfos.features.assistant import acting
from selfos.features.assistant.builtin.topics import Scene, topic_of, waiting
from selfos.features.assistant.records import CardState
from selfos.features.assistant.turn import Turn
from selfos.intelligence.builtin.intents import Intent, Want
from selfos.intelligence.builtin.talk import done as talk


async def decide(turn: Turn, intent: Intent) -> bool:
    """Do or drop what waits, where the message says yes or no to it; False where it says neither."""
    cards = waiting(turn)
    if not cards or intent.want not in {Want.YES, Want.NO}:
        return False
    scene = Scene(turn, topic_of(turn))
    if not turn.principal.may(acting.DECIDES):
        turn.say(talk.not_yours(scene.voice, [card.title for card in cards]))
        scene.keep()
        return True
    word = acting.confirm if intent.want is Want.YES else acting.refuse
    for card in cards:
        decided = await word(turn.context, card.id)
        turn.keep_card(decided)
        scene.mention_all(decided.records)
        match decided.state:
            case CardState.DONE:
                told = f"Done: {decided.title}."
            case CardState.REFUSED:
                told = talk.refused(scene.voice, decided.title)
            case _:
                told = talk.failed(scene.voice, decided.why or "")
        turn.say(told + "\n")
    scene.keep()
    return True
