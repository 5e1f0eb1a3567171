"""Feeding an index, lists, relations and snapshots."""

from datetime import timedelta
from uuid import UUID

import numpy as np
import pytest

from selfos.kernel.search import Filter, SnapshotError, SpaceIndex, passages
from selfos.kernel.search.query import Query
from selfos.kernel.search.ranking import WEIGHTS
from tests.unit.search.making import START, Topics, doc, filled, found, turns

TOPICS = Topics()


def listed(index: SpaceIndex, **given) -> list[int]:
    return [record_id.int for record_id in index.filter(Filter("thought", **given))]


# --- feeding ---


def test_putting_again_replaces() -> None:
    index = filled(doc(1, "old words"))
    index.put(doc(1, "new text"))
    assert (found(index, "old "), found(index, "new "), len(index)) == ([], [1], 1)


def test_a_removed_record_is_gone_and_its_vectors_wait() -> None:
    index = filled(doc(1, "our dog"), encoder=TOPICS)
    index.remove("thought", UUID(int=1))
    assert found(index, "pet", TOPICS) == []
    index.put(doc(1, "our dog"))
    assert found(index, "pet", TOPICS) == [1]


def test_an_erased_record_leaves_no_vectors() -> None:
    index = filled(doc(1, "our dog"), encoder=TOPICS)
    index.erase("thought", UUID(int=1))
    index.put(doc(1, "our dog"))
    assert not index.has_vectors("thought", UUID(int=1))


def test_removing_what_is_not_there_is_no_error() -> None:
    index = SpaceIndex()
    index.remove("thought", UUID(int=1))
    index.erase("thought", UUID(int=1))
    assert len(index) == 0


def test_vectors_may_come_before_the_record() -> None:
    index = SpaceIndex(TOPICS.model)
    index.put_vectors("thought", UUID(int=1), TOPICS.encode(["dog"]))
    index.put(doc(1, "xyz"))
    assert found(index, "pet", TOPICS) == [1]


@pytest.mark.parametrize("rows", [np.zeros((1, 7), np.float32), np.zeros((0, 4), np.float32), np.zeros(4, np.float32)])
def test_vectors_of_another_shape_are_refused(rows) -> None:
    index = filled(doc(1, "our dog"), encoder=TOPICS)
    with pytest.raises(ValueError, match="vector"):
        index.put_vectors("thought", UUID(int=2), rows)


def test_memory_grows_and_shrinks_with_the_records() -> None:
    index = SpaceIndex()
    empty = index.memory
    index.put(doc(1, "a few words here"))
    full = index.memory
    index.remove("thought", UUID(int=1))
    assert full > index.memory
    assert index.memory <= empty + 64 * 250


# --- neighbours ---


def test_fingerprint_tells_neighbours_apart() -> None:
    near = filled(doc(1, "a", hours=0), doc(2, "b", hours=0.4))
    far = filled(doc(1, "a", hours=0), doc(2, "b", hours=0.6))
    assert near.fingerprint() != far.fingerprint()


def test_neighbours_close_the_gap_when_one_between_is_removed() -> None:
    talk = turns(("A", "one"), ("B", "two"), ("A", "three"))
    index = filled(*talk)
    index.remove("message", talk[1].id)
    assert index.fingerprint() == filled(talk[0], talk[2]).fingerprint()


def test_moving_a_record_in_time_moves_it_between_neighbours() -> None:
    index = filled(doc(1, "a", hours=0), doc(2, "b", hours=0.1), doc(3, "c", hours=9))
    index.put(doc(2, "b", hours=9.1))
    assert (
        index.fingerprint() == filled(doc(3, "c", hours=9), doc(2, "b", hours=9.1), doc(1, "a", hours=0)).fingerprint()
    )


# --- lists ---


def test_lists_by_keys_newest_first() -> None:
    index = filled(
        doc(1, keys={"tags": ("home", "roof")}), doc(2, keys={"tags": ("home",)}), doc(3, keys={"type": ("home",)})
    )
    assert listed(index, keys={"tags": "home"}) == [2, 1]
    assert listed(index, keys={"tags": "home"}, descending=False) == [1, 2]
    assert listed(index, keys={"tags": "home", "type": "home"}) == []
    assert listed(index, keys={"tags": "none"}) == []


def test_a_key_called_kind_is_a_key_like_any_other() -> None:
    index = filled(doc(1, "tea"), doc(2, "tea", kind="task", keys={"kind": ("thought",)}))
    assert listed(index) == [1]
    assert found(index, "tea ", kinds=("thought",)) == [1]


