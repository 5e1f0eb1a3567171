"""Captures under load: the product beside a bare route, beside pgbench, and while the worker is busy."""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import orjson

from bench import pgbench, processes
from bench.load import Load, load, request
from bench.server import Server, free_port, server
from bench.table import Row, middle
from bench.texts import bodies

CLIENTS = 32
EACH = 100
ROUNDS = 3
BACKLOG = 2500
LONE = 600


def rows() -> Iterator[Row]:
    """Captures per second, and what one client waits while the worker is busy."""
    with server() as house:
        people = [house.person(number) for number in range(CLIENTS)]
        with processes.held(house.process.pid, "worker"):
            yield from _against_peers(house, people)
    with server() as house:
        people = [house.person(number) for number in range(CLIENTS)]
        yield from _while_analysing(house, people)
    with server() as house:
        yield from _beside_a_backlog(house)


@dataclass(slots=True)
class _Rounds:
    """The same load on the product, a bare route and pgbench, one after another, round by round."""

    label: str
    bar: float
    ours: list[Load] = field(default_factory=list)
    bare: list[Load] = field(default_factory=list)
    database: list[float] = field(default_factory=list)
    spent: list[dict[str, float]] = field(default_factory=list)

    def rows(self) -> Iterator[Row]:
        rate = middle(run.rate for run in self.ours)
        latency = middle(run.percentile(0.95) for run in self.ours)
        spent = ", ".join(f"{name} {1e6 * middle(s[name] for s in self.spent):.0f}" for name in sorted(self.spent[0]))
        note = f"µs of processor time a capture: {spent}"
        figure = f"{rate:,.0f}/s, p95 {latency:.1f} ms"
        yield Row(f"POST /thoughts, {self.label}", figure, "", f">= {self.bar:,.0f}/s", rate >= self.bar, note)
        ratio = middle(mine.rate / theirs.rate for mine, theirs in zip(self.ours, self.bare, strict=True))
        bare = f"{middle(run.rate for run in self.bare):,.0f}/s"
        yield Row("  against a bare route with the same statement", bare, f"{ratio:.2f}", ">= 0.5", ratio >= 0.5)
        ratio = middle(mine.rate / rate for mine, rate in zip(self.ours, self.database, strict=True))
        yield Row("  against pgbench with the same statement", f"{middle(self.database):,.0f}/s", f"{ratio:.2f}")


def _against_peers(house: Server, people: list[str]) -> Iterator[Row]:
    spaces = [house.space(token) for token in people]
    spread, one = _Rounds("32 clients on 32 spaces", 1500), _Rounds("32 clients on one space", 600)
    counts = dict.fromkeys(spaces, EACH * (ROUNDS + 1))
    counts[spaces[0]] += EACH * CLIENTS * (ROUNDS + 1)
    with bare(house, counts) as port:
        for turn in range(ROUNDS + 1):
            for rounds, tokens, places in (
                (spread, people, spaces),
                (one, people[:1] * CLIENTS, spaces[:1] * CLIENTS),
            ):
                _round(house, port, rounds, tokens, places, seed=turn)
    for rounds in (spread, one):
        yield from rounds.rows()


def _round(
    house: Server, port: int, rounds: _Rounds, tokens: Sequence[str], spaces: Sequence[str], *, seed: int
) -> None:
    """The first of all rounds (seed 0) warms up and does not count."""
    before = processes.cpu(house.process.pid)
    ours = load(house.port, captures(tokens, EACH, seed))
    after = processes.cpu(house.process.pid)
    sent = [[request("POST", f"/capture/{space}", body=body) for body in bodies(seed, EACH)] for space in spaces]
    theirs = load(port, sent)
    rate = pgbench.captures(house.settings, spaces, seconds=2)
    if seed:
        rounds.ours.append(ours)
        rounds.bare.append(theirs)
        rounds.database.append(rate)
        used = {name: (after[name] - before[name]) / len(ours.latencies) for name in after if name != "worker"}
        rounds.spent.append(used)


def captures(tokens: Sequence[str], each: int, seed: int) -> list[list[bytes]]:
    """Requests for each of these callers."""
    return [
        [request("POST", "/api/v1/thoughts", token, body) for body in bodies(1000 * seed + number, each)]
        for number, token in enumerate(tokens)
    ]


@contextmanager
def bare(house: Server, counts: dict[str, int]) -> Iterator[int]:
    """The port of a bare server on the same database, ready for so many captures in each space."""
    port = free_port()
    command = [sys.executable, "-m", "bench.peers", str(port), orjson.dumps(list(counts.items())).decode()]
    process = subprocess.Popen(command, env=house.environment)
    try:
        _await(f"http://127.0.0.1:{port}/openapi.json", process)
        yield port
    finally:
        process.terminate()
        process.wait(30)


def _await(url: str, process: "subprocess.Popen[bytes]") -> None:
    while process.poll() is None:
        try:
            with urllib.request.urlopen(url):
                return
        except urllib.error.URLError:
            time.sleep(0.1)
    raise RuntimeError("the bare server did not start")


def _while_analysing(house: Server, people: list[str]) -> Iterator[Row]:
    """The worker runs: it takes its share of the processors."""
    for label, tokens in (("32 spaces", people), ("one space", people[:1] * CLIENTS)):
        runs = [load(house.port, captures(tokens, EACH // 3, turn)) for turn in range(ROUNDS)]
        yield Row(f"  with the worker analysing meanwhile, {label}", f"{middle(run.rate for run in runs):,.0f}/s")


def _beside_a_backlog(house: Server) -> Iterator[Row]:
    person = house.person(0)
    with processes.held(house.process.pid, "worker"):
        load(house.port, captures([person] * 8, BACKLOG // 8, 1))
    time.sleep(2)  # the worker wakes, loads the model and is at work
    runs = [load(house.port, captures([person], LONE // ROUNDS, turn + 2)) for turn in range(ROUNDS)]
    left = _waiting(house)
    p95 = middle(run.percentile(0.95) for run in runs)
    figure = f"p95 {p95:.1f} ms, p50 {middle(run.percentile(0.5) for run in runs):.1f} ms"
    note = f"in the space whose captures are being analysed; {left:,.0f} analyses still waited at the end"
    passed = p95 <= 6 if left else None
    yield Row(f"one client while the worker has {BACKLOG:,} analyses to do", figure, "", "p95 <= 6 ms", passed, note)


def _waiting(house: Server) -> float:
    with urllib.request.urlopen(f"http://127.0.0.1:{house.port}/metrics") as answer:
        lines = answer.read().decode().splitlines()
    return sum(float(line.split()[-1]) for line in lines if line.startswith('selfos_jobs{state="waiting"'))
