"""Files of this machine as they are sent."""

import io
import zipfile
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from selfos.cli import acts, app
from selfos.cli.server import Answer
from selfos.cli.uploads import packed


def test_a_file_is_sent_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"words")
    assert packed(tmp_path / "a.md", 100) == ("a.md", b"words")


def test_a_folder_is_sent_as_an_archive_without_what_is_hidden_or_lies_elsewhere(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("not of this folder")
    vault = tmp_path / "Vault"
    for name in ("a.md", "deep/b.md", ".obsidian/c.md", ".hidden.md"):
        path = vault / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (vault / "link.md").symlink_to(secret)
    name, content = packed(vault, 100_000)
    assert name == "Vault.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert sorted(archive.namelist()) == ["a.md", "deep/b.md"]


@pytest.mark.parametrize("name", ["missing", "empty", "large.md"])
def test_what_cannot_be_sent_ends_with_the_reason(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "large.md").write_bytes(b"0" * 200)
    with pytest.raises(typer.Exit):
        packed(tmp_path / name, 100)
    assert str(tmp_path / name) in capsys.readouterr().err


def test_the_command_sends_the_file_and_its_options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = []

    def call(method: str, path: str, query: dict[str, object], content: bytes) -> Answer:
        sent.append((method, path, query, content))
        return Answer(202, {"state": "waiting"}, None)

    monkeypatch.setattr(acts, "call", call)
    (tmp_path / "a.md").write_bytes(b"words")
    result = CliRunner().invoke(app, ["sources", "import", str(tmp_path / "a.md"), "--own"])
    assert result.exit_code == 0, result.output
    assert sent == [("POST", "/sources/import", {"name": "a.md", "own": True}, b"words")]
