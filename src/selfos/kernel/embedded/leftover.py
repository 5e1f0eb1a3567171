"""What an earlier server left behind: a process that is still ending, or files that name one that is no more.

PostgreSQL itself trusts any live process number in postmaster.pid. Numbers are given anew after a restart of the
machine, so the process is looked at first. Callers hold the data folder's lock: no rightful server can be running.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from selfos.kernel.config.startup import StartupError
from selfos.kernel.embedded.folders import socket_files

ASKING = ((signal.SIGINT, 20.0), (signal.SIGQUIT, 10.0), (signal.SIGKILL, 5.0))
WAITING = ((0, 5.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0))


def clear_leftover(cluster: Path, sockets: Path) -> None:
    """Ends a server of this cluster that lost its supervisor and removes the files that would stop a new one.

    A session outlives a killed server until it next looks for it; a new one refuses to start as long as there is one.
    """
    pid = _recorded_pid(cluster)
    if pid is not None:
        _end(lambda: [pid] if serves(pid, cluster) else [], ASKING)
    _end(lambda: _inside(cluster), WAITING)
    for path in (cluster / "postmaster.pid", *socket_files(sockets)):
        path.unlink(missing_ok=True)


def _recorded_pid(cluster: Path) -> int | None:
    try:
        return int((cluster / "postmaster.pid").read_text(encoding="utf-8", errors="replace").split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None


def serves(pid: int, cluster: Path) -> bool:
    """Whether that process is a PostgreSQL server started on this cluster, by its command line."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return Path("/proc/self").exists() is False and _serves_by_ps(pid, cluster)
    return b"postgres" in words[0] and os.fsencode(cluster) in words


def _serves_by_ps(pid: int, cluster: Path) -> bool:
    command = ["/bin/ps", "-ww", "-o", "args=", "-p", str(pid)]
    shown = subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603 (our own words)
    return "postgres" in shown and str(cluster) in shown


def _inside(cluster: Path) -> list[int]:
    """The processes of PostgreSQL that work in the cluster's folder; none where /proc does not tell."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            ours = (process / "comm").read_bytes().strip() == b"postgres"
            if ours and (process / "cwd").readlink() == cluster.resolve():
                found.append(int(process.name))
    return found


def _end(find: Callable[[], list[int]], patience: Iterable[tuple[int, float]]) -> None:
    for number, seconds in patience:
        for pid in find():
            with suppress(ProcessLookupError):
                os.kill(pid, number)
        limit = time.monotonic() + seconds
        while pids := find():
            if time.monotonic() >= limit:
                break
            time.sleep(0.02)
        else:
            return
    raise StartupError(f"An earlier database server (process {pids[0]}) does not end.", f"End it: kill -9 {pids[0]}")