def test_lists_by_time_words_and_kind() -> None:
    index = filled(doc(1, "blue roof"), doc(2, "roof"), doc(3, "blue"), doc(4, "blue roof", kind="task"))
    assert listed(index, words="blue roof") == [1]
    assert listed(index, words="roo") == [2, 1]
    assert listed(index, since=START + timedelta(days=2)) == [3, 2]
    assert listed(index, until=START + timedelta(days=2)) == [1]


@pytest.mark.parametrize("descending", [True, False])
def test_pages_by_cursor_give_every_record_once(descending: bool) -> None:
    docs = [doc(number, hours=number // 3) for number in range(1, 20)]
    index = filled(*docs)
    pages, after = [], None
    while page := index.filter(Filter("thought", descending=descending, after=after, limit=4)):
        pages += [record_id.int for record_id in page]
        after = docs[page[-1].int - 1].at, page[-1]
    whole = sorted(range(1, 20), key=lambda number: (number // 3, number), reverse=descending)
    assert pages == whole


# --- relations ---


def test_related_by_meaning() -> None:
    index = filled(doc(1, "the dog"), doc(2, "a puppy"), doc(3, "rent"), doc(4, "cat", kind="task"), encoder=TOPICS)
    assert {hit.id.int for hit in index.related("thought", UUID(int=1))} == {2, 4}
    assert [hit.id.int for hit in index.related("thought", UUID(int=1), kinds=("task",))] == [4]


def test_related_by_rare_words_where_there_are_no_vectors() -> None:
    index = filled(doc(1, "fix the accordion"), doc(2, "accordion lesson"), doc(3, "bread"))
    assert [hit.id.int for hit in index.related("thought", UUID(int=1))] == [2]


def test_nothing_is_related_to_what_is_not_there() -> None:
    assert filled(doc(1, "a")).related("thought", UUID(int=9)) == ()


# --- snapshots ---


def test_a_snapshot_gives_the_same_index() -> None:
    docs = [doc(1, "our dog", keys={"tags": ("pets",)}, title="Rex"), doc(2, "rent"), doc(3, "gone")]
    index = filled(*docs, *turns(("Ann", "Who pays?"), ("Ben", "I do.")), encoder=TOPICS)
    index.remove("thought", UUID(int=3))
    index.version = 42
    copy = SpaceIndex.from_bytes(index.to_bytes())
    assert (copy.version, copy.model) == (42, index.model)
    assert copy.fingerprint() == index.fingerprint()
    assert found(copy, "Who pays for a pet?", TOPICS) == found(index, "Who pays for a pet?", TOPICS)
    for one in (index, copy):
        one.put(doc(9, "another dog"))
        one.put_vectors("thought", UUID(int=9), TOPICS.encode(["dog"]))
        one.remove("thought", UUID(int=1))
    assert copy.fingerprint() == index.fingerprint()


def test_a_snapshot_of_nothing() -> None:
    copy = SpaceIndex.from_bytes(SpaceIndex().to_bytes())
    copy.put(doc(1, "word"))
    assert found(copy, "word ") == [1]


@pytest.mark.parametrize("cut", [0, 5, 20, 60, -1])
def test_a_damaged_snapshot_is_refused(cut: int) -> None:
    data = filled(doc(1, "our dog"), encoder=TOPICS).to_bytes()
    with pytest.raises(SnapshotError):
        SpaceIndex.from_bytes(data[:cut])


# --- passages and signals ---


def test_a_short_record_is_one_passage_and_an_empty_one_none() -> None:
    assert passages(doc(1, "text", title="title")) == ["title\ntext"]
    assert passages(doc(1, " \n")) == []


def test_a_long_record_is_cut_between_sentences_and_nothing_is_lost() -> None:
    text = " ".join(f"Sentence number {number} says a little." for number in range(120))
    parts = passages(doc(1, text))
    assert " ".join(parts) == text
    assert all(len(part) <= 800 and part.endswith(".") for part in parts)


def test_a_text_without_sentences_is_cut_all_the_same() -> None:
    parts = passages(doc(1, "x" * 100_000))
    assert len(parts) == 32
    assert max(map(len, parts)) <= 800


@pytest.mark.parametrize("text", ["." * 99_999 + "a", ". a" * 33_000, "?\n" * 50_000, "a b " * 25_000])
def test_cutting_takes_time_in_proportion_to_the_text(text: str) -> None:
    parts = passages(doc(1, text))  # a reading in the square of the length would take minutes
    assert parts
    assert all(0 < len(part) <= 800 for part in parts)


def test_every_weight_has_its_signal() -> None:
    index = filled(doc(1, "dog"), doc(2, "cat"), encoder=TOPICS)
    refs, signals = index.signals(Query("pet"), TOPICS)
    assert refs == [("thought", UUID(int=1)), ("thought", UUID(int=2))]
    assert signals.shape == (2, len(WEIGHTS))
