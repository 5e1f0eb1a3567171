"""Talking to the server on this machine, with what it left in the data folder: its address and a token.

Uses the standard library only, because a captured thought should not wait for imports.
"""

import http.client
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlencode, urlsplit

import typer

_TIMEOUT = 30.0
_LONGEST_SILENCE = 130.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said."""

    status: int
    body: Any
    change_id: str | None


def data_folder() -> Path:
    """The data folder of this account: `SELFOS_DATA`, else where the XDG specification puts it."""
    if chosen := os.environ.get("SELFOS_DATA"):
        return Path(chosen).expanduser().absolute()
    base = os.environ.get("XDG_DATA_HOME", "")
    return (Path(base) if Path(base).is_absolute() else Path.home() / ".local" / "share") / "selfos"


def call(
    method: str, path: str, body: Any = None, query: dict[str, Any] | None = None, content: bytes | None = None
) -> Answer:
    """One request to `/api/v1` with `body` as JSON or a file's `content`.

    Ends the command with a message where the server is away or refuses.
    """
    host, port, token = address()
    sent = content if body is None else json.dumps(body).encode()
    kind = "application/json" if content is None else "application/octet-stream"
    headers = {"Authorization": f"Bearer {token}", "Content-Type": kind}
    target = f"/api/v1{path}" + (f"?{urlencode(query, doseq=True)}" if query else "")
    connection = http.client.HTTPConnection(host, port, timeout=_TIMEOUT)
    try:
        connection.request(method, target, sent, headers)
        response = connection.getresponse()
        text = response.read()
    except OSError:
        fail(f"SelfOS does not answer at http://{host}:{port}.", "Start it with `selfos start`.")
    finally:
        connection.close()
    answer = json.loads(text) if text else None
    if response.status >= 400:
        _refused(response.status, answer)
    return Answer(response.status, answer, response.headers.get("Selfos-Change"))


def events(path: str, body: Any) -> Iterator[dict[str, Any]]:
    """What the server tells while it answers a request to `/api/v1` (Server-Sent Events)."""
    host, port, token = address()
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", "Accept": "text/event-stream"}
    connection = http.client.HTTPConnection(host, port, timeout=_LONGEST_SILENCE)
    try:
        connection.request("POST", f"/api/v1{path}", json.dumps(body).encode(), headers)
        response = connection.getresponse()
        if response.status >= 400:
            _refused(response.status, json.loads(response.read() or b"null"))
        for line in response:
            if line.startswith(b"data: "):
                yield json.loads(line[6:])
    except OSError:
        fail(f"SelfOS does not answer at http://{host}:{port}.", "Start it with `selfos start`.")
    finally:
        connection.close()


def fail(what: str, remedy: str = "") -> NoReturn:
    """Say what is wrong and what to do, and end with status 1."""
    typer.secho(what, fg="red", err=True)
    if remedy:
        typer.echo(remedy, err=True)
    raise typer.Exit(1)


def address() -> tuple[str, int, str]:
    """Where the server on this machine listens, and the machine's token; ends the command where it never ran."""
    folder = data_folder()
    try:
        url = urlsplit((folder / "server.url").read_text().strip())
        token = (folder / "local.token").read_text().strip()
    except PermissionError:
        fail(f"{folder} belongs to another account of this machine.", "Run this as the account that runs SelfOS.")
    except OSError:
        fail(f"SelfOS has not been started here yet ({folder}).", "Start it with `selfos start`.")
    return url.hostname or "127.0.0.1", url.port or 80, token


def _refused(status: int, answer: Any) -> NoReturn:
    if not isinstance(answer, dict):
        fail(f"The server answered with status {status}.")
    errors = answer.get("errors") or []
    lines = [f"  {e['field']}: {e['message']}" for e in errors]
    fail(answer.get("title", "Refused"), "\n".join(lines) or str(answer.get("detail", "")))
