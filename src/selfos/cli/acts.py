"""Commands made from the action registry: `selfos RESOURCE VERB`, one for everything the product can do."""

import inspect
import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import BaseModel

from selfos.cli.server import call, fail
from selfos.cli.show import AsJson, as_json, record, table
from selfos.cli.uploads import packed
from selfos.kernel.actions import Action
from selfos.kernel.columns import plain_type

_COLUMNS = 5
_WORDS = ("title", "name", "content", "sentence", "act", "status", "due", "target_date")
"""What a person looks for first in a list."""
_HIDDEN = {"version", "updated_at", "deleted_at", "created_at", "timezone", "undoes"}


@cache
def resources() -> dict[str, list[Action]]:
    """The actions of the product by resource."""
    from selfos.app import every_action  # noqa: PLC0415 - imports the whole product

    found: dict[str, list[Action]] = {}
    for action in every_action():
        found.setdefault(_dashed(action.name.partition(".")[0]), []).append(action)
    return found


def group_of(resource: str) -> Any:
    """The commands of one resource, or None where there is no such resource."""
    actions = resources().get(resource)
    if actions is None:
        return None
    app = typer.Typer(
        name=resource, help=f"Work with {resource.replace('-', ' ')}.", no_args_is_help=True, add_completion=False
    )
    for action in actions:
        app.command(_dashed(action.name.partition(".")[2]), help=action.summary)(_command(action))
    # one command alone would otherwise take the place of its group
    app.callback()(lambda: None)
    return typer.main.get_command(app)


def _command(action: Action) -> Any:
    if action.upload:
        return _upload(action)
    in_path = re.findall(r"{(\w+)}", action.path)
    types: dict[str, Any] = {name: Annotated[str, typer.Argument(help="Its id.")] for name in in_path}
    rest = [name for name in action.input.model_fields if name not in in_path]
    types |= {name: _option(action, name) for name in rest} | {"as_json_": AsJson}

    def run(as_json_: bool = False, **given: Any) -> None:
        path = action.path.format(**{name: given.pop(name) for name in in_path})
        sent = {name: _value(action, name, value) for name, value in given.items() if value not in (None, [])}
        in_query = action.method in {"GET", "DELETE"}
        answer = call(action.method, path, None if in_query else sent, sent if in_query else None)
        as_json(answer.body) if as_json_ else _show(answer.body)

    return _signed(run, action, types, in_path)


def _signed(run: Any, action: Action, types: dict[str, Any], arguments: list[str]) -> Any:
    """The function with the parameters that typer reads."""
    run.__annotations__ = types
    run.__signature__ = inspect.Signature(
        [
            inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY, annotation=t, default=_default(action, n, arguments))
            for n, t in types.items()
        ]
    )
    return run


def _upload(action: Action) -> Any:
    """The command of an action that takes a file: the file stands first, a folder is sent as a zip archive."""
    options = [name for name in action.input.model_fields if name not in {"content", "name"}]
    types = {"file": Annotated[Path, typer.Argument(help="A file or a folder.")]}
    types |= {name: _option(action, name) for name in options} | {"as_json_": AsJson}

    def run(file: Path, as_json_: bool = False, **given: Any) -> None:
        name, content = packed(file, action.upload)
        query = {"name": name} | {n: _value(action, n, value) for n, value in given.items() if value not in (None, [])}
        answer = call(action.method, action.path, query=query, content=content)
        as_json(answer.body) if as_json_ else _show(answer.body)

    return _signed(run, action, types, ["file"])


def _default(action: Action, name: str, in_path: list[str]) -> Any:
    if name == "as_json_":
        return False
    field = action.input.model_fields.get(name)
    required = name in in_path or (field is not None and field.is_required())
    return inspect.Parameter.empty if required else None


def _option(action: Action, name: str) -> Any:
    field = action.input.model_fields[name]
    base: Any = {bool: bool, int: int, float: float}.get(plain_type(field.annotation), str)
    if _many(field.annotation):
        base = list[str]
    if not field.is_required():
        base = base | None
    help_ = field.description or ("As JSON; - reads it from standard input." if _is_model(field.annotation) else None)
    return Annotated[base, typer.Option(f"--{_dashed(name)}", help=help_, show_default=False)]


def _is_model(annotation: Any) -> bool:
    kind = plain_type(annotation)
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _value(action: Action, name: str, value: Any) -> Any:
    """Text stays text; where the action wants something structured, it is written as JSON."""
    annotation = action.input.model_fields[name].annotation
    if isinstance(value, list):
        return [_structured(name, item) for item in value]
    if value == "-" and _is_model(annotation):
        value = sys.stdin.read().strip()
    return value if plain_type(annotation) is str else _structured(name, value)


def _structured(name: str, value: Any) -> Any:
    if not isinstance(value, str) or value[:1] not in {"{", "["}:
        return value
    try:
        return json.loads(value)
    except ValueError:
        fail(f"--{_dashed(name)} is not valid JSON.")


def _many(annotation: Any) -> bool:
    return any(word in str(annotation) for word in ("tuple[", "list[", "frozenset["))


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def _show(body: Any) -> None:
    rows = body.get("items") if isinstance(body, dict) else body
    if not isinstance(rows, list):
        record(body or {})
        return
    table(rows, _columns(rows), "There are none.")


def _columns(rows: list[dict[str, Any]]) -> list[str]:
    """What tells the rows apart for a person: words first, the id last, other ids not at all."""
    told = [n for n in (rows[0] if rows else {}) if n not in _HIDDEN and any(row.get(n) for row in rows)]
    words = [name for name in _WORDS if name in told]
    rest = [name for name in told if name not in words and name != "id" and not name.endswith("_id")]
    return [*words, *rest][: _COLUMNS - 1] + ["id"] * ("id" in told)
