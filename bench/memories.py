"""Beside mem0 2.x, offline: storing 10,000 items and searching them, with the same encoder in both.

mem0 is installed into an environment of its own in the user's cache, only for this. Both sides hold 10,000 items less
those to be added, laid in at once. Then both get the same texts one by one and store them durably with their vectors;
neither extracts anything (`infer=False` there, analysis off here). Chunks and rounds alternate between the two.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from bench.fill import fill
from bench.load import load, percentile, request
from bench.server import Server, server
from bench.table import Row, middle
from bench.texts import queries, texts
from selfos.app import opened
from selfos.features.search.service import SearchQuery, search
from selfos.kernel.context import Context
from selfos.kernel.principal import Actor, ActorKind, Principal
from selfos.kernel.runtime import Runtime

ITEMS = 10_000
ADDED, CHUNKS = 160, 5
SEARCHES, ROUNDS = 60, 3
_PACKAGES = ("mem0ai>=2,<3", "numpy", "onnxruntime", "orjson", "snowballstemmer", "tokenizers")
_ROOT = Path(__file__).parent.parent


def rows() -> Iterator[Row]:
    """Items a second and the time of a search, on both sides."""
    try:
        python = _environment()
    except (OSError, subprocess.CalledProcessError) as error:
        yield Row("add and search against mem0 2.x", "skipped", note=f"mem0 could not be installed: {_last(error)}")
        return
    with server(analysis="false") as house, _peer(python) as peer:
        yield from asyncio.run(_compared(house, peer))


async def _compared(house: Server, peer: "_Mem0") -> list[Row]:
    person = house.person(0)
    space = house.space(person)
    laid = ITEMS - ADDED * CHUNKS
    fill(house, [space], laid)
    peer.ask(fill=list(islice(texts(20), laid)))
    async with opened(house.settings.model_copy(update={"analysis": False})) as runtime:
        ours = _Ours(runtime, house.port, person, UUID(space))
        return [*await _adding(ours, peer), await _searching(ours, peer)]


async def _adding(ours: "_Ours", peer: "_Mem0") -> list[Row]:
    source, saved, embedded = texts(21), [], []
    for _ in range(CHUNKS):
        chunk = list(islice(source, ADDED))
        until_saved, until_embedded = await ours.add(chunk)
        theirs = ADDED / peer.ask(add=chunk)[0]
        saved.append((ADDED / until_saved, theirs))
        embedded.append((ADDED / until_embedded, theirs))
    return [
        _row("add, until each is durable and found by words", saved, "/s"),
        _row("  until they are found by meaning too", embedded, "/s"),
    ]


async def _searching(ours: "_Ours", peer: "_Mem0") -> Row:
    pairs = []
    for turn in range(ROUNDS + 1):  # the first opens the index and does not count
        wanted = list(islice(queries(turn), SEARCHES))
        mine, theirs = await ours.search(wanted), peer.ask(search=wanted)
        pairs.append((1 / percentile(mine, 0.5), 1 / percentile(theirs, 0.5)))
    return _row(f"search among {ITEMS:,}", pairs[1:], "/s")


def _row(label: str, pairs: list[tuple[float, float]], unit: str) -> Row:
    ratio = middle(mine / theirs for mine, theirs in pairs)
    mine, theirs = (middle(pair[side] for pair in pairs) for side in (0, 1))
    figure = f"{mine:,.0f}{unit}, mem0 {theirs:,.0f}{unit}"
    return Row(f"{label}, against mem0 2.x", figure, f"{ratio:.1f}", ">= 3", ratio >= 3)


class _Ours:
    """The product: captures go to its server, searches are made in this process."""

    def __init__(self, runtime: Runtime, port: int, token: str, space: UUID) -> None:
        self._runtime, self._port, self._token = runtime, port, token
        self._context = Context(runtime, Principal(space, space, "owner", Actor(ActorKind.PERSON, space)))

    async def add(self, chunk: list[str]) -> tuple[float, float]:
        """Seconds until all are captured, over HTTP and one by one, and until the worker has embedded them."""
        sent = [request("POST", "/api/v1/thoughts", self._token, json.dumps({"content": t}).encode()) for t in chunk]
        begun = time.perf_counter()
        await asyncio.to_thread(load, self._port, [sent])
        saved = time.perf_counter() - begun
        while (counts := await self._runtime.queue.counts())["waiting"] + counts["running"]:  # noqa: ASYNC110 (another process works)
            await asyncio.sleep(0.005)
        return saved, time.perf_counter() - begun

    async def search(self, wanted: list[str]) -> list[float]:
        """Seconds of each."""
        taken = []
        for text in wanted:
            begun = time.perf_counter()
            found = await search(self._context, SearchQuery(q=text))
            taken.append(time.perf_counter() - begun)
            assert found.items
        return taken


class _Mem0:
    """The other side, in its own environment, one line of JSON for a request and one for its answer."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def ask(self, **request: list[str]) -> list[float]:
        """Seconds: of all additions together, or of each search."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer: list[float] = json.loads(self._process.stdout.readline())
        return answer


@contextmanager
def _peer(python: Path) -> Iterator[_Mem0]:
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(sys.prefix) / "share" / "selfos")
        environment: dict[str, Any] = {
            "PATH": os.environ["PATH"], "HOME": folder, "MEM0_DIR": folder, "MEM0_TELEMETRY": "False",
            "PYTHONPATH": str(_ROOT / "src"), "SELFOS_MODELS": os.environ.get("SELFOS_MODELS", model),
        }  # fmt: skip
        command = [str(python), str(Path(__file__).with_name("mem0_side.py")), folder]
        process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            yield _Mem0(process)
        finally:
            process.kill()
            process.wait(10)


def _environment() -> Path:
    """Python of an environment with mem0, made once. Raises CalledProcessError, OSError."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "selfos-bench" / "mem0-2"
    python, uv = base / "bin" / "python", str(Path(sys.executable).with_name("uv"))
    if (
        subprocess.run([str(python), "-c", "import mem0, snowballstemmer"], capture_output=True, check=False).returncode
        if python.exists()
        else True
    ):
        subprocess.run(
            [uv, "venv", "-q", "--clear", "--python", sys.executable, str(base)], check=True, capture_output=True
        )
        subprocess.run(
            [uv, "pip", "install", "-q", "--python", str(python), *_PACKAGES], check=True, capture_output=True
        )
    return python


def _last(error: Exception) -> str:
    said = error.stderr.decode().strip().splitlines() if isinstance(error, subprocess.CalledProcessError) else []
    return said[-1] if said else str(error)
