"""`python -m selfos.intelligence.builtin.training` fits the heads anew and prints how they do on held-out texts."""

from importlib.resources import files
from pathlib import Path

from selfos.intelligence.builtin.encoder import load_encoder
from selfos.intelligence.builtin.training.build import build
from selfos.intelligence.builtin.training.corpus import read_corpus
from selfos.intelligence.builtin.training.report import report


def main() -> None:
    path = Path(str(files("selfos.intelligence.builtin.understand") / "data" / "heads.npz"))
    held_out = build(load_encoder(threads=2), path)
    print(report(list(read_corpus()), held_out))
    print(f"wrote {path.name}: {path.stat().st_size / 1000:.0f} kB")


main()
