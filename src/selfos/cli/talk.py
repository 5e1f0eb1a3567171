"""Talking with the assistant in the terminal."""

import sys
from typing import Annotated, Any

import typer

from selfos.cli.server import events
from selfos.cli.show import AsJson, as_json

_MARKS = {"done": ("green", "done"), "waiting": ("yellow", "waits for your yes"), "failed": ("red", "not done")}


def talk(
    said: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT", help="What you say; without it you talk until an empty line or Ctrl-D."),
    ] = None,
    json: AsJson = False,
) -> None:
    """Talk with the assistant; it acts, asks first where it must, and answers from your own words."""
    if said or not sys.stdin.isatty():
        _say(" ".join(said) if said else sys.stdin.read(), None, json=json)
        return
    conversation: str | None = None
    while line := _line():
        conversation = _say(line, conversation, json=json)


def _line() -> str:
    try:
        return input("> ").strip()
    except (EOFError, KeyboardInterrupt):
        typer.echo()
        return ""


def _say(message: str, conversation: str | None, *, json: bool) -> str:
    """Say it and show the reply as it comes; the conversation it belongs to."""
    path = f"/conversations/{conversation}/messages" if conversation else "/conversations"
    for event in events(path, {"message": message}):
        match event["type"]:
            case "began":
                conversation = event["conversation_id"]
            case "said" if not json:
                typer.echo(event["text"], nl=False)
            case "anew" if not json:
                typer.secho(f"\n[{event['reason']}]\n{event['text']}", dim=True)
            case "ended":
                as_json(event["message"]) if json else _close(event["message"])
    return conversation or ""


def _close(reply: dict[str, Any]) -> None:
    typer.echo()
    for card in reply["cards"]:
        color, state = _MARKS.get(card["state"], ("white", card["state"]))
        typer.secho(f"  {state}: {card['title']}", fg=color)
        if card["state"] == "done" and card["change_id"]:
            typer.secho(f"    Take that back with: selfos undo {card['change_id']}", dim=True)
    if reply["notice"]:
        typer.secho(f"  {reply['notice']}", fg="yellow")
