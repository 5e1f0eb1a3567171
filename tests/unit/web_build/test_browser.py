"""The journeys run in the browser that there is; where there is none, it is said why none was installed."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.unit.web_build.conftest import SCRIPTS


@pytest.fixture
def browser(scripts: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    del scripts
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    return import_module("browser")


def program(folder: Path, name: str, text: str = "") -> str:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return str(path)


def test_the_chosen_one_comes_before_those_on_the_path(
    browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert browser.browser() is None
    google = program(tmp_path, "google-chrome")
    assert browser.browser() == google
    debian = program(tmp_path, "chromium")
    assert browser.browser() == debian
    chosen = program(tmp_path, "my-browser")
    monkeypatch.setenv("CHROMIUM", chosen)
    assert browser.browser() == chosen


def test_none_is_a_failure_for_the_shell(browser: Any, tmp_path: Path) -> None:
    del browser
    command = [sys.executable, str(SCRIPTS / "browser.py")]
    done = subprocess.run(command, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (1, "")
    path = program(tmp_path, "chromium")
    done = subprocess.run(command, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, path)


def test_only_root_installs(browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "apt-get", f"echo installed >{tmp_path}/asked")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(browser.BrowserError, match="root"):
        browser.install()
    assert not (tmp_path / "asked").exists()


def test_what_debian_says_is_told(browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "apt-get", '[ "$2" = update ] || { echo "E: Unable to locate package chromium" >&2; exit 100; }')
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(browser.BrowserError, match="apt-get install: E: Unable to locate"):
        browser.install()


def test_a_browser_that_is_installed_is_never_upgraded(
    browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "apt-get", f'echo "$*" >>{tmp_path}/asked')
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    browser.install()
    update, install = (tmp_path / "asked").read_text().splitlines()
    assert "update" in update
    assert "--no-upgrade" in install.split()
