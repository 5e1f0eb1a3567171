"""`python -m selfos.intelligence.builtin.training` fits the heads anew and prints how they do on held-out texts."""

from importlib.resources import files
from pathlib import Path

from selfos.intelligence.builtin.encoder import load_encoder
from selfos.intelligence.builtin.training.build import build
from selfos.intelligence.builtin.training.corpus import read_corpus
from selfos.intelligence.builtin.training.intents import build_intents
from selfos.intelligence.builtin.training.report import report


def main() -> None:
    encoder = load_encoder(threads=2)
    thoughts, intents = _stored_in("understand"), _stored_in("intents")
    print(report(list(read_corpus()), build(encoder, thoughts)))
    print(build_intents(encoder, intents))
    for path in (thoughts, intents):
        print(f"wrote {path.parent.parent.name}/{path.name}: {path.stat().st_size / 1000:.0f} kB")


def _stored_in(package: str) -> Path:
    return Path(str(files(f"selfos.intelligence.builtin.{package}") / "data" / "heads.npz"))


main()
