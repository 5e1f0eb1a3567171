"""The data folder, taken by one SelfOS at a time."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selfos.kernel.config.startup import StartupError


@contextmanager
def own_data_folder(data: Path) -> Iterator[bool]:
    """Makes the folder, proves that it can be written, and locks it; yields whether the last run ended uncleanly.

    The lock is the kernel's, so it never outlives its owner. Raises StartupError.
    """
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=data) as probe:
            probe.write(bytes(4096))
            probe.flush()
        handle = os.open(data / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StartupError(
            f"The data folder {data} cannot be used: {error.strerror}.",
            "Make room or let this account write there, or set SELFOS_DATA to another folder.",
        ) from None
    try:
        yield _take(handle, data)
        os.ftruncate(handle, 0)
    finally:
        os.close(handle)


def _take(handle: int, data: Path) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        owner = os.pread(handle, 20, 0).decode("ascii", "replace").strip() or "unknown"
        raise StartupError(
            f"SelfOS is already running on {data} (process {owner}).",
            f"Use it, end it with `kill {owner}`, or set SELFOS_DATA to another folder.",
        ) from None
    unclean = bool(os.pread(handle, 20, 0).strip())
    os.ftruncate(handle, 0)
    os.pwrite(handle, f"{os.getpid()}\n".encode("ascii"), 0)
    return unclean
