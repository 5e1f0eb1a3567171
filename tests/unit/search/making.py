"""Records and encoders for the tests of search."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

import numpy as np

from selfos.kernel.search import Doc, Query, SpaceIndex, passages

START = datetime(2024, 3, 1, 9, tzinfo=UTC)
MODEL = "bag"


def doc(number: int, text: str = "", *, hours: float | None = None, **given) -> Doc:
    """Record `number`, each a day after the one before unless `hours` after the start are given."""
    after = timedelta(days=number) if hours is None else timedelta(hours=hours)
    return Doc(**{"kind": "thought", "id": UUID(int=number), "at": START + after, "text": text, **given})


def turns(*said: tuple[str, str], thread: str = "talk", first: int = 100) -> list[Doc]:
    """Turns of one conversation, (speaker, text), all at one moment."""
    return [
        doc(first + seq, text, hours=0, kind="message", thread=thread, seq=seq, speaker=speaker)
        for seq, (speaker, text) in enumerate(said)
    ]


class Topics:
    """An encoder whose meaning of a text is which topics it touches; texts of no topic are like nothing."""

    model = MODEL
    dimensions = 4
    topics = ("dog cat pet animal puppy", "doctor dentist teeth ill", "rent money pay bill", "run gym sport")

    def encode(self, texts: Sequence[str]):
        words = [set(text.lower().replace("?", " ").split()) for text in texts]
        rows = [[float(bool(own & set(topic.split()))) for topic in self.topics] for own in words]
        norms = np.linalg.norm(rows, axis=1, keepdims=True) if rows else np.ones((0, 1))
        return (np.array(rows).reshape(-1, 4) / np.maximum(norms, 1e-9)).astype(np.float32)


def filled(*docs: Doc, encoder: Topics | None = None) -> SpaceIndex:
    """An index of these records, with vectors where there is an encoder."""
    index = SpaceIndex(MODEL)
    for one in docs:
        index.put(one)
        if encoder and passages(one):
            index.put_vectors(one.kind, one.id, encoder.encode(passages(one)))
    return index


def found(index: SpaceIndex, text: str, encoder: Topics | None = None, **given) -> list[int]:
    """Numbers of the records found, best first."""
    return [hit.id.int for hit in index.search(Query(text, **given), encoder).hits]
