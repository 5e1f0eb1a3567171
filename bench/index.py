"""How fast is search? One space of many records, made up from a word list, asked by the product's own index.

    python -m bench.index [--records 10000] [--queries 200]

Prints the time of a change, of a search with the query's embedding, of the exact scan, and of opening a snapshot.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from statistics import quantiles
from uuid import UUID

import numpy as np

from selfos.intelligence.builtin.encoder import load_encoder
from selfos.kernel.search import Doc, Query, SpaceIndex
from selfos.kernel.search.words import STOP_WORDS

START = datetime(2024, 1, 1, tzinfo=UTC)
#: Words by rank are drawn as in language: the n-th with a frequency of 1/n.
VOCABULARY = 8000


def made_up_words(count: int) -> list[str]:
    """The commonest words of English, then invented ones."""
    rng = random.Random(4)  # noqa: S311 - the same words in every run
    syllables = [a + b for a in "bcdfghklmnprstvw" for b in ("a", "e", "i", "o", "u", "an", "er", "ing")]
    return [*sorted(STOP_WORDS), *("".join(rng.choices(syllables, k=rng.randint(2, 4))) for _ in range(count))]


def texts(count: int, longest: int, seed: int) -> list[str]:
    """Texts of five words or more."""
    rng = random.Random(seed)  # noqa: S311 - the same texts in every run
    words = made_up_words(VOCABULARY)
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    return [" ".join(rng.choices(words, weights, k=rng.randint(5, longest))) for _ in range(count)]


def timed(name: str, act: Callable[[int], object], numbers: Iterable[int]) -> None:
    """Runs an act for each number and prints how long it took."""
    spent = []
    for number in numbers:
        start = time.perf_counter()
        act(number)
        spent.append((time.perf_counter() - start) * 1e3)
    cuts = quantiles([*spent, spent[-1]], n=20)
    print(f"{name:32} p50 {cuts[9]:8.3f} ms   p95 {cuts[18]:8.3f} ms", flush=True)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Time the search index.")
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--queries", type=int, default=200)
    choice = parser.parse_args()
    encoder = load_encoder()
    docs = [
        Doc("thought", UUID(int=number + 1), START + timedelta(minutes=17 * number), text, keys={"tags": ("home",)})
        for number, text in enumerate(texts(choice.records, 35, seed=1))
    ]
    rows = np.random.default_rng(2).normal(size=(len(docs), encoder.dimensions)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    index = SpaceIndex(encoder.model)
    asked = [Query(text) for text in texts(choice.queries, 12, seed=3)]
    timed("put a record", lambda n: index.put(docs[n]), range(len(docs)))
    timed("put its vector", lambda n: index.put_vectors("thought", docs[n].id, rows[n : n + 1]), range(len(docs)))
    timed("search, words and meaning", lambda n: index.search(asked[n], encoder), range(len(asked)))
    timed("search, words only", lambda n: index.search(asked[n]), range(len(asked)))
    timed("related", lambda n: index.related("thought", docs[n].id), range(min(100, len(docs))))
    timed("encode a query", lambda n: encoder.encode([asked[n].text]), range(len(asked)))
    data = index.to_bytes()
    timed(f"open a snapshot, {len(data) / 1e6:.1f} MB", lambda _: SpaceIndex.from_bytes(data), range(5))
    print(f"memory said {index.memory / 1e6:.0f} MB for {len(index)} records")


if __name__ == "__main__":
    main()
