"""The tools of a model: actions of the registry, with inputs as small as they can be told."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from pydantic import BaseModel

from selfos.intelligence.models import Tool
from selfos.kernel.actions import Action
from selfos.kernel.principal import Principal
from selfos.kernel.runtime import Runtime

_RESOURCES: Final = ("thoughts", "tasks", "goals", "milestones", "projects", "habits", "memories", "sources")
_VERBS: Final = ("create", "update", "delete", "list", "complete", "reopen", "snooze", "today", "upcoming", "erase")
_ALSO: Final = frozenset(
    {"search.query", "changes.undo", "insights.list", "memories.recall", "memories.forget", "sources.fetch"}
)
_TOLD: Final = frozenset(
    {"type", "enum", "items", "properties", "required", "anyOf", "format", "const", "description", "$ref", "$defs"}
)
_UNTOLD: Final = frozenset(
    {"id", "cursor", "deleted", "order", "sort", "limit", "rank", "assignee_id", "thought_id", "suggestion_id"}
)
_DOT: Final = "__"


def tools_of(runtime: Runtime, principal: Principal) -> tuple[Tool, ...]:
    """What the caller may do, as tools."""
    return tuple(
        _tool(a.name, a.summary, a.input) for a in runtime.actions.values() if offered(a) and principal.may(a.scope)
    )


def offered(action: Action) -> bool:
    """Whether a model may ask for an action; rights and keys, settings and talks are no business of its."""
    resource, _, verb = action.name.partition(".")
    return action.name in _ALSO or (resource in _RESOURCES and verb in _VERBS)


def name_of(action_name: str) -> str:
    """The tool of an action; providers take no dots."""
    return action_name.replace(".", _DOT)


def action_name_of(tool: str) -> str:
    """The action of a tool."""
    return tool.replace(_DOT, ".")


def _schema(given: type[BaseModel]) -> Mapping[str, Any]:
    schema = given.model_json_schema()
    required = schema.get("required", [])
    told = {n: v for n, v in schema.get("properties", {}).items() if n in required or _is_told(n)}
    kept = {"type": "object", "properties": told, "required": required}
    used = _used(kept, schema.get("$defs", {}))
    slim: dict[str, Any] = _slim(kept | ({"$defs": used} if used else {}))
    return slim


def _is_told(name: str) -> bool:
    return name not in _UNTOLD and not name.endswith(("_since", "_until"))


def _used(schema: Any, definitions: Mapping[str, Any]) -> dict[str, Any]:
    """The definitions that a schema stands on."""
    found: dict[str, Any] = {}
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting.extend(part)
        elif isinstance(part, dict):
            waiting.extend(part.values())
            name = str(part.get("$ref", "")).rpartition("/")[2]
            if name in definitions and name not in found:
                found[name] = definitions[name]
                waiting.append(definitions[name])
    return found


def _slim(schema: Any, *, names: bool = False) -> Any:
    """Without titles, defaults, examples and bounds: the action checks its input itself, and says what is wrong."""
    if isinstance(schema, list):
        return [_slim(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if names:
        return {name: _slim(part) for name, part in schema.items()}
    return {
        key: _slim(part, names=key in {"properties", "$defs"})
        for key, part in schema.items()
        if key in _TOLD and not (key == "required" and not part)
    }


@cache
def _tool(name: str, summary: str, given: type[BaseModel]) -> Tool:
    return Tool(name_of(name), summary, _schema(given))
