"""Killing real processes under load: no acknowledged capture is lost, none is doubled, and all are analysed once."""

import json
import random
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any

import psutil
import pytest

from bench.server import Server, server
from selfos.kernel.ids import new_id

WRITERS = 4
TIMEOUT = 5.0


@dataclass
class Captures:
    """What the clients sent, and what the server confirmed."""

    acknowledged: dict[str, str] = field(default_factory=dict)
    surprises: list[str] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def write(self, running: Server, token: str, writer: int) -> None:
        """Capture until told to stop; what was not confirmed is sent again under the same id, as a client would."""
        number = 0
        while not self.stopped.is_set():
            number += 1
            thought = {"id": str(new_id()), "content": f"Call the plumber about leak {writer}-{number} tomorrow"}
            while not self.stopped.is_set() and not self._confirmed(running, token, thought):
                self.stopped.wait(0.05)

    def _confirmed(self, running: Server, token: str, thought: dict[str, str]) -> bool:
        try:
            answer = call(running, token, "POST", "/thoughts", thought)
        except urllib.error.HTTPError as error:
            if error.code != 503:
                self.surprises.append(f"{error.code} {error.read()!r}")
            return error.code != 503
        except (OSError, HTTPException, ValueError):  # no answer, or half of one
            return False
        self.acknowledged[answer["id"]] = answer["content"]
        return True


def call(running: Server, token: str, method: str, path: str, body: Any = None) -> Any:
    sent = json.dumps(body).encode() if body is not None else None
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    url = f"http://127.0.0.1:{running.port}/api/v1{path}"
    with urllib.request.urlopen(urllib.request.Request(url, sent, headers, method=method), timeout=TIMEOUT) as answer:
        return json.load(answer)


def victims(running: Server) -> Iterator[psutil.Process]:
    """The api, the worker, PostgreSQL and its backends: children of the supervisor, and theirs."""
    for process in psutil.Process(running.process.pid).children(recursive=True):
        try:
            if any(word in " ".join(process.cmdline()) for word in ("selfos.app", "postgres")):
                yield process
        except psutil.NoSuchProcess:
            continue


def kill_at_random(running: Server, times: int, chance: random.Random) -> dict[str, int]:
    """Kills at random moments; mostly once the house stands again, sometimes in the middle of its recovery."""
    killed: dict[str, int] = {}
    while sum(killed.values()) < times:
        wanted = chance.choice(["selfos.app api", "selfos.app worker", "postgres"])
        found = [p for p in victims(running) if wanted in " ".join(p.cmdline())]
        if found:
            chance.choice(found).kill()
            killed[wanted] = killed.get(wanted, 0) + 1
        time.sleep(chance.uniform(0.05, 0.8))
        if chance.random() < 0.8:
            assert until(lambda: ready(running), 60), "it did not come back"
            time.sleep(chance.uniform(0.0, 0.5))
    return killed


def every_thought(running: Server, token: str) -> list[dict[str, Any]]:
    thoughts, cursor = [], ""
    while True:
        page = call(running, token, "GET", f"/thoughts?limit=200{cursor}")
        thoughts += page["items"]
        if page["next"] is None:
            return thoughts
        cursor = f"&cursor={page['next']}"


def until(condition: Any, seconds: float) -> bool:
    """Whether it became true in time; the server may be away meanwhile."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if condition():
                return True
        except (OSError, HTTPException):
            pass
        time.sleep(0.2)
    return False


def ready(running: Server) -> bool:
    with urllib.request.urlopen(f"http://127.0.0.1:{running.port}/readyz", timeout=TIMEOUT) as answer:
        return bool(answer.status == 200)


def survive(times: int) -> None:
    chance, captures = random.Random(times), Captures()
    with server() as running:
        token = running.person(1)
        writers = [threading.Thread(target=captures.write, args=(running, token, n)) for n in range(WRITERS)]
        for writer in writers:
            writer.start()
        try:
            killed = kill_at_random(running, times, chance)
        finally:
            captures.stopped.set()
            for writer in writers:
                writer.join()
        assert until(lambda: ready(running), 60), "it did not come back"
        stored = every_thought(running, token)
        by_id = {thought["id"]: thought["content"] for thought in stored}
        assert captures.surprises == []
        assert len(captures.acknowledged) > times
        assert len(stored) == len(by_id)
        assert captures.acknowledged.items() <= by_id.items()
        contents = list(by_id.values())
        assert len(contents) == len(set(contents)), "something was stored twice"
        assert len(killed) == 3
        assert until(lambda: not pending(running, token), 180), "some were never analysed"
        suggested = [s["thought_id"] for s in every_suggestion(running, token)]
        assert len(suggested) == len(set(suggested)), "a thought was analysed twice"


def pending(running: Server, token: str) -> bool:
    return bool(call(running, token, "GET", "/thoughts?analysis_state=pending&limit=1")["items"])


def every_suggestion(running: Server, token: str) -> list[dict[str, Any]]:
    found, cursor = [], ""
    while True:
        page = call(running, token, "GET", f"/task-suggestions?limit=200{cursor}")
        found += page["items"]
        if page.get("next") is None:
            return found
        cursor = f"&cursor={page['next']}"


@pytest.mark.timeout(300)
def test_nothing_acknowledged_is_lost_when_processes_are_killed() -> None:
    survive(12)


@pytest.mark.long
@pytest.mark.timeout(2400)
def test_nothing_acknowledged_is_lost_over_two_hundred_kills() -> None:
    survive(200)
