"""A real server with random weights: `transformers serve`, run by the Python that `JUDGES_PYTHON` names."""

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from selfos.intelligence.models.specs import ProviderKind, ProviderSpec
from selfos.kernel.addresses import Reach
from tests.fixtures.waiting import until

PYTHON = Path(os.environ.get("JUDGES_PYTHON", sys.executable))
PACKAGES = ("torch", "transformers", "fastapi", "uvicorn")
MISSING = f"{PYTHON} lacks one of {', '.join(PACKAGES)}: see the outside judges in CONTRIBUTING.md"
_FIND = "import sys; from importlib.util import find_spec; sys.exit(not all(map(find_spec, sys.argv[1:])))"
_READY_WITHIN = 120.0
"""Loading torch takes most of it; the deadline is for a busy machine."""
_SECONDS_TO_END = 10.0


@pytest.fixture(scope="session")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProviderSpec]:
    """The server, as its owner would set it up."""
    if subprocess.run([PYTHON, "-c", _FIND, *PACKAGES], check=False).returncode:
        pytest.skip(MISSING)
    folder = tmp_path_factory.mktemp("judge")
    model, port = folder / "tiny", _free_port()
    own = {"HF_HOME": str(folder), "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"}  # nothing is fetched, nothing kept
    environment = os.environ | own
    write = [str(PYTHON), str(Path(__file__).with_name("tiny_model.py")), str(model)]
    subprocess.run(write, env=environment, check=True, capture_output=True)
    serve = [str(PYTHON.with_name("transformers")), "serve", str(model), "--host", "127.0.0.1", "--port", str(port)]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([*serve, "--device", "cpu"], env=environment, stdout=log, stderr=log)
    try:
        until(lambda: server.poll() is not None or _answers(port), _READY_WITHIN)
        assert server.poll() is None, (folder / "log").read_text()
        yield _spec(port, str(model))
    finally:
        _end(server)


def _spec(port: int, model: str) -> ProviderSpec:
    url = f"http://127.0.0.1:{port}/v1"
    return ProviderSpec("judge", ProviderKind.COMPATIBLE, url, (model,), reach=Reach.MACHINE, shared=True)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
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
