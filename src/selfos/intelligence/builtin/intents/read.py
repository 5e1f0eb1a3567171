"""Reads a message: an answer to what was asked, one wish, or several."""

from dataclasses import replace
from datetime import datetime

from selfos.intelligence.builtin.intents import asking
from selfos.intelligence.builtin.intents.judge import Verdict, judge
from selfos.intelligence.builtin.intents.model import Group, Intent, Question, Slots, Topic, Want
from selfos.intelligence.builtin.intents.openings import heeded
from selfos.intelligence.builtin.intents.replies import answered, filled
from selfos.intelligence.builtin.intents.slots import READERS
from selfos.intelligence.builtin.intents.split import acts_of, wishes_of
from selfos.kernel.search.ports import Encoder

#: Below this the assistant asks back instead of doing something.
UNSURE = 0.3
#: The same for what seems out of scope: nothing was understood, it may be worth keeping.
UNSURE_TALK = 0.45
#: A part of a message counts as a wish of its own from here on.
OWN_WISH = 0.5
#: Longer messages are texts to keep, unless they open with a command.
TEXT_WORDS = 45
_KEPT = (Want.NOTE, Want.LOG_MOOD, Want.REMEMBER, Want.GENERAL, Want.LOG_HABIT)
_POLITE = (Want.GREET, Want.THANK)
#: Acts outside of the house that can at least be written down as something to do.
_WRITTEN_DOWN = ("calls", "messages", "payments")


def read_intent(text: str, now_local: datetime, encoder: Encoder | None, *, recent: Topic | None = None) -> Intent:
    """What the message wants. Never raises on any text; `now_local` is the person's clock, naive or aware.

    `recent` is what the conversation last spoke of: with it "move it to Friday", "the second one" and "yes" are
    understood, and an answer to a question completes the wish that waited for it. Without an encoder words decide.
    """
    text = text.strip()
    if not any(letter.isalnum() for letter in text):
        return _unclear(text, "rules@1")
    if reply := answered(text, now_local, recent):
        return reply
    parts = wishes_of(text)
    texts = [text, *(parts if len(parts) > 1 else ())]
    whole, *verdicts = map(heeded, texts, judge(texts, encoder))
    if recent and recent.asked and (reply := filled(text, now_local, recent.asked, whole)):
        return reply
    if len(parts) > 1 and (several := _several(parts, verdicts)):
        wishes = [_read(part, verdict, now_local) for part, verdict in several]
        return replace(wishes[0], further=tuple(wishes[1:]))
    if len(text.split()) > TEXT_WORDS and not _opens_with_command(verdicts):
        whole = replace(whole, want=Want.NOTE, outside=None)
    acts = acts_of(text) if whole.want is Want.CREATE_TASK and len(parts) == 1 else [text]
    first, *further = [_read(act, whole, now_local) for act in acts]
    return replace(first, further=tuple(further))


def _several(parts: list[str], verdicts: list[Verdict]) -> list[tuple[str, Verdict]]:
    """The parts that are wishes of their own; empty where the message is better read as a whole."""
    pairs = [(part, verdict) for part, verdict in zip(parts, verdicts, strict=True) if verdict.want not in _POLITE]
    if not pairs or any(verdict.want in _KEPT or verdict.confidence < OWN_WISH for _, verdict in pairs):
        return []
    asked = [verdict for _, verdict in pairs if verdict.group is Group.ASK]
    return [] if len(asked) > 1 and len({verdict.want for verdict in asked}) == 1 else pairs


def _opens_with_command(verdicts: list[Verdict]) -> bool:
    return bool(verdicts) and verdicts[0].want not in _KEPT and verdicts[0].confidence >= OWN_WISH


def _read(text: str, verdict: Verdict, now: datetime) -> Intent:
    slots, question = _slots(text, verdict, now)
    intent = Intent(
        group=verdict.group,
        want=verdict.want,
        confidence=verdict.confidence,
        text=text,
        found_by=verdict.found_by,
        slots=slots,
        question=question,
    )
    if verdict.confidence < (UNSURE_TALK if verdict.want is Want.GENERAL else UNSURE) or (
        verdict.want is Want.GENERAL and len(text.split()) == 1
    ):
        return replace(_unclear(text, verdict.found_by), confidence=verdict.confidence, slots=Slots(query=text))
    return intent


def _slots(text: str, verdict: Verdict, now: datetime) -> tuple[Slots, Question | None]:
    if verdict.want is not Want.OUTSIDE:
        return READERS.get(verdict.want, asking.nothing)(text, now)
    if verdict.group is Group.ASK:
        slots, _ = asking.outside_question(text, now)
    else:
        slots, _ = READERS[Want.CREATE_TASK](text, now)
        if verdict.outside not in _WRITTEN_DOWN:
            slots = replace(slots, title=None)
    return replace(slots, outside=verdict.outside), None


def _unclear(text: str, found_by: str) -> Intent:
    return Intent(
        group=Group.OTHER,
        want=Want.UNCLEAR,
        confidence=0.0,
        text=text,
        found_by=found_by,
        slots=Slots(query=text or None),
        question=asking.unclear(),
    )
