"""What asking a language model by SelfOS takes beyond the provider's own first token.

    python -m bench.models [--rounds 200]

A simulated provider in a process of its own answers at once. Each round asks it twice, in turn: by a bare HTTP client,
and by the port to models with all that belongs to it (mode, budget, the call written down in PostgreSQL, fsync on).
The difference of the two times to the first piece of text is the overhead; the bar is 40 ms at the 95th percentile.
"""

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import httpx

from bench.server import Server, server
from selfos.app import opened
from selfos.features.models import models_of
from selfos.intelligence.models import Ask, Asker, Delta, Models, Turn
from selfos.kernel.config.settings import load_settings

BAR = 0.040
_WARM = 10


@contextmanager
def simulator() -> Iterator[str]:
    """The address of a simulated provider with OpenAI's protocol."""
    command = [sys.executable, "-m", "tests.fixtures.providers"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip() + "/openai/v1"
    finally:
        process.terminate()
        process.wait(10)


async def bare(client: httpx.AsyncClient, url: str) -> float:
    """Seconds to the first piece of text of a stream, without SelfOS."""
    said = [{"role": "system", "content": "Be kind."}, {"role": "user", "content": "Hello"}]
    begun = time.perf_counter()
    body = {"model": "m", "messages": said, "stream": True}
    async with client.stream("POST", f"{url}/chat/completions", json=body) as answer:
        async for line in answer.aiter_lines():
            if '"content": "You' in line:
                return time.perf_counter() - begun
    raise AssertionError("there was no text")


async def by_selfos(models: Models, asker: Asker) -> float:
    """Seconds to the first piece of text of a stream, by the port."""
    ask = Ask((Turn("system", "Be kind."), Turn("user", "Hello")))
    begun, first = time.perf_counter(), 0.0
    async for event in models.stream(asker, "chat", ask):
        if isinstance(event, Delta) and not first:
            first = time.perf_counter() - begun
    return first


async def measured(house: Server, url: str, rounds: int) -> list[tuple[float, float]]:
    """Both times of each round."""
    token = house.person(1)
    me = house.call("GET", "/auth/me", token=token)
    asker = Asker(UUID(me["space_id"]), UUID(me["id"]))
    settings = load_settings({"data": house.data, "compatible_url": url, "compatible_models": "m"})
    async with opened(settings) as runtime, httpx.AsyncClient(trust_env=False) as client:
        models = models_of(runtime)
        times = [(await bare(client, url), await by_selfos(models, asker)) for _ in range(_WARM + rounds)]
    return times[_WARM:]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=200)
    rounds = arguments.parse_args().rounds
    with server() as house, simulator() as url:
        times = asyncio.run(measured(house, url, rounds))
    over = sorted(selfos - own for own, selfos in times)
    own = sorted(first for first, _ in times)
    p95 = over[int(len(over) * 0.95)]
    print(f"{rounds} rounds, load average {os.getloadavg()[0]:.1f}")
    print(f"provider alone    p50 {_ms(statistics.median(own))}  p95 {_ms(own[int(len(own) * 0.95)])}")
    print(f"overhead          p50 {_ms(statistics.median(over))}  p95 {_ms(p95)}  bar {_ms(BAR)}")
    raise SystemExit(0 if p95 <= BAR else 1)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    main()
