"""Real servers with random weights: each is written and run by a Python that has its packages."""

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from selfos.intelligence.models.specs import ProviderKind, ProviderSpec
from selfos.kernel.addresses import Reach
from tests.fixtures.waiting import until

_FIND = "import sys; from importlib.util import find_spec; sys.exit(not all(map(find_spec, sys.argv[1:])))"
_READY_WITHIN = 120.0
"""Loading torch takes most of it; the deadline is for a busy machine."""
_SECONDS_TO_END = 10.0


@dataclass(frozen=True, slots=True)
class Judge:
    """A server: the setting that names its Python, what that must have, and how it is run on a model and a port."""

    name: str
    setting: str
    packages: tuple[str, ...]
    writer: str
    command: Callable[[Path, str, int], list[str]]
    ready: str
    environment: dict[str, str]

    @property
    def python(self) -> Path:
        return Path(os.environ.get(self.setting, sys.executable))


TRANSFORMERS = Judge(
    "transformers",
    "JUDGES_PYTHON",
    ("torch", "transformers", "fastapi", "uvicorn"),
    "tiny_model.py",
    lambda python, model, port: [
        *(str(python.with_name("transformers")), "serve", model, "--device", "cpu"),
        *("--host", "127.0.0.1", "--port", str(port)),
    ],
    "/health",
    {"HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"},
)
LLAMA_CPP = Judge(
    "llama-cpp-python",
    "LLAMA_PYTHON",
    ("llama_cpp", "gguf", "numpy", "uvicorn", "sse_starlette"),
    "tiny_gguf.py",
    lambda python, model, port: [
        *(str(python), "-m", "llama_cpp.server", "--model", model, "--n_ctx", "16384", "--n_threads", "1"),
        *("--host", "127.0.0.1", "--port", str(port)),
    ],
    "/v1/models",
    {},
)


@contextmanager
def running(judge: Judge, folder: Path) -> Iterator[ProviderSpec]:
    """The server, as its owner would set it up; skips where packages are missing."""
    if subprocess.run([judge.python, "-c", _FIND, *judge.packages], check=False).returncode:
        pytest.skip(
            f"{judge.python} lacks one of {', '.join(judge.packages)}: see the outside judges in CONTRIBUTING.md"
        )
    model, port = str(folder / "tiny"), _free_port()
    environment = os.environ | {"HF_HOME": str(folder)} | judge.environment  # nothing is fetched, nothing kept
    write = [str(judge.python), str(Path(__file__).with_name(judge.writer)), model]
    subprocess.run(write, env=environment, check=True, capture_output=True)
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(judge.command(judge.python, model, port), env=environment, stdout=log, stderr=log)
    try:
        until(lambda: server.poll() is not None or _answers(port, judge.ready), _READY_WITHIN)
        assert server.poll() is None, (folder / "log").read_text()
        url = f"http://127.0.0.1:{port}/v1"
        yield ProviderSpec("judge", ProviderKind.COMPATIBLE, url, (model,), reach=Reach.MACHINE, shared=True)
    finally:
        _end(server)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _answers(port: int, path: str) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _end(server: "subprocess.Popen[bytes]") -> None:
    server.terminate()
    try:
        server.wait(_SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
