"""The built encoder: like meaning near, order kept, safe under threads."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from selfos.intelligence.builtin.encoder import MAX_TOKENS, ModelMissing, load_encoder, model_folder
from selfos.intelligence.builtin.minilm.reference import read_reference

needs_model = pytest.mark.skipif(
    not (model_folder() / "model.onnx").is_file(), reason="the encoder's model is not built: run `make model`"
)


@pytest.fixture(scope="module")
def encoder():
    return load_encoder()


def test_missing_model_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="make model"):
        load_encoder(tmp_path)


def test_models_folder_can_be_moved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SELFOS_MODELS", str(tmp_path))
    assert model_folder() == tmp_path / "minilm"


def test_reference_begins_with_the_published_example_vectors() -> None:
    _, vectors = read_reference()
    assert np.allclose(vectors[0, :5], [0.0676569, 0.0634959, 0.0487131, 0.0793049, 0.0374480], atol=1e-5)
    assert np.allclose(vectors[1, :3], [0.0864386, 0.1027626, 0.0053945], atol=1e-5)


@needs_model
def test_vectors_are_those_of_the_float_model(encoder) -> None:
    texts, wanted = read_reference()
    assert (encoder.encode(texts) * wanted).sum(axis=1).min() >= 0.99


@needs_model
def test_nothing_in_nothing_out(encoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimensions)


@needs_model
def test_rows_are_of_unit_length_also_for_empty_text(encoder) -> None:
    rows = encoder.encode(["", "milk", "📅 " * 400])
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


@needs_model
def test_a_vector_does_not_depend_on_the_other_texts_of_its_batch(encoder) -> None:
    texts = ["walk", "a long sentence about nothing in particular " * 9, "call Mum on Sunday", "walk the dog"]
    together = encoder.encode(texts)
    alone = np.vstack([encoder.encode([text]) for text in texts])
    assert np.allclose(together, alone, atol=1e-4)


@needs_model
def test_text_beyond_the_limit_is_not_read(encoder) -> None:
    head = "word " * (MAX_TOKENS - 2)
    rows = encoder.encode([head, head + "an entirely different ending about penguins"])
    assert np.allclose(rows[0], rows[1], atol=1e-5)


@needs_model
def test_like_meaning_is_nearer_than_like_words(encoder) -> None:
    question, answer, other = encoder.encode(
        ["when is my dentist appointment", "teeth cleaning on Friday at nine", "when is my book due"]
    )
    assert question @ answer > question @ other


@needs_model
def test_threads_share_one_encoder_from_the_first_call() -> None:
    fresh = load_encoder()
    texts = [f"thought number {n}" for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        rows = np.vstack(list(pool.map(lambda text: fresh.encode([text]), texts)))
    assert np.allclose(rows, fresh.encode(texts), atol=1e-4)
