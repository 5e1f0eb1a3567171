"""Which record answers? Loads items into the product's own index, asks it, and writes the ranked ids.

    python -m bench.retrieval ITEMS.jsonl QUERIES.jsonl [--out RANKED.jsonl] [--mode hybrid|text|meaning]

An item is a record like any other: {"space", "id", "text", "speaker", "at", "session", "seq"}, `at` naive and taken as
UTC. A query is {"space", "id", "text"}, asked when the last item of its space was said. A ranked line is
{"id", "ranked"}, at most 20 ids of items, best first.
"""

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import numpy as np

from selfos.intelligence.builtin.date_hints import date_hints
from selfos.intelligence.builtin.encoder import load_encoder
from selfos.kernel.search import Doc, Encoder, Mode, Query, SpaceIndex, passages

KIND = "message"
BATCH = 256


@dataclass(frozen=True, slots=True)
class Space:
    """One filled index, the outside names of its records, and when its questions are asked."""

    index: SpaceIndex
    names: dict[UUID, str]
    now: datetime


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file."""
    with path.open() as lines:
        yield from map(json.loads, lines)


def read_spaces(items: Path, encoder: Encoder) -> dict[str, Space]:
    """The items by space, indexed with their vectors."""
    by_space = defaultdict(list)
    for item in read_lines(items):
        by_space[item["space"]].append(item)
    return {name: _fill(own, encoder) for name, own in by_space.items()}


def _fill(items: list[dict[str, Any]], encoder: Encoder) -> Space:
    index = SpaceIndex(encoder.model)
    docs = [_doc(item) for item in items]
    for start in range(0, len(docs), BATCH):
        batch = docs[start : start + BATCH]
        texts = [passages(doc) for doc in batch]
        vectors = iter(encoder.encode([text for own in texts for text in own]))
        for doc, own in zip(batch, texts, strict=True):
            index.put(doc)
            if own:
                index.put_vectors(doc.kind, doc.id, np.stack([next(vectors) for _ in own]))
    names = {doc.id: item["id"] for doc, item in zip(docs, items, strict=True)}
    return Space(index, names, max(doc.at for doc in docs))


def _doc(item: dict[str, Any]) -> Doc:
    return Doc(
        kind=KIND,
        id=uuid5(NAMESPACE_URL, item["id"]),
        at=datetime.fromisoformat(item["at"]).replace(tzinfo=UTC),
        text=item["text"],
        thread=str(item["session"]),
        seq=item["seq"],
        speaker=item["speaker"],
    )


def ask(space: Space, text: str, mode: Mode = "hybrid") -> Query:
    """The query as the product would put it."""
    return Query(text, mode=mode, date_hints=date_hints(text, space.now))


def main() -> int:
    """Command line; returns the exit status."""
    parser = argparse.ArgumentParser(description="Rank items for queries by the product's own search.")
    parser.add_argument("items", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--out", type=Path, help="where to write the ranked ids (default: standard output)")
    parser.add_argument("--mode", choices=["hybrid", "text", "meaning"], default="hybrid")
    choice = parser.parse_args()
    encoder = load_encoder()
    start = time.perf_counter()
    spaces = read_spaces(choice.items, encoder)
    loaded = time.perf_counter()
    lines, times = [], []
    for query in read_lines(choice.queries):
        space = spaces[query["space"]]
        began = time.perf_counter()
        results = space.index.search(ask(space, query["text"], choice.mode), encoder)
        times.append(time.perf_counter() - began)
        ranked = [space.names[hit.id] for hit in results.hits]
        lines.append(json.dumps({"id": query["id"], "ranked": ranked}) + "\n")
    choice.out.write_text("".join(lines)) if choice.out else sys.stdout.writelines(lines)
    items = sum(len(space.index) for space in spaces.values())
    cuts = [cut * 1e3 for cut in quantiles(times, n=20)]
    report = (
        f"{items} items in {loaded - start:.1f} s; {len(times)} queries, p50 {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms"
    )
    print(report, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
