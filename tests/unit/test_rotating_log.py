"""Logs are bounded, and the newest lines are the ones that stay."""

from pathlib import Path

from selfos.kernel.supervisor.rotating_log import RotatingLog


def test_old_files_move_on_and_the_oldest_goes(tmp_path: Path):
    log = RotatingLog(tmp_path / "logs" / "api.log", largest=10, kept=2)
    for number in range(5):
        log.write(f"line {number}\n".encode())
    held = {path.name: path.read_text() for path in (tmp_path / "logs").iterdir()}
    assert held == {"api.log": "line 4\n", "api.log.1": "line 3\n", "api.log.2": "line 2\n"}


def test_log_that_cannot_be_written_stops_nothing(tmp_path: Path):
    log = RotatingLog(tmp_path / "api.log")
    log.path.mkdir()
    log.write(b"lost\n")
