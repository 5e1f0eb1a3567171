"""Questions about what is attached to a message: answered by quoting it."""

from typing import Final

from selfos.features.assistant.attached import Attached, read_attached
from selfos.features.assistant.builtin.topics import Scene
from selfos.features.assistant.records import Citation, Touched
from selfos.intelligence.builtin.excerpts import answering, asks_for, outline
from selfos.intelligence.builtin.intents import Intent, Want

_ALWAYS: Final = frozenset({Want.ASK_MEMORY, Want.SUMMARISE, Want.EXPLAIN, Want.GENERAL, Want.UNCLEAR})
_ASKED: Final = _ALWAYS | {Want.HELP, Want.CLOCK, Want.SEARCH, Want.OUTSIDE, Want.SUGGEST}


def asks_about_attached(scene: Scene, wish: Intent) -> bool:
    """Whether a wish wants to know something of what is attached, rather than have something done."""
    if not scene.turn.question.attachments:
        return False
    return wish.want in (_ASKED if wish.text.rstrip(" \"')").endswith("?") else _ALWAYS)


async def read(scene: Scene, wish: Intent) -> None:
    """What the attachments say to a question, or what they are about; each sentence is quoted and cited."""
    told = [_told(scene, one, wish.text) for one in await read_attached(scene.turn)]
    scene.turn.say("\n\n".join(told))


def _told(scene: Scene, one: Attached, question: str) -> str:
    wanted = asks_for(question, one.title)
    quotes = answering(one.text, wanted) if wanted else ()
    said = quotes or outline(one.text)
    if not said:
        return f"“{one.title}” has no text."
    for quote in said:
        scene.turn.made.citations.append(Citation(kind="source", id=one.id, quote=quote))
    scene.turn.made.read[one.id] = Touched(kind="source", id=one.id, title=one.title[:200])
    missed = f"I find no answer to that in “{one.title}”. It says:"
    return "\n".join((missed if wanted and not quotes else f"“{one.title}” says:", *(f"“{quote}”" for quote in said)))
