"""Draws docs/terminal.svg: a session that really runs, on a data folder of its own that is removed again."""

import os
import pty
import re
import shlex
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bench.server import Server, server  # noqa: E402 - the checkout is no package

PICTURE = ROOT / "docs" / "terminal.svg"
COLUMNS = 92
FONTS = "ui-monospace, Menlo, Consolas, DejaVu Sans Mono"
SUGGESTION = "SUGGESTION"
"""Stands for the id of the first suggestion, which is another one in every session."""
SESSION = (
    'selfos think "Slept badly again. I need to book a dentist appointment before next friday"',
    'selfos think "Lovely evening with Anna. Must send her the photos tomorrow"',
    'selfos add "call mum every other sunday at 6pm #family !high 30m"',
    'selfos add "water the tomatoes today ~10m"',
    "selfos task-suggestions list",
    f"selfos task-suggestions accept {SUGGESTION}",
    "selfos search teeth",
    "selfos today",
    "selfos undo",
)
THEME = TerminalTheme(
    (30, 33, 39),
    (214, 218, 224),
    [
        *((30, 33, 39), (224, 108, 117), (152, 195, 121), (229, 192, 123)),
        *((97, 175, 239), (198, 120, 221), (86, 182, 194), (171, 178, 191)),
    ],
)


def main() -> None:
    """Run the session and keep what it showed."""
    with server() as running, Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere, force_terminal=True, color_system="truecolor")
        for number, line in enumerate(SESSION):
            command = line.replace(SUGGESTION, _suggestion(running)) if SUGGESTION in line else line
            console.print(Text("\n" * bool(number)) + Text("$ ", "green") + Text(command, "bold"))
            console.print(Text.from_ansi(_shown(running, command).rstrip()))
            _await_analysis(running)
        console.print()
    drawn = console.export_svg(title="SelfOS", theme=THEME)
    # a picture in a page must not make the reader's browser ask a font server
    PICTURE.write_text(re.sub(r"@font-face {.*?}", "", drawn, flags=re.DOTALL).replace("Fira Code", FONTS))


def _shown(running: Server, command: str) -> str:
    """What a command prints on a terminal, or the end of everything where it fails."""
    program, *words = shlex.split(command)
    terminal, end = pty.openpty()
    termios.tcsetwinsize(terminal, (50, COLUMNS))
    environment = {**running.environment, "TERM": "xterm-256color", "COLUMNS": str(COLUMNS)}
    path = Path(sys.executable).parent / program
    process = subprocess.Popen([path, *words], env=environment, stdin=end, stdout=end, stderr=end)  # noqa: S603
    os.close(end)
    shown = _read_all(terminal)
    if process.wait():
        raise SystemExit(f"{command}\n{shown}")
    return shown


def _read_all(terminal: int) -> str:
    """Until the other end is closed, which a terminal reports as an error."""
    parts = []
    with suppress(OSError):
        while part := os.read(terminal, 65536):
            parts.append(part)
    os.close(terminal)
    return b"".join(parts).decode().replace("\r\n", "\n")


def _token(running: Server) -> str:
    return (running.data / "local.token").read_text().strip()


def _await_analysis(running: Server) -> None:
    """A person types more slowly than the engine reads; a script does not."""
    while running.call("GET", "/thoughts?analysis_state=pending", token=_token(running))["items"]:
        time.sleep(0.1)


def _suggestion(running: Server) -> str:
    first: str = running.call("GET", "/task-suggestions", token=_token(running))["items"][0]["id"]
    return first


if __name__ == "__main__":
    main()
