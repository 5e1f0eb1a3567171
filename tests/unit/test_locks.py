"""What is declared is what gets installed: every dependency is pinned, by hash, in the lock that its command uses."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def declared() -> dict[str, Any]:
    document = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return {"product": document["project"]["dependencies"], **document["dependency-groups"]}


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=!~; ]", text, maxsplit=1)[0].lower().replace("_", "-") for text in requirements}


@pytest.mark.parametrize(
    ("lock", "groups"),
    [
        ("requirements.lock", ["product", "setup"]),
        ("requirements-dev.lock", ["product", "setup", "dev"]),
        ("requirements-model.lock", ["model"]),
        ("requirements-node.lock", ["node"]),
        ("requirements-uv.lock", ["installer"]),
    ],
)
def test_every_dependency_is_locked_by_hash(lock: str, groups: list[str]):
    text = (ROOT / lock).read_text()
    pins = re.findall(r"^([a-z0-9-]+)==[^\n]*((?:\n    --hash=sha256:[0-9a-f]{64}[^\n]*)*)", text, re.MULTILINE)
    assert all(hashes for _, hashes in pins)
    wanted = set().union(*(names(declared()[group]) for group in groups))
    assert wanted - {name for name, _ in pins} == set(), "run `make lock`"


def test_locks_name_no_server():
    for lock in ROOT.glob("requirements*.lock"):
        assert "://" not in lock.read_text()


def test_both_locks_agree():
    pin = re.compile(r"^[a-z0-9-]+==\S+[^\\\n]*", re.MULTILINE)
    base, dev = (set(pin.findall((ROOT / name).read_text())) for name in ("requirements.lock", "requirements-dev.lock"))
    assert base <= dev
