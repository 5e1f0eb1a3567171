"""The assistant: conversations in which things are done, found and planned, with a language model or without any."""

from selfos.features.assistant import deciding  # noqa: F401 - declares its actions
from selfos.features.assistant.answered import Answered, answered
from selfos.features.assistant.events import Acted, Anew, Began, Ended, Event, Prompted, Said
from selfos.features.assistant.records import Card, CardState, Conversation, Message, MessageState, Role
from selfos.features.assistant.rules import follow_undo
from selfos.features.assistant.running import Running
from selfos.features.assistant.service import card_actions, message_actions, talk_actions
from selfos.features.assistant.talking import Say, anew, answer, cancel, follow, say
from selfos.kernel.feature import Feature

feature = Feature("assistant", actions=(*talk_actions, *message_actions, *card_actions), rules=(follow_undo,))

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
    "Role",
    "Running",
    "Said",
    "Say",
    "anew",
    "answer",
    "answered",
    "cancel",
    "feature",
    "follow",
    "say",
]
