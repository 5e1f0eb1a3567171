"""Does it remember right? Tells short lives day by day, asks about them, and counts the right answers.

    python -m bench.remembering [--all] [--show]

The lives stand in `remembering.json`: captures with the local time they were made at, captures deleted or erased by
their place (`delete`, `erase`), memories forgotten by a word of them (`forget`; where nothing was learnt, the captures
that hold the word are deleted), and questions. An answer is right when it holds every pattern of `right` and none of
`wrong`; for `unknown`, when it says that it does not know and nothing it cites holds a pattern of `wrong`. A third of
the lives is held out: `--all` asks about these too, and is for measuring, not for tuning.

Everything goes through the product: actions, jobs, index and the built-in engine, on a database of its own.
"""

import argparse
import asyncio
import json
import re
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import Any
from uuid import UUID

import httpx

import selfos.declared  # noqa: F401 - every table, for the migrations
from selfos.app import opened
from selfos.features.memories import Memory, recall
from selfos.features.thoughts import Thought
from selfos.intelligence.builtin.remembering import Answer, answer_from_memory
from selfos.kernel import clock
from selfos.kernel.config.settings import Settings, load_settings
from selfos.kernel.context import Context
from selfos.kernel.embedded import APP, EmbeddedPostgres
from selfos.kernel.ids import new_id
from selfos.kernel.jobs.worker import Worker
from selfos.kernel.migrations import upgrade
from selfos.kernel.perform import perform
from selfos.kernel.principal import Actor, ActorKind, Principal
from selfos.kernel.reading import Listing, list_plain
from selfos.kernel.runtime import Runtime
from selfos.surfaces import rest

