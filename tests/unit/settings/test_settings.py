"""What the operator chooses reaches the program, by the right order of precedence and without showing secrets."""

import base64
import os
from pathlib import Path

import pytest

from selfos.kernel.config.check import check_settings
from selfos.kernel.config.settings import Settings, load_settings
from selfos.kernel.config.startup import StartupError

KEY = base64.b64encode(bytes(range(32))).decode()


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("SELFOS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SELFOS_DATA", str(tmp_path))


def test_defaults_are_complete_and_valid():
    settings = load_settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 8420)
    assert check_settings() == []


def test_data_folder_follows_xdg(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("SELFOS_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere")
    assert load_settings().data == Path("/somewhere/selfos")
    monkeypatch.setenv("XDG_DATA_HOME", "relative/is/ignored")
    assert load_settings().data == Path.home() / ".local/share/selfos"


def test_option_beats_environment_beats_file_beats_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "config.toml").write_text('port = 1000\nhost = "::1"\nlog_level = "debug"\n')
    monkeypatch.setenv("SELFOS_PORT", "2000")
    monkeypatch.setenv("SELFOS_HOST", "127.0.0.2")
    settings = load_settings({"port": 3000, "host": None})
    assert (settings.port, settings.host, settings.log_level, settings.pool_size) == (3000, "127.0.0.2", "debug", 10)


def test_file_of_another_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "my.toml").write_text("SELFOS_PORT = 1234")
    monkeypatch.setenv("SELFOS_CONFIG", str(tmp_path / "my.toml"))
    assert load_settings().port == 1234


def test_lists_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SELFOS_ALLOWED_HOSTS", "me.example, localhost ,")
    assert load_settings().allowed_hosts == ("me.example", "localhost")


def test_secret_from_a_file_loses_its_line_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "key").write_text(KEY + "\n")
    monkeypatch.setenv("SELFOS_MASTER_KEY_FILE", str(tmp_path / "key"))
    assert load_settings().key_bytes() == bytes(range(32))


def test_settings_cannot_be_changed():
    with pytest.raises(ValueError, match="frozen"):
        load_settings().port = 1  # type: ignore[misc] # the assignment is what is tested


@pytest.mark.parametrize(
    ("host", "url"),
    [("127.0.0.1", "http://127.0.0.1:8420"), ("::", "http://[::1]:8420"), ("::1", "http://[::1]:8420")],
)
def test_url_is_one_a_browser_can_open(host: str, url: str):
    assert load_settings({"host": host}).url == url


def test_every_wrong_setting_is_named_in_one_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "config.toml").write_text('log_level = "loud"\nprot = 1\n')
    for name, value in {
        "PORT": "70000",
        "REGISTRATION": "anyone",
        "MASTER_KEY": "hunter2",
        "DATABASE_URL": "mysql://root:hunter2@db/x",
        "DATABASE_OWNER_URL_FILE": "/no/such/hunter2",
        "WORKER_CONCURENCY": "3",
    }.items():
        monkeypatch.setenv(f"SELFOS_{name}", value)
    problems = check_settings()
    assert {problem.name for problem in problems if problem.fatal} == {
        "SELFOS_PORT",
        "SELFOS_REGISTRATION",
        "SELFOS_MASTER_KEY",
        "SELFOS_DATABASE_URL",
        "SELFOS_DATABASE_OWNER_URL",
        "SELFOS_LOG_LEVEL",
    }
    hints = {problem.name: problem.remedy for problem in problems if not problem.fatal}
    assert "SELFOS_WORKER_CONCURRENCY" in hints["SELFOS_WORKER_CONCURENCY"]
    assert "port" in hints["prot in config.toml"]
    assert all(problem.remedy for problem in problems)
    with pytest.raises(StartupError) as raised:
        load_settings()
    assert "hunter2" not in str(raised.value) + "".join(map(str, problems))


def test_database_urls_come_as_a_pair(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SELFOS_DATABASE_URL", "postgresql://app:secret@db/selfos")
    assert [problem.name for problem in check_settings()] == ["SELFOS_DATABASE_OWNER_URL"]
    monkeypatch.setenv("SELFOS_DATABASE_OWNER_URL", "postgresql://owner:secret@db/selfos")
    assert check_settings() == []
    assert "secret" not in repr(load_settings())


@pytest.mark.parametrize("content", ["port = = 1", "\udcff"])
def test_broken_file_is_named(tmp_path: Path, content: str):
    (tmp_path / "config.toml").write_bytes(content.encode("utf-8", "surrogateescape"))
    assert [problem.name for problem in check_settings()] == ["SELFOS_CONFIG"]


def test_missing_chosen_file_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("SELFOS_CONFIG", str(tmp_path / "none.toml"))
    assert [problem.name for problem in check_settings()] == ["SELFOS_CONFIG"]


def test_secret_given_twice_is_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "key").write_text(KEY)
    monkeypatch.setenv("SELFOS_MASTER_KEY", KEY)
    monkeypatch.setenv("SELFOS_MASTER_KEY_FILE", str(tmp_path / "key"))
    assert [(problem.name, problem.fatal) for problem in check_settings()] == [("SELFOS_MASTER_KEY", False)]


def test_every_setting_says_what_it_is_for():
    assert all(field.description for field in Settings.model_fields.values())
