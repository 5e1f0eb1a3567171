"""The account PostgreSQL runs as: it refuses to run as root, so root lends it an unprivileged one."""

import os
import pwd
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from selfos.kernel.config.startup import StartupError
from selfos.kernel.embedded.binaries import binaries
from selfos.kernel.launch import CAP_DAC_READ_SEARCH

CANDIDATES = ("selfos", "nobody")


@dataclass(frozen=True, slots=True)
class Account:
    """Who PostgreSQL runs as. `switch` is (uid, gid) where this process must change to it.

    `read_search`: folders on the way are closed to that account, so it keeps the one capability of passing them.
    """

    uid: int
    gid: int
    switch: tuple[int, int] | None = None
    read_search: bool = False

    @classmethod
    def choose(cls, data: Path) -> Self:
        """Ourselves, or as root the account `selfos`, else `nobody`. Raises StartupError if there is neither."""
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid())
        entry = next((found for name in CANDIDATES if (found := _entry(name)) is not None), None)
        if entry is None:
            raise StartupError(
                "PostgreSQL does not run as root, and this machine has no account `selfos` or `nobody`.",
                "Make one (`useradd --system selfos`) or start SelfOS as an ordinary user.",
            )
        uid, gid = entry.pw_uid, entry.pw_gid
        return cls(uid, gid, (uid, gid), read_search=_needs_read_search(data, uid, gid))


def _needs_read_search(data: Path, uid: int, gid: int) -> bool:
    """Whether closed folders must be passed by a capability; raises StartupError if it is needed and not to be had."""
    closed = unreachable((data, binaries()), uid, gid)
    if not closed or _may_keep_read_search():
        return bool(closed)
    if closed == {data.resolve()}:
        data.chmod(0o711)  # our own folder: others may pass it, but neither list it nor enter the private ones inside
        return False
    shut = min(closed, key=lambda folder: len(folder.parts))
    raise StartupError(
        f"As root, SelfOS runs the database under another account, and {shut} is closed to it.",
        "Start SelfOS as an ordinary user, or keep it and SELFOS_DATA in folders that others may pass, as /srv/selfos.",
    )


def _may_keep_read_search() -> bool:
    """Containers often take capabilities away even from root."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return False
    permitted = next((line.split()[1] for line in status.splitlines() if line.startswith("CapPrm:")), "0")
    return bool(int(permitted, 16) >> CAP_DAC_READ_SEARCH & 1)


def _entry(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def unreachable(paths: Iterable[Path], uid: int, gid: int) -> set[Path]:
    """The folders, of those given and all above them, that the account may not pass by their plain permission bits."""
    folders = {folder for path in paths for folder in (path.resolve(), *path.resolve().parents)}
    return {folder for folder in folders if not _may_pass(folder.stat(), uid, gid)}


def _may_pass(status: os.stat_result, uid: int, gid: int) -> bool:
    if status.st_uid == uid:
        return bool(status.st_mode & stat.S_IXUSR)
    return bool(status.st_mode & (stat.S_IXGRP if status.st_gid == gid else stat.S_IXOTH))
