"""Commands made from the action registry: `selfos RESOURCE VERB`, one for everything the product can do."""

import json
import re
from functools import cache
from typing import Any

import click

from selfos.cli.server import call
from selfos.cli.show import as_json, record, table
from selfos.kernel.actions import Action
from selfos.kernel.schema import plain_type

_CELLS = 6


@cache
def resources() -> dict[str, list[Action]]:
    """The actions of the product by resource."""
    from selfos.app import every_action  # noqa: PLC0415 - imports the whole product

    found: dict[str, list[Action]] = {}
    for action in every_action():
        found.setdefault(action.name.partition(".")[0].replace("_", "-"), []).append(action)
    return found


def group_of(resource: str) -> click.Group | None:
    """The commands of one resource, or None where there is no such resource."""
    actions = resources().get(resource)
    if actions is None:
        return None
    commands = {a.name.partition(".")[2].replace("_", "-"): _command(a) for a in actions}
    return click.Group(resource, commands=commands, help=f"Work with {resource.replace('-', ' ')}.")


def _command(action: Action) -> click.Command:
    in_path = re.findall(r"{(\w+)}", action.path)
    parameters: list[click.Parameter] = [click.Argument([name]) for name in in_path]
    for name, field in action.input.model_fields.items():
        if name not in in_path:
            parameters.append(_option(name, field))
    parameters.append(click.Option(["--json", "as_json_"], is_flag=True, help="Print the answer as JSON."))

    def run(as_json_: bool, **given: Any) -> None:
        path = action.path.format(**{name: given.pop(name) for name in in_path})
        sent = {name: _value(action, name, value) for name, value in given.items() if value not in (None, ())}
        in_query = action.method in {"GET", "DELETE"}
        answer = call(action.method, path, None if in_query else sent, sent if in_query else None)
        as_json(answer.body) if as_json_ else _show(answer.body)

    verb = action.name.partition(".")[2].replace("_", "-")
    return click.Command(verb, callback=run, params=parameters, help=action.summary, short_help=action.summary)


def _option(name: str, field: Any) -> click.Option:
    base = plain_type(field.annotation)
    flag = f"--{name.replace('_', '-')}"
    shared: dict[str, Any] = {"help": field.description, "required": field.is_required()}
    if base is bool:
        return click.Option([f"{flag}/--no-{flag[2:]}", name], default=None, help=field.description)
    if _many(field.annotation):
        return click.Option([flag, name], multiple=True, **shared)
    return click.Option([flag, name], type={int: int, float: float}.get(base, str), **shared)


def _value(action: Action, name: str, value: Any) -> Any:
    if isinstance(value, tuple):
        return [_structured(item) for item in value]
    return _structured(value) if not _is_text(action.input.model_fields[name].annotation) else value


def _structured(value: Any) -> Any:
    """Objects are given as JSON; all else as it is."""
    return json.loads(value) if isinstance(value, str) and value[:1] in {"{", "["} else value


def _is_text(annotation: Any) -> bool:
    return plain_type(annotation) is str


def _many(annotation: Any) -> bool:
    return "tuple" in str(annotation) or "list" in str(annotation)


def _show(body: Any) -> None:
    rows = body.get("items") if isinstance(body, dict) else body
    if not isinstance(rows, list):
        record(body or {})
        return
    columns = [n for n in (rows[0] if rows else {}) if n not in {"version", "updated_at", "deleted_at"}]
    table(rows, columns[:_CELLS], "There are none.")
