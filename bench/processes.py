"""What the processes of an installation take: processor time, memory, and which is which."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psutil


def tree(pid: int) -> list[psutil.Process]:
    """A process and all that it started."""
    top = psutil.Process(pid)
    return [top, *top.children(recursive=True)]


def role(pid: int, name: str) -> psutil.Process:
    """The process of an installation that plays a role: `api` or `worker`."""
    return next(p for p in tree(pid) if p.cmdline()[-2:] == ["selfos.app", name])


@contextmanager
def held(pid: int, name: str) -> Iterator[None]:
    """A role stands still for the length of the block."""
    process = role(pid, name)
    process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        process.send_signal(signal.SIGCONT)


def memory(pid: int) -> dict[str, float]:
    """Proportional set size in MB by part: what is shared between processes is counted once."""
    parts: dict[str, float] = {}
    for process in tree(pid):
        with suppress(psutil.NoSuchProcess):  # PostgreSQL's helpers come and go
            name, size = _part(process), process.memory_full_info().pss
            parts[name] = parts.get(name, 0.0) + size / 1e6
    return parts


def cpu(pid: int) -> dict[str, float]:
    """Seconds of processor time so far, by part; `generator` is this process."""
    parts: dict[str, float] = {"generator": sum(os.times()[:2])}
    for process in tree(pid):
        with suppress(psutil.NoSuchProcess):
            name, times = _part(process), process.cpu_times()
            parts[name] = parts.get(name, 0.0) + times.user + times.system
    return parts


def _part(process: psutil.Process) -> str:
    line = process.cmdline()
    if line[-2:-1] == ["selfos.app"]:
        return str(line[-1])
    return "PostgreSQL" if line and "postgres" in line[0] else "supervisor"
