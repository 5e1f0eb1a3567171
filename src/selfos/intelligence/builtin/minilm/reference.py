"""Vectors of the float32 model for a few texts, to check every built model against.

`reference.json` is written by `python -m selfos.intelligence.builtin.minilm.reference MODEL_FOLDER`, MODEL_FOLDER being
the folder with model.safetensors. Its first two texts are the example of the model's card on the hub, whose published
vectors begin .0677 .0635 .0487 and .0864 .1028 .0054; the tests compare them.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt

FILE = Path(__file__).with_name("reference.json")

TEXTS = (
    "This is an example sentence",
    "Each sentence is converted",
    "Buy oat milk and call the dentist tomorrow at 3pm",
    "I felt tired all week and slept badly.",
    "Ça alors, un café à Zürich für 4,50 €!",
    "?",
    "Ideas for the garden: raised beds along the south wall, a rain barrel, and somewhere shady to read. " * 12,
)


def read_reference() -> tuple[list[str], npt.NDArray[np.float32]]:
    """The texts and their unit vectors, (texts, 384) float32."""
    rows = json.loads(FILE.read_text())
    return [row["text"] for row in rows], np.array([row["vector"] for row in rows], np.float32)


def write_reference(source: Path) -> None:
    """Runs the float32 graph of the weights in `source` over TEXTS and stores the vectors to five digits."""
    import onnx  # noqa: PLC0415 - only the set-up group has it, and readers of the file do not need it
    from safetensors.numpy import load_file  # noqa: PLC0415 - as above

    from selfos.intelligence.builtin.encoder import load_encoder  # noqa: PLC0415 - only the writer encodes
    from selfos.intelligence.builtin.minilm.graph import build_graph  # noqa: PLC0415 - as above

    with tempfile.TemporaryDirectory() as folder:
        onnx.save(build_graph(load_file(source / "model.safetensors"), quantised=False), Path(folder) / "model.onnx")
        shutil.copyfile(source / "tokenizer.json", Path(folder) / "tokenizer.json")
        vectors = load_encoder(Path(folder)).encode(TEXTS)
    rows = [
        {"text": text, "vector": [round(float(x), 5) for x in row]} for text, row in zip(TEXTS, vectors, strict=True)
    ]
    FILE.write_text("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n")


if __name__ == "__main__":
    write_reference(Path(sys.argv[1]))
