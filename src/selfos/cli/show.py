"""Putting answers on the terminal: for people by default, as JSON where asked."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Final

import typer

from selfos.cli.words import local

AsJson = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]

_NAMES: Final = ("title", "name")
_PLUMBING: Final = {"version", "created_at", "updated_at", "rank"}
_EMPTY: Final[tuple[Any, ...]] = (None, "", [], {})
_STYLES: Final = {"title": "bold", "name": "bold", "id": "dim"}
_FACT_WIDTH: Final = 18
_LIST_LENGTH: Final = 20
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_CODED: Final = re.compile(r"[a-z]+(_[a-z]+)+")
"""Words that the product gives to states and areas: `personal_growth`."""


def as_json(value: Any) -> None:
    """The answer as the server gave it."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False))


def table(rows: Sequence[dict[str, Any]], columns: Sequence[str], empty: str) -> None:
    """Rows under headings, or a sentence where there are none; columns without a word are left out.

    Cells may be rich texts.
    """
    from rich.console import Console  # noqa: PLC0415 - rich costs more than a capture may take
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    if not rows:
        typer.echo(empty)
        return
    drawn = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    columns = [column for column in columns if any(row.get(column) not in _EMPTY for row in rows)]
    for column in columns:
        drawn.add_column(
            _label(column),
            overflow="fold",
            no_wrap=column == "id",  # to be copied, so in one piece
            style=_STYLES.get(column),
        )
    for row in rows:
        cells = (row.get(column) for column in columns)
        drawn.add_row(*(cell if isinstance(cell, Text) else Text(_cell(cell)) for cell in cells))
    Console().print(drawn)


def facts(told: Iterable[tuple[str, str]]) -> None:
    """What is known of one thing, a line each, under its name; empty ones are left out."""
    for name, said in told:
        if said:
            typer.echo(f"  {typer.style(f'{name:<{_FACT_WIDTH}}', dim=True)}  {said}")


def record(value: dict[str, Any]) -> None:
    """One record: its name, then a field a line, its id last; what is empty, and the ids of others, are left out.

    Records inside it stand below, each by its own name.
    """
    name = next((n for n in _NAMES if value.get(n)), None)
    if name is not None:
        typer.secho(str(value[name]), bold=True)
    hidden = {name, "id"} | (_PLUMBING | {n for n in value if n.endswith("_id")} if "version" in value else set())
    fields = [n for n in value if n not in hidden]
    inner = {n: value[n] for n in fields if _named(value[n])}
    facts((_label(n), _cell(value[n])) for n in fields if n not in inner)
    facts([("id", _cell(value.get("id")))])
    for n, records in inner.items():
        typer.secho(f"{_label(n)}:", dim=True)
        for one in records if isinstance(records, list) else [records]:
            record(one)


def _named(value: Any) -> bool:
    """Whether it is a record, or a list of them."""
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, dict) and any(first.get(n) for n in _NAMES)


def _label(name: str) -> str:
    return name.replace("_", " ")


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join([*(_cell(item) for item in value[:_LIST_LENGTH]), *["…"] * (len(value) > _LIST_LENGTH)])
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False) if value else ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        return f"{local(value):%Y-%m-%d %H:%M}"
    if isinstance(value, str) and _CODED.fullmatch(value):
        return value.replace("_", " ")
    return "" if value is None else str(value)
