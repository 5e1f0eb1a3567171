"""Putting answers on the terminal: for people by default, as JSON where asked."""

import json
from collections.abc import Sequence
from typing import Annotated, Any

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]


def as_json(value: Any) -> None:
    """The answer as the server gave it."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False))


def table(rows: Sequence[dict[str, Any]], columns: Sequence[str], empty: str) -> None:
    """Rows under headings, or a sentence where there are none."""
    from rich.console import Console  # noqa: PLC0415 - rich costs more than a capture may take
    from rich.table import Table  # noqa: PLC0415

    if not rows:
        typer.echo(empty)
        return
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        drawn.add_column(column.replace("_", " "), overflow="fold")
    for row in rows:
        drawn.add_row(*(_cell(row.get(column)) for column in columns))
    Console().print(drawn)


def record(value: dict[str, Any]) -> None:
    """One record, a field a line; empty fields are left out."""
    for name, field in value.items():
        if field not in (None, [], "", {}):
            typer.echo(f"{name.replace('_', ' '):>16}  {_cell(field)}")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(_cell(item) for item in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
