"""A turn with a language model: it speaks and asks for tools, until it has said what it has to say."""

import re
from typing import Any, Final

from pydantic import ValidationError

from selfos.features.assistant.acting import deed_of
from selfos.features.assistant.builtin import topic_of
from selfos.features.assistant.modelled.mandate import Mandate
from selfos.features.assistant.modelled.prompting import Brief, brief
from selfos.features.assistant.modelled.tools import action_name_of, offered
from selfos.features.assistant.records import Card, CardState, Role
from selfos.features.assistant.turn import Turn
from selfos.features.models import models_of
from selfos.intelligence import models
from selfos.intelligence.builtin.intents import Intent
from selfos.intelligence.models.ledger import Access
from selfos.kernel.actions import Action
from selfos.kernel.errors import Problem
from selfos.kernel.records import to_json

MOST_ROUNDS: Final = 6
MOST_CALLS: Final = 12
_DEADLINE: Final = 60.0
_LONGEST_RESULT: Final = 6000
_CITED: Final = re.compile(r"\[(\d{1,2})\]")
_HIDDEN: Final = (
    "version",
    "created_at",
    "updated_at",
    "deleted_at",
    "rank",
    "highlights",
    "likeness",
    "score",
    "record",
)


async def answer_with_model(turn: Turn, intent: Intent, access: Access) -> None:
    """Answer. `access` is what may be asked now.

    Raises ModelsUnavailable where no model could, also in the middle; what was done until then stands.
    """
    told = await brief(turn)
    asker: models.Asker | Access = access
    mandate = Mandate(turn.question.text, intent, told.records, _spoken_of(turn))
    turns, calls_left = list(told.turns), MOST_CALLS
    for left in reversed(range(MOST_ROUNDS)):
        ask = models.Ask(
            turns=tuple(turns),
            tools=told.tools if left and calls_left else (),
            deadline_seconds=_DEADLINE,
            prompt=told.label,
            fresh=True,
        )
        reply = await _spoken(turn, asker, ask)
        asker = access.asker  # whose mode may be another by now
        turns.append(models.Turn("assistant", reply.text, reply.calls))
        turn.made.found_by = f"{reply.provider} {reply.model}"
        if not reply.calls:
            break
        for call in reply.calls:
            calls_left -= 1
            result = await _used(turn, told, mandate, call) if calls_left >= 0 else "too many calls in one turn"
            turns.append(models.Turn("tool", result, call_id=call.id))
        turn.say("\n\n")
    _cite(turn, told)
    _tell_what_waits(turn)


async def _spoken(turn: Turn, asker: models.Asker | Access, ask: models.Ask) -> models.Reply:
    mark = turn.mark()
    async for event in models_of(turn.runtime).stream(asker, "chat", ask):
        match event:
            case models.Delta(text):
                turn.say(text)
            case models.Anew():
                turn.say_again_from(mark, "another model answers, the first one broke off")
            case models.Done(reply):
                turn.finish_saying()
                return reply
            case _:
                pass
    raise models.ModelsUnavailable("the model's answer had no end")


async def _used(turn: Turn, told: Brief, mandate: Mandate, call: models.Call) -> str:
    """What a tool answered, as data; a problem is told as one, for the model to find a way."""
    action = turn.runtime.actions.get(action_name_of(call.name))
    if action is None or not offered(action):
        return f"there is no tool {call.name[:80]!r}"
    try:
        if action.grade == "reads":
            found = await turn.look(action.name, **call.arguments)
            told.reads_foreign = True
            told.records.update(_titles(found))
            return told.marks.around(_plain(found), action.name)
        deed = deed_of(turn.runtime, action.name, dict(call.arguments), _called(action, told, call))
        why = mandate.lacks(deed) if told.reads_foreign else None
        return told.marks.around(_told(await turn.act(deed, why)), action.name)
    except ValidationError as error:
        return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()[:5])
    except Problem as problem:
        return problem.detail


def _called(action: Action, told: Brief, call: models.Call) -> str | None:
    """What an act on a record is called: the person has to see which one it is before they say yes."""
    title = told.records.get(str(call.arguments.get("id")))
    return f"{action.summary}: {title}" if title else None


def _spoken_of(turn: Turn) -> list[str]:
    """The ids of the records that the reply before this message was about."""
    latest = next((message for message in reversed(turn.before) if message.role is Role.ASSISTANT), None)
    if latest is None:
        return []
    if latest.topic:
        return [one.id for one in topic_of(turn).records]
    return [str(touched.id) for card in turn.talk.cards_of(latest) for touched in card.records]


def _tell_what_waits(turn: Turn) -> None:
    """In our own words, since a model may be silent on what a yes to its reply would set off."""
    waiting = [card for card in turn.cards if card.state is CardState.WAITING]
    if waiting:
        turn.say("\n\nThis waits for your yes or no:\n" + "\n".join(f"- {card.title}" for card in waiting))
        turn.finish_saying()


def _told(card: Card) -> str:
    match card.state:
        case CardState.DONE:
            return to_json({"done": card.title, "records": card.records[:20]}).decode()
        case CardState.WAITING:
            return f"not done: the person is asked first, because {card.why}. Tell them so; do not try again."
        case _:
            return f"{card.state}: {card.why or card.title}"


def _plain(found: Any) -> str:
    return to_json(_slim(found)).decode()[:_LONGEST_RESULT]


def _slim(value: Any) -> Any:
    """Without plumbing and empty fields."""
    if isinstance(value, dict):
        return {k: _slim(v) for k, v in value.items() if k not in _HIDDEN and v not in (None, "", [], {})}
    return [_slim(part) for part in value] if isinstance(value, list) else value


def _titles(found: Any) -> dict[str, str]:
    """The titles of the records in a result, by id."""
    if isinstance(found, list):
        return {key: title for part in found for key, title in _titles(part).items()}
    if not isinstance(found, dict):
        return {}
    inner = {key: title for part in found.values() for key, title in _titles(part).items()}
    title = found.get("title") or found.get("content") or found.get("statement")
    return inner | ({str(found["id"]): str(title)} if "id" in found and title else {})


def _cite(turn: Turn, told: Brief) -> None:
    """The citations that the reply names, in their order; the others were read and not used."""
    numbers = dict.fromkeys(int(n) for n in _CITED.findall("".join(turn.made.text)))
    turn.made.citations = [told.cited[n - 1] for n in numbers if 0 < n <= len(told.cited)]
