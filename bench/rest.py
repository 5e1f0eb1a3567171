"""The house at rest: how much memory it holds, and how soon it is back."""

import time
from collections.abc import Iterator

from bench import processes
from bench.server import Server, server
from bench.table import Row, middle

STARTS = 3
SETTLED_AFTER = 3.0


def rows() -> Iterator[Row]:
    """Memory of the whole process tree with the engine loaded in both processes; time of a second start."""
    with server() as house:
        _use(house)
        time.sleep(SETTLED_AFTER)
        parts = processes.memory(house.process.pid)
        total = sum(parts.values())
        note = ", ".join(f"{name} {size:.0f}" for name, size in sorted(parts.items()))
        yield Row("memory at rest, PSS of all processes", f"{total:.0f} MB", "", "<= 600 MB", total <= 600, note)
        starts = [_restarted(house) for _ in range(STARTS)]
        seconds = middle(starts)
        yield Row("second start to the first 200 of /readyz", f"{seconds:.2f} s", "", "<= 3 s", seconds <= 3)


def _use(house: Server) -> None:
    """A capture, its analysis, a search by meaning: everything that loads lazily is loaded."""
    person = house.person(0)
    thought = house.call("POST", "/thoughts", {"content": "call Anna about the garden tomorrow at 9"}, person)
    while house.call("GET", f"/thoughts/{thought['id']}", token=person)["analysis_state"] != "done":
        time.sleep(0.1)
    house.call("GET", "/search?q=plants", token=person)


def _restarted(house: Server) -> float:
    house.stop()
    begun = time.perf_counter()
    house.start()
    return time.perf_counter() - begun
