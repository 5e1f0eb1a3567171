"""What a conversation is called."""

import re
from typing import Final

from selfos.features.assistant.neutral import neutral
from selfos.features.assistant.turn import Turn
from selfos.features.models import models_of
from selfos.intelligence import models
from selfos.intelligence.prompts import prompt

_READ: Final = 2000
_LONGEST: Final = 60
_OPENING: Final = re.compile(
    r"^(?:(?:hi|hey|hello|please|can you|could you|would you|i want to|i would like to|i'd like to|"
    r"i need to|help me(?: to)?)[,!.]?\s+)+",
    re.IGNORECASE,
)
_GREETING: Final = re.compile(
    r"(?:(?:hi+|hey+|hello|hallo|howdy|yo|good (?:morning|day|afternoon|evening)|there|again|selfos|thanks|thank you|"
    r"how are you(?: today)?|how's it going|what's up)\b[\s,.!?]*)+",
    re.IGNORECASE,
)


def says_something(message: str) -> bool:
    """Whether a conversation can be named by a message: a mere greeting names none."""
    bare = re.sub(r"[^\w\s,.!?']", "", message).strip()
    return any(letter.isalnum() for letter in bare) and not _GREETING.fullmatch(bare)


def is_named_by(turn: Turn) -> bool:
    """Whether the conversation bears the beginning of this message as its name, for want of a better one."""
    said = turn.question.text
    return says_something(said) and turn.talk.conversation.title == first_title(said)


def first_title(message: str) -> str:
    """The beginning of the first message, without its politeness, cut at a word."""
    line = next(line.strip() for line in message.splitlines() if line.strip())
    said = _OPENING.sub("", line) or line
    said = re.split(r"(?<=\w)[.?!](?:\s|$)", said, maxsplit=1)[0].strip() or line
    if len(said) > _LONGEST:
        said = said[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return said[:1].upper() + said[1:]


async def title_by_model(turn: Turn, asker: models.Asker) -> str | None:
    """What a model calls the conversation that begins with this message; None where it has no good name.

    It is asked once the reply has begun, which nothing shall delay.
    """
    await turn.spoke.wait()
    words = prompt("title")
    said = (models.Turn("system", words.text), models.Turn("user", turn.question.text[:_READ]))
    ask = models.Ask(said, max_tokens=30, prompt=words.label)
    try:
        reply = await models_of(turn.runtime).reply(asker, "title", ask)
    except models.ModelsUnavailable:
        return None
    line = neutral(" ".join(reply.text.split()).strip("\"'*# ."))
    return line if 0 < len(line) <= _LONGEST else None
