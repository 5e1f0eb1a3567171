"""Everyday commands: think, add, today, search, talk, undo, check, status."""

import sys
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from selfos.cli import words
from selfos.cli.server import call, fail
from selfos.cli.show import AsJson, as_json, facts, table
from selfos.cli.talk import talk

if TYPE_CHECKING:
    from rich.text import Text

Said = Annotated[
    list[str] | None,
    typer.Argument(metavar="TEXT", help="Several words need no quotes; read from standard input where there is none."),
]


def _text(said: list[str] | None) -> str:
    text = " ".join(said) if said else ("" if sys.stdin.isatty() else sys.stdin.read())
    if any("\ud800" <= character <= "\udfff" for character in text):
        fail("This is not UTF-8 text.", "Convert it first, for example with iconv.")
    if not text.strip():
        fail("There is nothing to save.", 'Say it behind the command: selfos think "call the dentist tomorrow"')
    return text


def think(
    said: Said = None,
    tag: Annotated[list[str] | None, typer.Option("--tag", "-t", help="A tag; may be repeated.")] = None,
    json: AsJson = False,
) -> None:
    """Capture a thought."""
    answer = call("POST", "/thoughts", {"content": _text(said), "tags": tag or [], "source": "cli"})
    as_json(answer.body) if json else typer.secho("Kept.", fg="green")


def add(
    said: Said = None,
    preview: Annotated[bool, typer.Option("--preview", help="Only show what would be made of it.")] = False,
    json: AsJson = False,
) -> None:
    """Add a task in plain words: "call mum every other sunday at 6pm #family !high 30m"."""
    body = {"text": _text(said), "timezone": _zone()}
    answer = call("POST", "/quick-add/preview" if preview else "/quick-add", body)
    if json:
        as_json(answer.body)
        return
    task = answer.body
    typer.secho(task["title"], bold=True)
    facts(_told(task))


def today(json: AsJson = False) -> None:
    """What matters today, and why."""
    answer = call("GET", "/tasks/views/today", query={"timezone": _zone()})
    if json:
        as_json(answer.body)
        return
    day = date.fromisoformat(answer.body["day"])
    rows = [
        {
            "title": item["task"]["title"],
            "due": words.moment(item["task"]["due"], item["task"]["due_at"], day),
            "priority": words.priority(item["task"]["priority"]),
            "why": item["reason"],
        }
        for item in answer.body["items"]
    ]
    table(rows, ("title", "due", "priority", "why"), "Nothing is due today.")


def search(
    said: Said = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", "-k", help="Only this kind; may be repeated.")] = None,
    mode: Annotated[str, typer.Option(help="hybrid, text or meaning.")] = "hybrid",
    json: AsJson = False,
) -> None:
    """Find anything, by words, by meaning, by date."""
    query: dict[str, Any] = {"q": _text(said), "mode": mode, "timezone": _zone()}
    if kind:
        query["kinds"] = ",".join(kind)
    answer = call("GET", "/search", query=query)
    if json:
        as_json(answer.body)
        return
    rows = [
        {"kind": h["kind"], "when": f"{words.local(h['at']):%Y-%m-%d}", "found": _found(h)}
        for h in answer.body["items"]
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
        kind = item["kind"].replace("_", " ")
        named = f' "{item["title"]}"' if item.get("title") else ""
        typer.echo(f"  The {kind}{named} is {'gone again' if item['deleted'] else 'as it was before'}.")
    typer.secho(f"  Take that back with: selfos undo {answer.change_id}", dim=True)


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


def _told(task: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a line of words became, in words."""
    today = datetime.now().astimezone().date()
    due, start = (words.moment(task[name], task[f"{name}_at"], today) for name in ("due", "start"))
    yield "due", due
    yield "starts", "" if start == due else start
    yield "repeats", words.repeats(task["rrule"]) if task["rrule"] else ""
    yield "comes back", words.after(task["repeat_after"]) if task["repeat_after"] else ""
    yield "takes", words.minutes(task["duration_minutes"]) if task["duration_minutes"] else ""
    yield "priority", words.priority(task["priority"])
    yield "tags", " ".join(f"#{tag}" for tag in task["tags"])
    yield "people", " ".join(f"@{person}" for person in task["people"])
    yield "project", task.get("project") or ""


def _found(hit: dict[str, Any]) -> "Text":
    """What was found, with the words that match in bold."""
    from rich.text import Text  # noqa: PLC0415 - rich costs more than a capture may take

    shown = "title" if hit["title"] else "snippet"
    text = Text(hit[shown])
    for start, end in hit["highlights"].get(shown, []):
        text.stylize("bold", start, end)
    return text


def _zone() -> str:
    from selfos.kernel.zones import machine_zone  # noqa: PLC0415 - only what asks for the zone pays for it

    return machine_zone()


COMMANDS = (think, add, today, search, talk, undo, check, status)
