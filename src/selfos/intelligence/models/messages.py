"""Between our words and those of `pydantic_ai`. Imported with the extra `models`."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any, Final

from pydantic_ai import messages as theirs
from pydantic_ai.models import ModelRequestParameters
from pydantic_ai.output import OutputObjectDefinition
from pydantic_ai.tools import ToolDefinition

from selfos.intelligence.models.capabilities import Way
from selfos.intelligence.models.port import Ask, Call, Tool, Turn

ANSWER_TOOL: Final = "give_answer"


def conversation(turns: Iterable[Turn]) -> list[theirs.ModelMessage]:
    """What was said, as requests and responses by turns."""
    called = {call.id: call.name for turn in turns for call in turn.calls}
    told: list[theirs.ModelMessage] = []
    for by_model, said in groupby(turns, key=lambda turn: turn.role == "assistant"):
        if by_model:
            told.append(theirs.ModelResponse(parts=[part for turn in said for part in _response_parts(turn)]))
        else:
            told.append(theirs.ModelRequest(parts=[_request_part(turn, called) for turn in said]))
    return told


def _request_part(turn: Turn, called: dict[str, str]) -> theirs.ModelRequestPart:
    if turn.role == "system":
        return theirs.SystemPromptPart(content=turn.text)
    if turn.role == "tool":
        name = called.get(turn.call_id or "", "")
        return theirs.ToolReturnPart(tool_name=name, content=turn.text, tool_call_id=turn.call_id or "")
    if not turn.images:
        return theirs.UserPromptPart(content=turn.text)
    pictures = [theirs.BinaryContent(data=image.data, media_type=image.media_type) for image in turn.images]
    return theirs.UserPromptPart(content=[turn.text, *pictures])


def _response_parts(turn: Turn) -> Iterator[theirs.ModelResponsePart]:
    if turn.text:
        yield theirs.TextPart(content=turn.text)
    for call in turn.calls:
        yield theirs.ToolCallPart(tool_name=call.name, args=dict(call.arguments), tool_call_id=call.id)


def parameters(ask: Ask, way: Way) -> ModelRequestParameters:
    """Tools, and the form of the answer in one of the ways to ask for it."""
    tools = [_definition(tool) for tool in ask.tools]
    if ask.answer is None:
        return ModelRequestParameters(function_tools=tools)
    schema, name = ask.answer.model_json_schema(), ask.answer.__name__
    if way is Way.TOOL:
        answer = ToolDefinition(name=ANSWER_TOOL, description="Give the answer.", parameters_json_schema=schema)
        return ModelRequestParameters(
            function_tools=tools, output_mode="tool", output_tools=[answer], allow_text_output=False
        )
    described = OutputObjectDefinition(json_schema=schema, name=name)
    mode: Any = way.value
    return ModelRequestParameters(function_tools=tools, output_mode=mode, output_object=described)


@lru_cache(maxsize=1024)
def _definition(tool: Tool) -> ToolDefinition:
    return ToolDefinition(name=tool.name, description=tool.description, parameters_json_schema=dict(tool.parameters))


def text_of(response: theirs.ModelResponse) -> str:
    """What was said; where the answer came as a call of our own tool, its arguments as JSON."""
    parts = [part.content for part in response.parts if isinstance(part, theirs.TextPart)]
    answers = [part.args_as_json_str() for part in _calls(response) if part.tool_name == ANSWER_TOOL]
    return answers[0] if answers else "".join(parts)


def calls_of(response: theirs.ModelResponse) -> tuple[Call, ...]:
    """The tools it wants used. Raises ValueError where the arguments are no JSON object."""
    wanted = [part for part in _calls(response) if part.tool_name != ANSWER_TOOL]
    return tuple(Call(part.tool_call_id, part.tool_name, _arguments(part)) for part in wanted)


def _arguments(part: theirs.ToolCallPart) -> dict[str, Any]:
    try:
        return part.args_as_dict(raise_if_invalid=True)
    except (ValueError, AssertionError) as error:
        raise ValueError(f"the arguments of {part.tool_name} are not a JSON object") from error


def _calls(response: theirs.ModelResponse) -> list[theirs.ToolCallPart]:
    return [part for part in response.parts if isinstance(part, theirs.ToolCallPart)]


def piece_of(event: theirs.ModelResponseStreamEvent) -> str:
    """The text that an event of a stream adds."""
    if isinstance(event, theirs.PartStartEvent) and isinstance(event.part, theirs.TextPart):
        return event.part.content
    if isinstance(event, theirs.PartDeltaEvent) and isinstance(event.delta, theirs.TextPartDelta):
        return event.delta.content_delta
    return ""
