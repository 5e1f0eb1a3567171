"""The assistant: conversations in which things are done, found and planned, with a language model or without any."""

from selfos.features.assistant import settling, together
from selfos.features.assistant.answered import Answered, answered
from selfos.features.assistant.continuing import place_of
from selfos.features.assistant.deciding import decisions
from selfos.features.assistant.events import Acted, Anew, Began, Ended, Event, Prompted, Said
from selfos.features.assistant.records import Card, CardState, Conversation, Message, MessageState, Rating, Role
from selfos.features.assistant.rules import follow_undo
from selfos.features.assistant.running import Running
from selfos.features.assistant.service import ShownMessage, rated, talk_actions
from selfos.features.assistant.talking import Say, anew, answer, cancel, follow, say
from selfos.kernel.feature import Feature

feature = Feature(
    "assistant",
    actions=(*talk_actions, *decisions, *together.actions),
    jobs=settling.jobs,
    reactions=settling.reactions,
    rules=(follow_undo,),
)

__all__ = [
    "Acted",
    "Anew",
    "Answered",
    "Began",
    "Card",
    "CardState",
    "Conversation",
    "Ended",
    "Event",
    "Message",
    "MessageState",
    "Prompted",
    "Rating",
    "Role",
    "Running",
    "Said",
    "Say",
    "ShownMessage",
    "anew",
    "answer",
    "answered",
    "cancel",
    "feature",
    "follow",
    "place_of",
    "rated",
    "say",
]
