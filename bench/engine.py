"""The built-in engine: what it costs to read a thought, and how soon the person sees what was found."""

import json
import time
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from bench.load import percentile
from bench.server import Server, server
from bench.table import Row, middle
from bench.texts import texts
from selfos.intelligence.builtin.encoder import load_encoder
from selfos.intelligence.builtin.understand import understand

THOUGHTS = 240
SEEN = 40
_LOOK_EVERY = 0.005
_PATIENCE = 30.0


def rows() -> Iterator[Row]:
    """Processor time of one reading; time from the capture's answer until its analysis can be read."""
    yield _reading()
    with server() as house:
        person = house.person(0)
        _seen(house, person, 9)  # the worker loads the model
        yield _visible([_seen(house, person, 10 + number) for number in range(SEEN)])


def _reading() -> Row:
    encoder, now = load_encoder(), datetime(2026, 5, 4, 9, 30)  # noqa: DTZ001 (local, as the engine wants it)
    understand("call Anna tomorrow", now, encoder)
    spent = []
    for text in islice(texts(11), THOUGHTS):
        begun = time.process_time()
        understand(text, now, encoder)
        spent.append(1000 * (time.process_time() - begun))
    figure = f"median {middle(spent):.1f} ms, p95 {percentile(spent, 0.95):.1f} ms"
    passed = middle(spent) <= 40
    return Row("analysis of a thought, processor time", figure, "", "<= 40 ms", passed, f"{THOUGHTS} varied texts")


def _seen(house: Server, person: str, seed: int) -> float:
    body = {"content": next(texts(seed))}
    begun = time.perf_counter()
    thought = house.call("POST", "/thoughts", body, person)
    while time.perf_counter() - begun < _PATIENCE:
        if house.call("GET", f"/thoughts/{thought['id']}", token=person)["analysis_state"] == "done":
            return time.perf_counter() - begun
        time.sleep(_LOOK_EVERY)
    raise TimeoutError(json.dumps(body))


def _visible(seconds: list[float]) -> Row:
    p50, p95 = percentile(seconds, 0.5), percentile(seconds, 0.95)
    figure = f"p50 {p50:.2f} s, p95 {p95:.2f} s"
    return Row("from a capture to its analysis in sight, idle machine", figure, "", "p95 <= 1 s", p95 <= 1)
