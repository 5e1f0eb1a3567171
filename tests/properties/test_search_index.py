"""After any history the index equals the one built from what is there now, and answers like it."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from selfos.kernel.search import Doc, Filter, Query, SpaceIndex

START = datetime(2024, 1, 1, tzinfo=UTC)
WORDS = ["milk", "Anna", "bicycle", "bicycles", "why", "東京", "café", "?", "Ben's", "monday", "-", '"']
TEXTS = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
NUMBERS = st.integers(1, 9)
KINDS = st.sampled_from(["thought", "message"])

DOCS = st.builds(
    lambda kind, number, minutes, text, title, tag, thread, speaker: Doc(
        kind,
        UUID(int=number),
        START + timedelta(minutes=minutes),
        text,
        title,
        {"tags": (tag,), "people": (speaker,)},
        thread if kind == "message" else None,
        minutes % 3,
        speaker if kind == "message" else None,
    ),
    KINDS,
    NUMBERS,
    st.sampled_from([0, 1, 10, 29, 40, 70, 300]),
    TEXTS,
    st.sampled_from(["", "milk run"]),
    st.sampled_from(["home", "work"]),
    st.sampled_from(["a", "b", None]),
    st.sampled_from(["Anna", "Ben Hill"]),
)
VECTORS = st.lists(st.integers(-5, 5), min_size=3, max_size=3).map(lambda row: np.array([row], np.float32))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), DOCS),
        st.tuples(st.just("remove"), st.tuples(KINDS, NUMBERS)),
        st.tuples(st.just("erase"), st.tuples(KINDS, NUMBERS)),
        st.tuples(st.just("vectors"), st.tuples(KINDS, NUMBERS, VECTORS)),
        st.tuples(st.just("reopen"), st.none()),
    ),
    max_size=40,
)


class Fixed:
    model = "fixed"
    dimensions = 3

    def encode(self, texts):
        return np.array([[1, 0, 0]] * len(texts), np.float32)


def play(steps) -> tuple[SpaceIndex, SpaceIndex]:
    """The index after the steps, and one built in the end from what there is."""
    index, docs, vectors = SpaceIndex("fixed"), {}, {}
    for step, value in steps:
        if step == "put":
            index.put(value)
            docs[value.ref] = value
        elif step == "vectors":
            kind, number, rows = value
            index.put_vectors(kind, UUID(int=number), rows)
            vectors[kind, UUID(int=number)] = rows
        elif step == "reopen":
            index = SpaceIndex.from_bytes(index.to_bytes())
        else:
            ref = value[0], UUID(int=value[1])
            getattr(index, step)(*ref)
            docs.pop(ref, None)
            if step == "erase":
                vectors.pop(ref, None)
    built = SpaceIndex("fixed")
    for ref, rows in vectors.items():
        built.put_vectors(*ref, rows)
    for ref in sorted(docs, key=lambda ref: (ref[1].int, ref[0])):
        built.put(docs[ref])
    return index, built


@settings(max_examples=300, deadline=None)
@given(STEPS)
def test_index_equals_a_rebuild(steps) -> None:
    index, built = play(steps)
    assert index.fingerprint() == built.fingerprint()


@settings(max_examples=200, deadline=None)
@given(STEPS, TEXTS, st.sampled_from(["hybrid", "text", "meaning"]))
def test_both_answer_alike(steps, text: str, mode) -> None:
    index, built = play(steps)
    query = Query(text, mode=mode, limit=5, date_hints=((START, START + timedelta(hours=1)),))
    assert [(hit.kind, hit.id, hit.highlights) for hit in index.search(query, Fixed()).hits] == [
        (hit.kind, hit.id, hit.highlights) for hit in built.search(query, Fixed()).hits
    ]
    wanted = Filter("message", {"tags": "home"}, words=text)
    assert index.filter(wanted) == built.filter(wanted)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60), st.text(max_size=30))
def test_no_text_breaks_a_search_and_highlights_lie_in_the_text(text: str, words: str) -> None:
    index = SpaceIndex()
    doc = Doc("thought", UUID(int=1), START, text + words, words)
    index.put(doc)
    for hit in index.search(Query(words)).hits:
        for field, spans in hit.highlights.items():
            length = len(getattr(doc, field))
            assert all(0 <= start < end <= length for start, end in spans)
            assert all(one[1] <= other[0] for one, other in pairwise(spans))
