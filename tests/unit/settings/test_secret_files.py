"""Secrets made at the first start are private, whole and never replaced by accident."""

import stat
from pathlib import Path

import pytest

from selfos.kernel.config.secret_files import read_secret, replace_secret, secret_file
from selfos.kernel.config.startup import StartupError


def test_made_once_and_private(tmp_path: Path):
    path = tmp_path / "keystore" / "password"
    assert secret_file(path, lambda: "first") == "first"
    assert secret_file(path, lambda: "second") == "first"
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)
    assert [entry.name for entry in path.parent.iterdir()] == ["password"]


def test_two_makers_agree(tmp_path: Path):
    path = tmp_path / "password"
    assert secret_file(path, lambda: secret_file(path, lambda: "inner") and "outer") == "inner"


def test_replaced(tmp_path: Path):
    path = tmp_path / "url"
    replace_secret(path, "one")
    replace_secret(path, "two")
    assert read_secret(path) == "two"


def test_empty_secret_is_refused(tmp_path: Path):
    (tmp_path / "password").write_text("")
    with pytest.raises(StartupError, match="is empty"):
        secret_file(tmp_path / "password", lambda: "new")


def test_folder_in_the_way(tmp_path: Path):
    (tmp_path / "keystore").write_text("a file")
    with pytest.raises(StartupError, match="cannot be used"):
        secret_file(tmp_path / "keystore" / "password", lambda: "new")
