"""The build script over a checkout of its own, with a Node and an npm that do as a test tells them."""

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPTS = Path(__file__).parents[3] / "scripts"
LOCKED = {
    "node_modules/react": {"version": "19.0.0"},
    "node_modules/fsevents": {"version": "2.3.3", "optional": True},
    "node_modules/vitest": {"version": "4.0.0", "dev": True},
}
NPM = r"""#!/bin/sh
echo "$*" >>"$FAKE/asked"
echo "NODE_ENV=${NODE_ENV-unset}" >>"$FAKE/asked"
if [ -f "$FAKE/$1.fails" ]; then cat "$FAKE/$1.fails" >&2; exit 1; fi
while [ -f "$FAKE/$1.waits" ]; do sleep 0.01; done
[ "$1" != run ] || { mkdir -p dist; cp src/main.ts dist/index.html; }
"""


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The scripts as modules, as they see each other."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(SCRIPTS))
    yield
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(SCRIPTS)):
            del sys.modules[name]


class Checkout:
    """A checkout with an app, and beside it a machine whose programs are stand-ins."""

    def __init__(self, folder: Path, module: ModuleType) -> None:
        self.module: Any = module
        self.root, self.fake = folder / "a checkout", folder / "fake"
        self.web, self.programs = self.root / "web", folder / "programs"
        self.dist = self.root / "src" / "selfos" / "surfaces" / "web" / "dist"
        for made in (self.fake, self.programs, self.web / "src", self.web / "public", self.dist.parent):
            made.mkdir(parents=True)
        self.write("src/main.ts", "the app")
        self.lock("package-lock.json", LOCKED)
        self.said: list[str] = []

    def write(self, name: str, text: str) -> None:
        (self.web / name).parent.mkdir(parents=True, exist_ok=True)
        (self.web / name).write_text(text)

    def lock(self, name: str, packages: dict[str, Any]) -> None:
        self.write(name, json.dumps({"packages": {"": {"name": "app"}, **packages}}))

    def put_node(self, version: str, folder: Path | None = None, npm: str | None = NPM) -> None:
        programs = {"node": f'#!/bin/sh\n[ "$1" != --version ] || echo "{version}"\n'} | ({"npm": npm} if npm else {})
        (folder or self.programs).mkdir(parents=True, exist_ok=True)
        for name, text in programs.items():
            path = (folder or self.programs) / name
            path.write_text(text)
            path.chmod(0o755)

    def build(self) -> None:
        self.module.build(self.said.append)

    def asked(self) -> list[str]:
        path = self.fake / "asked"
        return path.read_text().splitlines() if path.exists() else []

    def tell(self, name: str, text: str = "") -> Path:
        """`ci.fails`, `run.waits` …: what npm is to do."""
        (self.fake / name).write_text(text)
        return self.fake / name


@pytest.fixture
def checkout(scripts: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    del scripts
    made = Checkout(tmp_path, import_module("build_web"))
    for name, value in {"WEB": made.web, "DIST": made.dist, "NODE": made.root / ".venv" / ".node"}.items():
        monkeypatch.setattr(made.module, name, value)
    monkeypatch.setattr(made.module.importlib.util, "find_spec", lambda _: None)
    monkeypatch.setenv("PATH", f"{made.programs}:/usr/bin:/bin")
    monkeypatch.setattr(made.module.shutil, "which", lambda name: found(made.programs / name))
    monkeypatch.setenv("FAKE", str(made.fake))
    return made


def found(path: Path) -> str | None:
    return str(path) if path.exists() else None
