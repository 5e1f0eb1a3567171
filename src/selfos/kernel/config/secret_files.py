"""Secrets that SelfOS makes for itself: one file each, 0600, in a folder that is 0700."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from selfos.kernel.config.startup import StartupError


def secret_file(path: Path, make: Callable[[], str]) -> str:
    """The secret in `path`, made and durably written first if the file is missing. Raises StartupError."""
    try:
        _secret_folder(path.parent)
        if not path.exists():
            with suppress(FileExistsError), _draft(path, make()) as draft:
                os.link(draft, path)  # unlike a rename, keeps what another process made meanwhile
    except OSError as error:
        raise _unusable(path, error) from None
    return read_secret(path)


def read_secret(path: Path) -> str:
    """The secret in `path`; raises StartupError if there is none."""
    try:
        secret = path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise _unusable(path, error) from None
    if not secret:
        raise StartupError(f"{path} is empty.", "Put the file back from a backup of the keystore.")
    return secret


def replace_secret(path: Path, secret: str) -> None:
    """Writes the secret whole or not at all. Raises StartupError."""
    try:
        _secret_folder(path.parent)
        with _draft(path, secret) as draft:
            draft.replace(path)
    except OSError as error:
        raise _unusable(path, error) from None


def _unusable(path: Path, error: OSError) -> StartupError:
    return StartupError(f"{path} cannot be used: {error.strerror}.", "Let this account read and write it.")


def _secret_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)


@contextmanager
def _draft(path: Path, secret: str) -> Iterator[Path]:
    """The secret durably under another name, for the caller to put in place; what is left of it is removed."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        yield draft
        _sync_folder(path.parent)
    finally:
        draft.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