FILE = Path(__file__).with_suffix(".json")
BAR = 0.85


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer, and whether that was right."""

    life: str
    kind: str
    question: str
    answer: Answer
    right: bool
    leaked: bool
    seconds: float


def lives(*, held_out: bool) -> list[dict[str, Any]]:
    """The lives that may be tuned on, or all."""
    return [life for life in json.loads(FILE.read_text(encoding="utf-8")) if held_out or not life["held_out"]]


async def replay(runtime: Runtime, life: dict[str, Any]) -> list[Asked]:
    """Live it day by day; each question is asked at its time, or a day after everything."""
    person = Person(runtime, await _founded(runtime))
    days = [(_moment(one[0] if isinstance(one, list) else one["at"]), one) for one in life["told"]]
    end = days[-1][0] + timedelta(days=1)
    asked = [(_moment(one["now"]) if "now" in one else end, one) for one in life["asked"]]
    found: list[Asked] = []
    try:
        for moment, one in sorted((*days, *asked), key=lambda day: day[0]):
            clock.set_clock(partial(_still, moment))
            if isinstance(one, dict) and "ask" in one:
                found.append(await person.ask(life["id"], one, moment))
            else:
                await person.live(one, moment)
    finally:
        clock.set_clock(None)
    return found


class Person:
    """Somebody who captures, deletes, forgets and asks."""

    def __init__(self, runtime: Runtime, principal: Principal) -> None:
        self._runtime, self._principal = runtime, principal
        self._captures: list[dict[str, Any]] = []

    async def live(self, one: Any, moment: datetime) -> None:
        """A capture, or something taken back."""
        if isinstance(one, list):
            self._captures.append(await self._act("thoughts.create", content=one[1], captured_at=moment))
        elif "forget" in one:
            await self._forget(one["forget"])
        else:
            act = "delete" if "delete" in one else "erase"
            await self._act(f"thoughts.{act}", id=self._captures[one[act]]["id"])
        await Worker(self._runtime.queue, self._runtime).drain()

    async def _forget(self, word: str) -> None:
        space = self._principal.space_id
        async with self._runtime.database.space(space, read_only=True) as connection:
            known = await list_plain(connection, self._runtime.sealer, space, Memory.spec, Listing(limit=200))
            thoughts = await list_plain(connection, self._runtime.sealer, space, Thought.spec, Listing(limit=200))
        memories = [memory["id"] for memory in known if word in memory["statement"]]
        for name in memories:
            await self._act("memories.forget", id=name)
        if not memories:
            for thought in thoughts:
                if word in thought["content"]:
                    await self._act("thoughts.delete", id=thought["id"])

    async def ask(self, life: str, one: dict[str, Any], moment: datetime) -> Asked:
        """The answer to a question, judged."""
        known = _moment(one["as_of"]) if "as_of" in one else moment
        context = Context(self._runtime, self._principal)
        began = time.perf_counter()
        recalled = await recall(context, one["ask"], at=known)
        answer = answer_from_memory(one["ask"], recalled, moment)
        seconds = time.perf_counter() - began
        cited = " ".join((answer.text, *(citation.quote for citation in answer.citations)))
        wrong = any(re.search(p, answer.text, re.IGNORECASE) for p in one.get("wrong", ()))
        leaked = one["kind"] == "deletion" and any(re.search(p, cited, re.IGNORECASE) for p in one.get("wrong", ()))
        if one.get("unknown"):
            right = answer.sure == 0 and not leaked
        else:
            right = all(re.search(p, answer.text, re.IGNORECASE) for p in one["right"]) and not wrong
        return Asked(life, one["kind"], one["ask"], answer, right, leaked, seconds)

    async def _act(self, action: str, **given: Any) -> dict[str, Any]:
        declared = self._runtime.actions[action]
        outcome = await perform(self._runtime, declared, self._principal, declared.input(**given))
        answer: dict[str, Any] = json.loads(outcome.body)
        return answer


async def _founded(runtime: Runtime) -> Principal:
    """Somebody new, in a space of their own."""
    transport = httpx.ASGITransport(rest.build(runtime))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1/api/v1") as client:
        given = {"email": f"{new_id().hex}@example.org", "password": "a quite long passphrase"}
        answer = await client.post("/auth/register", json=given)
        token = answer.raise_for_status().json()["access_token"]
        me = (await client.get("/auth/me", headers={"Authorization": f"Bearer {token}"})).json()
    account, space = UUID(me["id"]), UUID(me["space_id"])
    return Principal(account, space, "owner", Actor(ActorKind.PERSON, account))


def _still(moment: datetime) -> datetime:
    return moment


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@contextmanager
def installation() -> Iterator[Settings]:
    """Settings of an empty installation in a temporary folder, whose database lives as long as the block."""
    folder, data = (Path(tempfile.mkdtemp(prefix=f"selfos-bench-{part}-")) for part in ("postgres", "data"))
    server = EmbeddedPostgres(folder, parameters={"fsync": "off"})
    try:
        server.start()
        asyncio.run(server.provision("bench"))
        upgrade(server.owner_dsn("bench"), APP)
        urls = {"database_url": server.app_dsn("bench"), "database_owner_url": server.owner_dsn("bench")}
        yield load_settings({"data": data, "registration": "open", "login_limit": 100_000, **urls})
    finally:
        server.stop()
        for made in (folder, data):
            shutil.rmtree(made, ignore_errors=True)


async def measured(settings: Settings, *, held_out: bool) -> list[Asked]:
    """Every question of the lives, answered."""
    async with opened(settings) as runtime:
        return [asked for life in lives(held_out=held_out) for asked in await replay(runtime, life)]


def main() -> int:
    """Command line; returns the exit status, 1 below the bar."""
    parser = argparse.ArgumentParser(description="Ask about lives that change, and count the right answers.")
    parser.add_argument("--all", action="store_true", help="the lives that are held out too")
    parser.add_argument("--show", action="store_true", help="print the answers that are not right")
    choice = parser.parse_args()
    with installation() as settings:
        found = asyncio.run(measured(settings, held_out=choice.all))
    if choice.show:
        for one in found:
            if not one.right:
                print(f"{one.life} {one.kind:9} {one.question}\n    {one.answer.text}  {one.answer.sure}")
    kinds = defaultdict(list)
    for one in found:
        kinds[one.kind].append(one.right)
    for kind, rights in sorted(kinds.items()):
        print(f"{kind:10} {sum(rights):4} of {len(rights):4}  {sum(rights) / len(rights):.3f}")
    share = sum(one.right for one in found) / len(found)
    leaks = sum(one.leaked for one in found)
    slow = quantiles([one.seconds * 1e3 for one in found], n=20)[18]
    print(f"{'all':10} {sum(o.right for o in found):4} of {len(found):4}  {share:.3f}  (bar {BAR})")
    print(f"answers from what was deleted: {leaks} (bar 0); recall and answer p95 {slow:.1f} ms")
    return int(share < BAR or leaks > 0)


if __name__ == "__main__":
    sys.exit(main())
