"""The built-in sentence encoder: MiniLM as int8 ONNX on the processor, no network and no key."""

import os
import sys
import threading
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read when the library loads: no version of it may report anything
import onnxruntime
from tokenizers import Encoding, Tokenizer

from selfos.kernel.search.ports import Encoder

MODEL = "all-MiniLM-L6-v2/int8-1"
DIMENSIONS = 384
MAX_TOKENS = 256
#: Padded tokens in one run: the time a token takes is flat from here on, and the working memory stays below 25 MB.
BATCH_TOKENS = 512


class ModelMissing(RuntimeError):
    """The model file has not been built; the message says how."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"no encoder model in {folder}: run `make model`")


def model_folder() -> Path:
    """Where the built model lives: `SELFOS_MODELS`/minilm, else the Python prefix's share folder."""
    override = os.environ.get("SELFOS_MODELS")
    root = Path(override) if override else Path(sys.prefix) / "share" / "selfos"
    return root / "minilm"


def load_encoder(folder: Path | None = None, *, threads: int = 1) -> Encoder:
    """The encoder of the model in `folder`; its weights are read at the first `encode`.

    Raises ModelMissing when `folder` holds no built model.
    """
    return MiniLM(folder or model_folder(), threads)


class MiniLM:
    """Encodes English sentences into 384 float32 numbers; what lies beyond 256 tokens of a text is not read."""

    model = MODEL
    dimensions = DIMENSIONS

    def __init__(self, folder: Path, threads: int = 1) -> None:
        if not ((folder / "model.onnx").is_file() and (folder / "tokenizer.json").is_file()):
            raise ModelMissing(folder)
        self._folder = folder
        self._threads = threads
        self._loading = threading.Lock()

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """One unit-length row per text, in their order: (len(texts), 384) float32."""
        rows = np.empty((len(texts), self.dimensions), np.float32)
        if not texts:
            return rows
        with self._loading:  # only the first call loads; the lock costs the others a fraction of a microsecond
            session, tokenizer = self._session, self._tokenizer
        for places, ids, mask in _batches(tokenizer.encode_batch_fast(list(texts))):
            rows[places] = session.run(["embedding"], {"input_ids": ids, "attention_mask": mask})[0]
        return rows

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        # Buffers for the longest batch would otherwise stay with the process for good.
        options.enable_cpu_mem_arena = False
        return onnxruntime.InferenceSession(self._folder / "model.onnx", options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(MAX_TOKENS)
        return tokenizer


Batch = tuple[list[int], npt.NDArray[np.int64], npt.NDArray[np.int64]]


def _batches(encodings: list[Encoding]) -> Iterator[Batch]:
    """Texts of like length together, so that little of a run is spent on padding: (places, ids, mask)."""
    order = sorted(range(len(encodings)), key=lambda place: len(encodings[place].ids))
    start = 0
    while start < len(order):
        stop = start + 1
        while stop < len(order) and (stop + 1 - start) * len(encodings[order[stop]].ids) <= BATCH_TOKENS:
            stop += 1
        places = order[start:stop]
        yield places, *_padded([encodings[place].ids for place in places])
        start = stop


def _padded(rows: list[list[int]]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    ids = np.zeros((len(rows), len(rows[-1])), np.int64)  # the pad token is 0; rows come shortest first
    for row, tokens in zip(ids, rows, strict=True):
        row[: len(tokens)] = tokens
    return ids, (ids != 0).astype(np.int64)
