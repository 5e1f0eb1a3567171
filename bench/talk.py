"""Talking: how soon a reply begins, and what 200 streamed replies cost the process and those who capture meanwhile.

`python -m bench.talk [--only first]` runs an installation of its own and, for the language model, a simulated provider
in another process, which says a word every 100 ms where it is asked for something long. `first` leaves out the 200.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import httpx
import orjson

from bench import processes
from bench.load import percentile
from bench.server import Server, server
from bench.table import Row, heading, shown

TALKS: Final = 200
PEOPLE: Final = 20
TURNS: Final = 60
CAPTURES: Final = 300
FIRST: Final = 0.05
PACE: Final = 0.1
WORDS: Final = 80
_LONG: Final = "tell me something long"
_ASKED: Final = ("what is on tomorrow?", "call the dentist tomorrow at 9", "find my notes about paint", "hello")


def rows(only: str | None = None) -> Iterator[Row]:
    """The built-in engine's first word, the model's, and 200 talks at a time."""
    with server() as house:
        people = [house.person(number) for number in range(2)]
        first = [value for token in people for value in asyncio.run(_turns(house, token, TURNS // 2))]
        yield _row("first word of a reply, built-in engine, p95", 1000 * percentile(first, 0.95), 150)
    with provider() as url, server(compatible_url=url, compatible_models="one") as house:
        people = [house.person(number) for number in range(PEOPLE)]
        asyncio.run(_turns(house, people[0], 5))
        ours, own = asyncio.run(_turns(house, people[1], TURNS)), asyncio.run(_own(url))
        half, most = (1000 * (percentile(ours, q) - percentile(own, q)) for q in (0.5, 0.95))
        note = f"half of them within {half:.0f} ms; load average {os.getloadavg()[0]:.1f}"
        yield _row("first word of a model's reply, beyond the provider's own, p95", most, 40, note)
        if only is None:
            yield from _many(house, people)


def _row(measure: str, milliseconds: float, bar: float, note: str = "") -> Row:
    return Row(measure, f"{milliseconds:.0f} ms", "", f"<= {bar:.0f} ms", milliseconds <= bar, note)


def _many(house: Server, people: list[str]) -> Iterator[Row]:
    api = processes.role(house.process.pid, "api")
    asyncio.run(_talks(house, people, PEOPLE))
    alone = asyncio.run(_captures(house, people[0]))
    before = api.memory_info().rss
    errors, beside, peak = asyncio.run(_beside(house, people, lambda: api.memory_info().rss))
    growth = (peak - before) / TALKS / 1e6
    yield Row(f"{TALKS} streamed talks on one process: errors", str(errors), "", "0", errors == 0)
    yield Row("  memory a talk at its peak", f"{growth:.2f} MB", "", "<= 1 MB", growth <= 1)
    told = [1000 * percentile(values, 0.95) for values in (alone, beside)]
    yield Row("  captures beside them, p95", f"{told[1]:.1f} ms", "", "", None, f"without them {told[0]:.1f} ms")


async def _beside(house: Server, people: list[str], rss: Callable[[], int]) -> tuple[int, list[float], int]:
    """Errors of the talks, waits of captures meanwhile, and the most memory seen."""
    talks = asyncio.create_task(_talks(house, people, TALKS))
    await asyncio.sleep(2)
    peaks, captures = [], asyncio.create_task(_captures(house, people[0]))
    while not talks.done():
        peaks.append(rss())
        await asyncio.sleep(0.2)
    return await talks, await captures, max(peaks)


async def _talks(house: Server, people: list[str], count: int) -> int:
    """So many talks at a time; how many did not end well."""
    limits = httpx.Limits(max_connections=count)
    async with httpx.AsyncClient(
        base_url=f"http://127.0.0.1:{house.port}/api/v1", limits=limits, timeout=120
    ) as client:
        ends = await asyncio.gather(*(_end(client, people[n % len(people)], n) for n in range(count)))
    return sum(end != "done" for end in ends)


def _url(house: Server) -> str:
    return f"http://127.0.0.1:{house.port}/api/v1"


async def _end(client: httpx.AsyncClient, token: str, number: int) -> str:
    state = "none"
    headers = {"Authorization": f"Bearer {token}", "Accept": "text/event-stream"}
    body = {"message": f"{_LONG}, number {number}"}
    try:
        async with client.stream("POST", "/conversations", json=body, headers=headers) as answer:
            async for line in answer.aiter_lines():
                if line.startswith("data: ") and '"type":"ended"' in line:
                    state = orjson.loads(line[6:])["message"]["state"]
    except httpx.HTTPError as error:
        return type(error).__name__
    return state


async def _turns(house: Server, token: str, count: int) -> list[float]:
    """Seconds until the first word, one turn after another."""
    waited = []
    headers = {"Authorization": f"Bearer {token}", "Accept": "text/event-stream"}
    async with httpx.AsyncClient(
        base_url=f"http://127.0.0.1:{house.port}/api/v1", headers=headers, timeout=60
    ) as client:
        for number in range(count):
            begun, first = time.perf_counter(), 0.0
            async with client.stream("POST", "/conversations", json={"message": _ASKED[number % 4]}) as answer:
                async for line in answer.aiter_lines():
                    if not first and line.startswith("event: said"):
                        first = time.perf_counter() - begun
            waited.append(first)
    return waited[3:]  # the first ones open the index and load the encoder


async def _own(url: str) -> list[float]:
    """Seconds until the provider's own first word."""
    waited = []
    body = {"model": "one", "stream": True, "messages": [{"role": "user", "content": "hello"}]}
    async with httpx.AsyncClient(timeout=60) as client:
        for _ in range(TURNS // 4):
            begun = time.perf_counter()
            async with client.stream("POST", f"{url}/chat/completions", json=body) as answer:
                async for line in answer.aiter_lines():
                    if '"content"' in line and "data: " in line:
                        waited.append(time.perf_counter() - begun)
                        break
    return waited


async def _captures(house: Server, token: str) -> list[float]:
    """Seconds of captures, one after another, every 20 ms."""
    waited = []
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(
        base_url=f"http://127.0.0.1:{house.port}/api/v1", headers=headers, timeout=60
    ) as client:
        for number in range(CAPTURES):
            begun = time.perf_counter()
            answer = await client.post("/thoughts", json={"content": f"thought number {number}"})
            waited.append(time.perf_counter() - begun)
            assert answer.status_code == 201, answer.text
            await asyncio.sleep(0.02)
    return waited


@contextmanager
def provider() -> Iterator[str]:
    """The address of a simulated provider in a process of its own."""
    command = [sys.executable, "-m", "bench.talk", "provider"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip() + "/openai/v1"
        finally:
            process.terminate()


async def _provide() -> None:
    from tests.fixtures.providers.behaviours import Say, Script  # noqa: PLC0415 - for this process alone
    from tests.fixtures.providers.server import running  # noqa: PLC0415

    long = Say(" ".join(f"word{number}" for number in range(WORDS)), first=FIRST, pace=PACE)
    short = Say("Good morning to you.", first=FIRST)
    async with running(Script(rule=lambda seen: long if _LONG in seen.said else short)) as url:
        print(url, flush=True)
        await asyncio.Event().wait()


def main() -> None:
    if sys.argv[1:] == ["provider"]:
        asyncio.run(_provide())
        return
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--only", choices=["first"])
    only = arguments.parse_args().only
    print(heading())
    for row in rows(only):
        print(shown(row), flush=True)


if __name__ == "__main__":
    main()
