"""Setting up does what is missing, goes on where it was cut off, and says what to do when a step fails."""

import runpy
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "bootstrap.py"


class Bootstrap:
    """The script over a checkout of its own and steps that only take notes."""

    def __init__(self, root: Path) -> None:
        self.names = runpy.run_path(str(SCRIPT))
        self.root = root
        self.done: list[str] = []
        self.broken: set[str] = set()
        self.inside = self.names["set_up"].__globals__
        self.inside |= {"ROOT": root, "VENV": root / ".venv", "STAMPS": root / ".venv" / ".stamps"}
        self.inside["steps"] = lambda _: [
            self.step("packages"),
            self.step("model", without="`make model` tries again"),
            self.step("last"),
        ]

    def step(self, name: str, *, without: str = "") -> Any:
        (self.root / f"{name}.lock").touch()

        def work() -> None:
            if name in self.broken:
                raise self.names["StepError"]("the cable is out")
            self.done.append(name)
            (self.root / name).touch()

        return self.names["Step"](name, f"Making {name}", work, (f"{name}.lock",), self.root / name, without)

    def run(self) -> int:
        self.done.clear()
        return int(self.names["main"]())


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bootstrap:
    monkeypatch.setattr("sys.argv", ["bootstrap.py", "start"])
    checkout = tmp_path / "a checkout"
    checkout.mkdir()
    return Bootstrap(checkout)


def test_second_run_does_nothing(bootstrap: Bootstrap, capsys: pytest.CaptureFixture[str]):
    assert bootstrap.run() == 0
    assert bootstrap.done == ["packages", "model", "last"]
    capsys.readouterr()
    assert bootstrap.run() == 0
    assert bootstrap.done == []
    assert capsys.readouterr().out == ""


def test_only_what_changed_is_done_again(bootstrap: Bootstrap):
    bootstrap.run()
    (bootstrap.root / "packages.lock").write_text("new")
    (bootstrap.root / "last").unlink()
    bootstrap.run()
    assert bootstrap.done == ["packages", "last"]


def test_goes_on_where_it_stopped(bootstrap: Bootstrap, capsys: pytest.CaptureFixture[str]):
    bootstrap.broken.add("last")
    assert bootstrap.run() == 1
    assert "the cable is out" in capsys.readouterr().out
    assert not (bootstrap.root / ".venv" / ".ready-start").exists()
    bootstrap.broken.clear()
    assert bootstrap.run() == 0
    assert bootstrap.done == ["last"]
    assert (bootstrap.root / ".venv" / ".ready-start").read_text().strip() == str(bootstrap.root)


def test_rest_works_without_what_is_optional(bootstrap: Bootstrap, capsys: pytest.CaptureFixture[str]):
    bootstrap.broken.add("model")
    assert bootstrap.run() == 0
    assert bootstrap.done == ["packages", "last"]
    assert "make model" in capsys.readouterr().out


def test_moved_checkout_is_set_up_anew(bootstrap: Bootstrap, tmp_path: Path):
    bootstrap.run()
    moved = tmp_path / "elsewhere"
    bootstrap.root.rename(moved)
    again = Bootstrap(moved)
    assert again.run() == 0
    assert again.done == ["packages", "model", "last"]


def test_folder_that_cannot_be_written_is_named(bootstrap: Bootstrap, capsys: pytest.CaptureFixture[str]):
    (bootstrap.root / ".venv").write_text("a file")
    assert bootstrap.run() == 1
    said = capsys.readouterr().out
    assert "Set-up stopped" in said
    assert "Traceback" not in said
