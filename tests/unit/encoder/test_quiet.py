"""Nobody is told: the library beneath the encoder neither holds a reporter nor leaves a trace in the home folder."""

import os
import subprocess
import sys
from pathlib import Path

import onnxruntime

LIBRARIES = sorted(Path(onnxruntime.__file__).parent.glob("capi/*.so*"))


def test_the_library_knows_no_address_to_report_to() -> None:
    assert LIBRARIES
    for library in LIBRARIES:
        data = library.read_bytes()
        assert b"events.data.microsoft.com" not in data, library.name


def test_encoding_writes_nothing_into_the_home_folder(tmp_path: Path) -> None:
    code = "import selfos.intelligence.builtin.encoder, onnxruntime; onnxruntime.SessionOptions()"
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    environment.pop("CI", None)
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    assert list(tmp_path.rglob("*")) == []
