"""Whether what a model said can be used."""

import re
from dataclasses import replace
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from selfos.intelligence.models.faults import Fault, FaultKind
from selfos.intelligence.models.port import Ask, Turn
from selfos.intelligence.models.provider import Said

_FENCED: Final = re.compile(r"```(?:json)?\s*\n(.*?)\n?\s*```", re.DOTALL)
_MOST_COMPLAINTS: Final = 5
_AGAIN: Final = "That could not be used: {reason}. Give the whole answer once more, without this mistake."


def checked(said: Said, ask: Ask) -> Any:
    """The answer in the form asked for, None where none was. Raises Fault (malformed) with the reason."""
    unknown = {call.name for call in said.calls} - {tool.name for tool in ask.tools}
    if unknown:
        raise _malformed(said, f"there is no tool {', '.join(sorted(unknown))}")
    if said.calls:
        return None
    if not said.text.strip():
        raise _malformed(said, "it was empty")
    return _formed(said, ask.answer) if ask.answer else None


def corrected(ask: Ask, fault: Fault) -> Ask:
    """The same question with what was wrong about the last answer."""
    last = (Turn("assistant", fault.text),) if fault.text.strip() else ()
    reason = Turn("user", _AGAIN.format(reason=fault.reason))
    return replace(ask, turns=(*ask.turns, *last, reason))


def _formed(said: Said, form: type[BaseModel]) -> BaseModel:
    fenced = _FENCED.search(said.text)
    try:
        return form.model_validate_json(fenced[1] if fenced else said.text.strip())
    except ValidationError as error:
        raise _malformed(said, _complaints(error)) from None


def _complaints(error: ValidationError) -> str:
    found = error.errors(include_input=False, include_url=False, include_context=False)
    told = [f"{'.'.join(map(str, e['loc'])) or 'the answer'}: {e['msg']}" for e in found[:_MOST_COMPLAINTS]]
    return "; ".join(told)


def _malformed(said: Said, reason: str) -> Fault:
    return Fault(FaultKind.MALFORMED, reason, used=said.usage, text=said.text)
