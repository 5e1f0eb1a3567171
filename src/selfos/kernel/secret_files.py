"""Secrets that SelfOS makes for itself: one file each, 0600, in a folder that is 0700."""

import os
from collections.abc import Callable
from pathlib import Path

from selfos.kernel.startup import StartupError


def secret_file(path: Path, make: Callable[[], str]) -> str:
    """The secret in `path`, made and durably written first if the file is missing. Raises StartupError."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        if not path.exists():
            _write(path, make())
        secret = path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise StartupError(f"{path} cannot be used: {error.strerror}.", "Let this account read and write it.") from None
    if not secret:
        raise StartupError(f"{path} is empty.", "Put the file back from a backup of the keystore.")
    return secret


def _write(path: Path, secret: str) -> None:
    """Whole or not at all: a half-written secret would lock its owner out."""
    growing = path.with_name(path.name + ".new")
    growing.unlink(missing_ok=True)
    handle = os.open(growing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secret)
        file.flush()
        os.fsync(handle)
    try:
        os.link(growing, path)  # unlike a rename, does not overwrite what another process made meanwhile
    except FileExistsError:
        pass
    finally:
        growing.unlink()
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
