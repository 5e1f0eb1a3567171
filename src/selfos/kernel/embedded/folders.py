"""Folders that nobody else may enter, also in places where everybody may write."""

import hashlib
import os
import stat
from pathlib import Path

from selfos.kernel.config.startup import StartupError
from selfos.kernel.embedded.account import Account

SOCKET_NAME = ".s.PGSQL.5432"
# sun_path of <sys/un.h> holds 108 bytes with the closing zero on Linux, 104 on macOS and the BSDs
LONGEST_FOLDER = 103 - len(f"/{SOCKET_NAME}.lock")


def private_folder(path: Path, account: Account) -> Path:
    """Makes `path` 0700 and owned by `account`; raises StartupError if something else is in its place."""
    try:
        path.mkdir(mode=0o700, exist_ok=True)
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError as error:
        raise StartupError(f"{path} cannot be used as a folder: {error.strerror}.", f"Move {path} away.") from None
    try:
        status = os.fstat(handle)
        if status.st_uid not in {os.geteuid(), account.uid}:
            raise StartupError(f"{path} belongs to another account.", f"Move {path} away, or set SELFOS_DATA.")
        if status.st_uid != account.uid:
            os.fchown(handle, account.uid, account.gid)
        if stat.S_IMODE(status.st_mode) != 0o700:
            os.fchmod(handle, 0o700)
    finally:
        os.close(handle)
    return path


def socket_folder(data: Path, account: Account, base: Path | None = None) -> Path:
    """A short private folder for the socket: one for each data folder, the same at every start."""
    name = "selfos-" + hashlib.sha256(os.fsencode(data.resolve())).hexdigest()[:12]
    bases = [base] if base else _bases(account)
    for parent in bases:
        if (
            len(os.fsencode(parent / name)) <= LONGEST_FOLDER
            and parent.is_dir()
            and os.access(parent, os.W_OK | os.X_OK)
        ):
            return private_folder(parent / name, account)
    raise StartupError(
        f"None of {', '.join(map(str, bases))} can hold the socket of the database.",
        "Set XDG_RUNTIME_DIR to a folder of your own with a path of at most 60 characters.",
    )


def socket_files(folder: Path) -> tuple[Path, Path]:
    """The socket, and the note of who made it."""
    return folder / SOCKET_NAME, folder / f"{SOCKET_NAME}.lock"


def _bases(account: Account) -> list[Path]:
    if account.switch:
        return [Path("/run"), Path("/tmp")]  # noqa: S108 (the folder inside is private and checked)
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    return [*([runtime] if runtime.is_absolute() else []), Path("/tmp")]  # noqa: S108 (as above)
