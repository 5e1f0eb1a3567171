"""Actions as tools: their descriptions, and what a call answers."""

from functools import cache
from typing import Any

import orjson
from mcp_types import CallToolResult, TextContent, Tool, ToolAnnotations
from pydantic import BaseModel, ValidationError, create_model
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core.core_schema import NullableSchema, WithDefaultSchema

from selfos.kernel.actions import Action, answer_of
from selfos.kernel.errors import Problem
from selfos.kernel.perform import Outcome
from selfos.surfaces.mcp.everyday import EVERYDAY
from selfos.surfaces.mcp.offer import changes_nothing, tool_name


class _Terse(GenerateJsonSchema):
    """JSON Schema without what goes without saying, since a model reads all of it."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 (named so by pydantic)
        return False

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        if schema.get("default", ...) is None:
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)


class _Absent(_Terse):
    """Where null means no more than leaving a field out."""

    def nullable_schema(self, schema: NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def tool(action: Action) -> Tool:
    """The tool that does an action."""
    hint = EVERYDAY.get(action.name, "")
    return Tool(
        name=tool_name(action),
        description=f"{action.summary.rstrip('.')}. {hint}".strip(),
        input_schema=_schema(action.input, "validation", _Terse if action.method == "PATCH" else _Absent),
        output_schema=_schema(_object(answer_of(action.output)), "serialization", _Terse),
        annotations=annotations(action),
    )


def annotations(action: Action) -> ToolAnnotations:
    """What a client may know before it calls: a change that takes something away counts as destructive."""
    reads = changes_nothing(action)
    takes_away = action.grade == "final" or action.method == "DELETE" or action.name.endswith(".bulk")
    return ToolAnnotations(
        read_only_hint=reads,
        destructive_hint=takes_away,
        idempotent_hint=reads or action.method in {"PATCH", "DELETE"},
        open_world_hint=action.grade == "outward",
    )


def answered(outcome: Outcome) -> CallToolResult:
    """What was done: as structured content, as text for the model, and how to take it back."""
    body = orjson.loads(outcome.body)
    structured = body if isinstance(body, dict) else {"items": body}
    texts = [orjson.dumps(_said(structured)).decode()]
    if outcome.change_id is not None:
        texts.append(f"Done. changes_undo takes it back with change_id {outcome.change_id}.")
    return CallToolResult(content=[TextContent(text=text) for text in texts], structured_content=structured)


def refused(problem: Problem) -> CallToolResult:
    """Why it was not done, in words that a model can act on."""
    where = f"{problem.field}: " if problem.field else ""
    more = f" {orjson.dumps(problem.extra, default=str).decode()}" if problem.extra else ""
    return failed(f"{problem.title}. {where}{problem.detail}{more}")


def invalid(error: ValidationError) -> CallToolResult:
    """Which fields of the input are wrong, without repeating what was sent."""
    wrong = error.errors(include_url=False, include_input=False, include_context=False)
    return failed("; ".join(f"{'.'.join(map(str, item['loc'])) or 'input'}: {item['msg']}" for item in wrong))


def failed(text: str) -> CallToolResult:
    """A tool error."""
    return CallToolResult(content=[TextContent(text=text)], is_error=True)


@cache
def _schema(model: type[BaseModel], mode: JsonSchemaMode, terse: type[_Terse]) -> dict[str, Any]:
    schema = model.model_json_schema(mode=mode, schema_generator=terse)
    for part in (schema, *schema.get("$defs", {}).values()):
        part.pop("title", None)
    return schema


@cache
def _object(answer: Any) -> type[BaseModel]:
    """The model of the structured content, which is always an object: a list stands under `items`."""
    if isinstance(answer, type) and issubclass(answer, BaseModel):
        return answer
    return create_model("Items", items=(answer, ...))


def _said(value: Any) -> Any:
    """Without what is empty: a model reads each word, and an absent field says as much."""
    if isinstance(value, dict):
        return {name: _said(item) for name, item in value.items() if item not in (None, "", [], {})}
    return [_said(item) for item in value] if isinstance(value, list) else value
