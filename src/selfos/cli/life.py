"""Everyday commands: think, add, today, search, undo, check, status."""

import sys
from typing import Annotated, Any

import typer

from selfos.cli.server import call, fail
from selfos.cli.show import AsJson, as_json, table

Words = Annotated[list[str] | None, typer.Argument(help="The text; read from standard input where there is none.")]


def _text(words: list[str] | None) -> str:
    text = " ".join(words) if words else ("" if sys.stdin.isatty() else sys.stdin.read())
    if not text.strip():
        fail("There is nothing to save.", 'Say it behind the command: selfos think "call the dentist tomorrow"')
    return text


def think(
    words: Words = None,
    tag: Annotated[list[str] | None, typer.Option("--tag", "-t", help="A tag; may be repeated.")] = None,
    json: AsJson = False,
) -> None:
    """Capture a thought."""
    answer = call("POST", "/thoughts", {"content": _text(words), "tags": tag or [], "source": "cli"})
    as_json(answer.body) if json else typer.secho("Kept.", fg="green")


def add(
    words: Words = None,
    preview: Annotated[bool, typer.Option("--preview", help="Only show what would be made of it.")] = False,
    json: AsJson = False,
) -> None:
    """Add a task in plain words: "call mum every other sunday at 6pm #family !high 30m"."""
    body = {"text": _text(words), "timezone": _zone()}
    answer = call("POST", "/quick-add/preview" if preview else "/quick-add", body)
    if json:
        as_json(answer.body)
        return
    task = answer.body
    typer.secho(task["title"], bold=True)
    for name in ("due", "due_at", "start", "start_at", "rrule", "repeat_after", "duration_minutes", "priority"):
        if task.get(name) is not None:
            typer.echo(f"  {name.replace('_', ' ')}: {task[name]}")
    for name, sign in (("tags", "#"), ("people", "@")):
        if task.get(name):
            typer.echo("  " + " ".join(f"{sign}{word}" for word in task[name]))


def today(json: AsJson = False) -> None:
    """What matters today, and why."""
    answer = call("GET", "/tasks/views/today", query={"timezone": _zone()})
    if json:
        as_json(answer.body)
        return
    rows = [{**item.get("task", item), "why": item.get("reason", "")} for item in answer.body["items"]]
    table(rows, ("title", "due", "priority", "why"), "Nothing is due today.")


def search(
    words: Words = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", "-k", help="Only this kind; may be repeated.")] = None,
    mode: Annotated[str, typer.Option(help="hybrid, text or meaning.")] = "hybrid",
    json: AsJson = False,
) -> None:
    """Find anything, by words, by meaning, by date."""
    query: dict[str, Any] = {"q": _text(words), "mode": mode, "timezone": _zone()}
    if kind:
        query["kinds"] = ",".join(kind)
    answer = call("GET", "/search", query=query)
    if json:
        as_json(answer.body)
        return
    rows = [
        {"kind": h["kind"], "when": h["at"][:10], "found": h["title"] or h["snippet"]} for h in answer.body["items"]
    ]
    table(rows, ("kind", "when", "found"), "Nothing found.")
    if answer.body.get("degraded"):
        typer.secho(answer.body["degraded"], fg="yellow", err=True)


def undo(
    change: Annotated[str | None, typer.Argument(help="Id of a change; the last one where it is absent.")] = None,
    json: AsJson = False,
) -> None:
    """Undo a change."""
    answer = call("POST", "/undo", {"change_id": change} if change else {})
    if json:
        as_json(answer.body)
        return
    typer.secho("Undone.", fg="green")
    for item in answer.body["records"]:
        typer.echo(f"  {item['kind']} {'removed' if item['deleted'] else 'brought back as it was'}")


def check(json: AsJson = False) -> None:
    """Look for patterns in what was captured lately."""
    answer = call("POST", "/checks", {})
    if json:
        as_json(answer.body)
        return
    insights = answer.body if isinstance(answer.body, list) else answer.body["items"]
    if not insights:
        typer.echo("Nothing new stands out.")
    for insight in insights:
        typer.secho(insight["title"], bold=True)
        typer.echo(f"  {insight['sentence']}")
        for evidence in insight.get("evidence", []):
            typer.echo(f"  · {evidence.get('quote', '')}")


def status(json: AsJson = False) -> None:
    """Whether SelfOS runs, and how it is."""
    answer = call("GET", "/health")
    if json:
        as_json(answer.body)
        return
    body = answer.body
    typer.echo(f"SelfOS {body['version']}: {body['status']}, database {body['database']}")
    if not body["semantic_search"]:
        typer.secho("Search by meaning needs the model: make model", fg="yellow")


def _zone() -> str:
    from selfos.kernel.zones import machine_zone  # noqa: PLC0415 - only what asks for the zone pays for it

    return machine_zone()


COMMANDS = (think, add, today, search, undo, check, status)
