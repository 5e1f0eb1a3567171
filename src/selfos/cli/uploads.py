"""Files of this machine as they are sent to the server: one as it is, a folder as a zip archive."""

import io
import zipfile
from pathlib import Path

from selfos.cli.server import fail


def packed(path: Path, most: int) -> tuple[str, bytes]:
    """The name and the bytes of a file or a folder; ends the command where that cannot be read or is too large."""
    path = path.expanduser().absolute()
    try:
        name, content = (f"{path.name}.zip", _archive(path)) if path.is_dir() else (path.name, path.read_bytes())
    except OSError as error:
        fail(f"{path} cannot be read: {error.strerror}.")
    if not content:
        fail(f"There is nothing in {path}.")
    if len(content) > most:
        fail(f"{path} has more than {most // 2**20} MiB.", "Import it in several parts.")
    return name, content


def _archive(folder: Path) -> bytes:
    """The folder's files but for what is hidden; links are not followed out of it. Empty where there are none."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    told = [(path, path.relative_to(folder)) for path in files]
    shown = [(path, name) for path, name in told if not any(part.startswith(".") for part in name.parts)]
    if not shown:
        return b""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, name in shown:
            archive.writestr(name.as_posix(), path.read_bytes())
    return made.getvalue()
