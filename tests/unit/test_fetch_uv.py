"""The installer comes from where pip is told to go, and only if it is the file that the lock names."""

import hashlib
import os
import platform
import runpy
import sys
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "fetch_uv.py"
VERSION = "9.9.9"


@pytest.fixture
def fetch_uv() -> Any:
    return type("module", (), {name: staticmethod(thing) for name, thing in runpy.run_path(str(SCRIPT)).items()})


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith(("PIP_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


def wheel_name() -> str:
    system = "macosx_11_0" if sys.platform == "darwin" else "manylinux_2_17"
    return f"uv-{VERSION}-py3-none-{system}_{platform.machine().lower()}.whl"


@pytest.fixture
def index(tmp_path: Path) -> Iterator[str]:
    """A simple index over HTTP, with a wheel for this machine and one for another."""
    page = tmp_path / "simple" / "uv" / "index.html"
    page.parent.mkdir(parents=True)
    with zipfile.ZipFile(tmp_path / wheel_name(), "w") as wheel:
        wheel.writestr(f"uv-{VERSION}.data/scripts/uv", "#!/bin/sh\necho uv\n")
    other = f"uv-{VERSION}-py3-none-win_arm64.whl"
    page.write_text(f'<a href="../../{other}">{other}</a><a href="../../{wheel_name()}#sha256=0">the wheel</a>')
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=tmp_path)) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/simple"
        server.shutdown()
        thread.join()


class QuietHandler(SimpleHTTPRequestHandler):
    def log_request(self, *_: Any) -> None:
        """The test's own output stays readable."""


@pytest.fixture
def lock(tmp_path: Path, index: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The lock that names the wheel of the index, which pip is configured for."""
    monkeypatch.setenv("PIP_INDEX_URL", index)
    path = tmp_path / "uv.lock"
    digest = hashlib.sha256((tmp_path / wheel_name()).read_bytes()).hexdigest()
    path.write_text(f"uv=={VERSION} \\\n    --hash=sha256:{digest}\n")
    return path


def test_from_the_configured_index(fetch_uv: Any, lock: Path, tmp_path: Path):
    folder = tmp_path / "folder"
    folder.mkdir()
    fetch_uv._by_index(lock, folder, print)
    fetch_uv._unpack(folder, tmp_path / "uv")
    assert (tmp_path / "uv").read_text().startswith("#!")
    assert os.access(tmp_path / "uv", os.X_OK)


def test_other_content_is_refused(fetch_uv: Any, lock: Path, tmp_path: Path):
    with (tmp_path / wheel_name()).open("ab") as wheel:
        wheel.write(b"more")
    with pytest.raises(fetch_uv.FetchError, match="not the file"):
        fetch_uv._by_index(lock, tmp_path, print)


def test_without_an_index_it_says_so(fetch_uv: Any, tmp_path: Path):
    fetch_uv.configured.__globals__["_pip_files"] = lambda: iter(())
    with pytest.raises(fetch_uv.FetchError, match="not configured with an index"):
        fetch_uv._by_index(tmp_path / "uv.lock", tmp_path, print)


def test_settings_of_pip_in_its_order(fetch_uv: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for folder, value in ((".pip", "old"), (".config/pip", "new")):
        path = tmp_path / "home" / folder / "pip.conf"
        path.parent.mkdir(parents=True)
        path.write_text(f"[global]\nindex-url = https://{value}.example/simple\n")
    assert fetch_uv.configured("index-url") == "https://new.example/simple"
    (tmp_path / "chosen.conf").write_text("[global]\nindex-url = https://chosen.example/%40simple\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "chosen.conf"))
    assert fetch_uv.configured("index-url") == "https://chosen.example/%40simple"
    monkeypatch.setenv("PIP_INDEX_URL", "https://variable.example/simple")
    assert fetch_uv.configured("index-url") == "https://variable.example/simple"


@pytest.mark.skipif(sys.platform != "linux", reason="names of Linux wheels")
def test_wheel_must_fit_the_machine(fetch_uv: Any, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(platform, "libc_ver", lambda: ("glibc", "2.36"))
    assert fetch_uv._fits("uv-1-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl")
    assert not fetch_uv._fits("uv-1-py3-none-manylinux_2_17_aarch64.manylinux2014_aarch64.whl")
    assert not fetch_uv._fits("uv-1-py3-none-musllinux_1_1_x86_64.whl")
    assert not fetch_uv._fits("uv-1.tar.gz")
