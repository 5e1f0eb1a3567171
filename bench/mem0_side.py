"""Runs in mem0's own environment: adds and searches as `bench.memories` asks on standard input.

mem0 with its defaults (Qdrant on local files, its SQLite history), `infer=False`, and the product's encoder in place
of its embedder. The language model it insists on having configured is never called.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
import numpy.typing as npt
from mem0 import Memory  # type: ignore[import-not-found]  # only in that environment

from selfos.intelligence.builtin.encoder import load_encoder


class Embedder:
    """The product's encoder behind mem0's port: one text a call, as mem0 calls it."""

    def __init__(self) -> None:
        self._encoder = load_encoder()

    def embed(self, text: str, _action: str | None = None) -> list[float]:
        vector: list[float] = self._encoder.encode([text])[0].tolist()
        return vector

    def models(self, texts: list[str]) -> npt.NDArray[np.float32]:
        """Vectors to make others from."""
        return self._encoder.encode(texts)


def memory(folder: Path) -> Any:
    """mem0 on files in this folder."""
    store = {"path": str(folder / "qdrant"), "embedding_model_dims": 384, "on_disk": True}
    made = Memory.from_config(
        {
            "vector_store": {"provider": "qdrant", "config": store},
            "llm": {"provider": "openai", "config": {"api_key": "unused"}},
            "embedder": {"provider": "openai", "config": {"api_key": "unused"}},
            "history_db_path": str(folder / "history.db"),
        }
    )
    made.embedding_model = Embedder()
    return made


def fill(made: Any, texts: list[str]) -> None:
    """Lays these texts into mem0's store at once, under vectors of some of them, each a little disturbed."""
    models, chosen = made.embedding_model.models(texts[:200]), np.random.default_rng(1)
    for start in range(0, len(texts), 500):
        part = texts[start : start + 500]
        vectors = models[chosen.integers(len(models), size=len(part))]
        vectors = vectors + chosen.normal(0, 0.02, vectors.shape)
        payloads = [{"data": text, "user_id": "bench", "text_lemmatized": text.lower()} for text in part]
        ids = [str(uuid4()) for _ in part]
        made.vector_store.insert(vectors=vectors.tolist(), ids=ids, payloads=payloads)


def answer(made: Any, request: dict[str, list[str]]) -> list[float]:
    """Seconds of all additions together, or of each search."""
    if "fill" in request:
        fill(made, request["fill"])
        return []
    begun = time.perf_counter()
    if "add" in request:
        for text in request["add"]:
            made.add(text, user_id="bench", infer=False)
        return [time.perf_counter() - begun]
    taken = []
    for text in request["search"]:
        begun = time.perf_counter()
        assert made.search(text, filters={"user_id": "bench"})["results"]
        taken.append(time.perf_counter() - begun)
    return taken


def main() -> None:
    made = memory(Path(sys.argv[1]))
    for line in sys.stdin:
        print(json.dumps(answer(made, json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
