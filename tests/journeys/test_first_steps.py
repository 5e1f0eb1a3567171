"""The examples of the documents run, in their order, against a real server."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.server import Server, server

ROOT = Path(__file__).parents[2]
_EXAMPLE = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def house() -> Iterator[Server]:
    with server() as running:
        yield running


def examples(document: str) -> str:
    """Everything a reader is told to type, as one script."""
    text = (ROOT / document).read_text(encoding="utf-8")
    return "set -euo pipefail\nshopt -s expand_aliases\n" + "\n".join(_EXAMPLE.findall(text))


@pytest.mark.skipif(shutil.which("curl") is None, reason="the examples over HTTP use curl")
@pytest.mark.parametrize(
    ("document", "shown"),
    [
        ("README.md", "call mum"),
        ("docs/first-steps.md", "call mum"),
        ("docs/capture-from-anywhere.md", "bring the ladder"),
        ("docs/assistant.md", "Exercise regularly"),
    ],
)
def test_examples_run(house: Server, document: str, shown: str) -> None:
    script = examples(document).replace("127.0.0.1:8420", f"127.0.0.1:{house.port}")
    path = f"{Path(sys.executable).parent}{os.pathsep}{house.environment['PATH']}"
    environment = {**house.environment, "PATH": path}
    done = subprocess.run(
        ["bash", "-c", script], env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert shown in done.stdout
