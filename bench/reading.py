"""A page of tasks, beside a bare route that runs the same SELECT."""

import json
from collections.abc import Iterator

from bench import processes
from bench.capture import bare
from bench.load import load, request
from bench.server import Server, server
from bench.table import Row, middle
from bench.texts import texts

TASKS = 500
EACH = 400
ROUNDS = 4


def rows() -> Iterator[Row]:
    """GET /tasks?limit=50 by one client."""
    with server(analysis="false") as house, processes.held(house.process.pid, "worker"):
        person = house.person(0)
        load(house.port, [_tasks(person)])
        yield from _against_bare(house, person)


def _tasks(person: str) -> list[bytes]:
    source = texts(5)
    made = (
        {"title": next(source)[:200], "notes": next(source), "priority": 1 + n % 5, "tags": ["home", "bench"]}
        for n in range(TASKS)
    )
    return [request("POST", "/api/v1/tasks", person, json.dumps(body).encode()) for body in made]


def _against_bare(house: Server, person: str) -> Iterator[Row]:
    space = house.space(person)
    ours, theirs = [], []
    with bare(house, {space: 0}) as port:
        for _ in range(ROUNDS + 1):
            ours.append(load(house.port, [[request("GET", "/api/v1/tasks?limit=50", person)] * EACH]))
            theirs.append(load(port, [[request("GET", f"/tasks/{space}")] * EACH]))
    ratio = middle(theirs.rate / mine.rate for mine, theirs in zip(ours[1:], theirs[1:], strict=True))
    mine, bared = (middle(1000 / run.rate for run in runs[1:]) for runs in (ours, theirs))
    figure = f"{mine:.2f} ms, bare {bared:.2f} ms"
    yield Row("GET /tasks?limit=50 against a bare route, same SELECT", figure, f"{ratio:.2f}", "<= 2", ratio <= 2)
