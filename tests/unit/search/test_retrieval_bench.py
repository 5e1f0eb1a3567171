"""The retrieval benchmark reads its formats and ranks by the product's own search."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from bench import retrieval
from selfos.intelligence.builtin.encoder import model_folder

pytestmark = pytest.mark.skipif(
    not (model_folder() / "model.onnx").is_file(), reason="the encoder's model is not built: run `make model`"
)


def write(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def item(space: str, name: str, text: str, seq: int, *, speaker: str = "Ana") -> dict[str, object]:
    at = f"2023-05-0{seq + 1}T10:00:00"
    return {
        "space": space,
        "id": f"{space}/{name}",
        "text": text,
        "speaker": speaker,
        "at": at,
        "session": 1,
        "seq": seq,
    }


def test_each_query_ranks_items_of_its_own_space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    items = [
        item("a", "1", "I bought a cello last week.", 0),
        item("a", "2", "My cello lesson is on Friday.", 1, speaker="Bo"),
        item("a", "3", "We had soup.", 2),
        item("b", "1", "The cello is in the attic.", 0),
    ]
    queries = [
        {"space": "a", "id": "a/q", "text": "What did Ana buy?"},
        {"space": "b", "id": "b/q", "text": "Where is the cello?"},
    ]
    out = tmp_path / "ranked.jsonl"
    files = [write(tmp_path / "items.jsonl", items), write(tmp_path / "queries.jsonl", queries)]
    monkeypatch.setattr("sys.argv", ["retrieval", *map(str, files), "--out", str(out)])
    assert retrieval.main() == 0
    first, second = map(json.loads, out.read_text().splitlines())
    assert (first["id"], first["ranked"][0]) == ("a/q", "a/1")
    assert len(set(first["ranked"])) == len(first["ranked"])
    assert second == {"id": "b/q", "ranked": ["b/1"]}
