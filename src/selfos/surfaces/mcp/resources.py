"""Records as resources: `selfos://tasks/<id>`, and pages that a person may want to attach."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from mcp.shared.exceptions import MCPError
from mcp_types import INVALID_PARAMS, BlobResourceContents, Resource, ResourceTemplate, TextResourceContents

from selfos.kernel.actions import Action, ById

_SCHEME: Final = "selfos"
_JSON: Final = "application/json"
_PAGES: Final = {"today": "tasks.today", "profile": "profile.get"}


def pages(readable: Mapping[str, Action]) -> list[Resource]:
    """Resources without an id, of those that the caller may read."""
    return [
        Resource(uri=f"{_SCHEME}://{page}", name=page, description=readable[name].summary, mime_type=_JSON)
        for page, name in _PAGES.items()
        if name in readable
    ]


def templates(readable: Mapping[str, Action]) -> list[ResourceTemplate]:
    """One for each kind whose records the caller may read."""
    kinds = {name.removesuffix(".get"): a for name, a in readable.items() if _reads_one(a)}
    return [
        ResourceTemplate(
            uri_template=f"{_SCHEME}://{kind}/{{id}}", name=kind, description=action.summary, mime_type=_JSON
        )
        for kind, action in kinds.items()
    ]


def located(readable: Mapping[str, Action], uri: str) -> tuple[Action, dict[str, Any]]:
    """The action that reads a resource, and its input. Raises MCPError where the caller can read no such thing."""
    parts = urlsplit(uri)
    name, wanted = parts.netloc, parts.path.strip("/")
    action = readable.get(f"{name}.get" if wanted else _PAGES.get(name, ""))
    if parts.scheme != _SCHEME or action is None or (wanted and not _reads_one(action)):
        raise MCPError(INVALID_PARAMS, "there is no such resource; see the resources and their templates")
    return action, {"id": wanted} if wanted else {}


def contents(uri: str, body: bytes) -> list[TextResourceContents | BlobResourceContents]:
    """A resource as it is read."""
    return [TextResourceContents(uri=uri, text=body.decode(), mime_type=_JSON)]


def _reads_one(action: Action) -> bool:
    return action.name.endswith(".get") and action.input is ById
