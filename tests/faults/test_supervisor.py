"""Whatever is killed comes back, nothing outlives the supervisor, and every obstacle is named."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.fixtures.waiting import alive, until

HOUSE = Path(__file__).parent / "stand_ins" / "house.py"


class House:
    """A supervisor in a process of its own, over a real PostgreSQL and stand-ins for the rest."""

    def __init__(
        self, folder: Path, *roles: str, data: Path | None = None, heard: bool = True, **environment: str
    ) -> None:
        self.folder = folder
        self.data = data or folder / "my data"
        self.port = int(environment.get("SELFOS_PORT") or free_port())
        self._said = folder / "said.txt"
        known = {name: value for name, value in os.environ.items() if not name.startswith("SELFOS_")}
        variables = {"SELFOS_DATA": str(self.data), "SELFOS_PORT": str(self.port)} | environment
        with self._said.open("wb") if heard else unread() as out:
            self.process = subprocess.Popen(
                [sys.executable, str(HOUSE), str(folder), *roles], env=known | variables, stdout=out, stderr=out
            )

    def said(self) -> str:
        return self._said.read_text()

    def pid(self, name: str) -> int:
        if name == "PostgreSQL":
            return int((self.data / "postgres" / "postmaster.pid").read_text().split("\n", 1)[0])
        return int((self.folder / f"{name}.pid").read_text())

    def ready(self) -> bool:
        with suppress(OSError):
            return bool(urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5).status == 200)
        return False

    def await_ready(self) -> None:
        until(lambda: "is ready at" in self.said() or self.process.poll() is not None)
        assert self.ready(), self.said()

    def stop(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(30)


def unread() -> BinaryIO:
    """A pipe whose reader has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    return os.fdopen(writer, "wb")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


Start = Callable[..., House]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    houses: list[House] = []

    def begin(*roles: str, **options: object) -> House:
        houses.append(House(tmp_path, *roles, **options))  # type: ignore[arg-type] # the tests below know its options
        return houses[-1]

    yield begin
    for house in houses:
        house.process.kill()
        house.process.wait()
        with suppress(OSError):
            url = (house.data / "keystore" / "database_url").read_text()
            shutil.rmtree(url.partition("host=")[2], ignore_errors=True)


def test_starts_says_where_and_stops_in_order(start: Start):
    house = start()
    house.await_ready()
    assert f"SelfOS is ready at http://127.0.0.1:{house.port}" in house.said()
    pids = [house.pid(name) for name in ("PostgreSQL", "api", "worker")]
    sockets = Path((house.data / "keystore" / "database_url").read_text().partition("host=")[2])
    assert sockets.is_dir()
    assert house.stop() == 0
    assert not any(map(alive, pids))
    assert not sockets.exists()
    assert (house.folder / "worker.pid").read_text() == "stopped\n"
    assert "database system is shut down" in (house.data / "logs" / "postgres.log").read_text()


def test_stops_on_interrupt_and_starts_again(start: Start):
    first = start()
    first.await_ready()
    assert first.stop(signal.SIGINT) == 0
    start(SELFOS_PORT=str(first.port)).await_ready()


def test_keeps_running_and_stops_when_nobody_reads_what_it_says(start: Start):
    house = start(heard=False)
    until(house.ready)
    killed = house.pid("worker")
    os.kill(killed, signal.SIGKILL)
    until(partial(_other, house, "worker", killed))
    pids = [house.pid(name) for name in ("PostgreSQL", "api", "worker")]
    assert house.stop() == 0
    assert not any(map(alive, pids))


@pytest.mark.parametrize("name", ["PostgreSQL", "api", "worker"])
def test_killed_child_comes_back(start: Start, name: str):
    house = start()
    house.await_ready()
    for _ in range(3):
        pid = house.pid(name)
        os.kill(pid, signal.SIGKILL)
        until(partial(_other, house, name, pid))
        until(house.ready)
    assert f"{name} ended (killed by SIGKILL); starting it again." in house.said()
    assert house.stop() == 0


def _other(house: House, name: str, killed: int) -> bool:
    with suppress(OSError, ValueError):
        return house.pid(name) != killed
    return False


def test_nothing_outlives_a_killed_supervisor_and_the_next_one_starts(start: Start):
    house = start()
    house.await_ready()
    pids = [house.pid(name) for name in ("PostgreSQL", "api", "worker")]
    house.process.kill()
    start(SELFOS_PORT=str(house.port)).await_ready()
    assert not any(map(alive, pids))


def test_killed_while_starting(start: Start):
    """At any moment of a start, also in the middle of making the database."""
    for marks in (("postgres.new",), ("postgres", "PG_VERSION"), ("postgres", "postmaster.pid")):
        house = start()
        until(house.data.joinpath(*marks).exists)
        house.process.kill()
        house.process.wait()
    start().await_ready()


def test_second_start_is_refused_and_names_the_first(start: Start):
    first = start()
    first.await_ready()
    second = start(data=first.data)
    assert second.process.wait(20) == 1
    assert f"already running on {first.data} (process {first.process.pid})" in second.said()
    assert first.ready()


def test_port_in_use_is_named(start: Start):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        house = start(SELFOS_PORT=str(port))
        assert house.process.wait(20) == 1
    assert f"Port {port} is in use" in house.said()
    assert "SELFOS_PORT" in house.said()


def test_child_that_cannot_stay_up_is_given_up(start: Start):
    house = start("worker=raise SystemExit('the worker cannot breathe')")
    assert house.process.wait(30) == 1
    assert "worker does not stay up (exit code 1). the worker cannot breathe" in house.said()
    assert house.said().count("starting it again") == 4
    assert "Traceback" not in house.said()


def test_failed_migration_stops_the_start(start: Start):
    house = start("migrate=raise SystemExit('cannot migrate')")
    assert house.process.wait(30) == 1
    assert "could not be brought up to date (exit code 1). cannot migrate" in house.said()


def test_migration_runs_once_for_each_build(start: Start, tmp_path: Path):
    notes = f"migrate=open({str(tmp_path / 'notes')!r}, 'a').write('x')"
    for _ in range(2):
        house = start(notes)
        house.await_ready()
        house.stop()
    assert (tmp_path / "notes").read_text() == "x"


def test_child_that_will_not_stop_is_ended(start: Start):
    stubborn = "import signal,time; signal.signal(15, signal.SIG_IGN); print('deaf', flush=True); time.sleep(999)"
    house = start(f"worker={stubborn}")
    house.await_ready()
    log = house.data / "logs" / "worker.log"
    until(lambda: log.exists() and "deaf" in log.read_text())
    house.process.send_signal(signal.SIGTERM)
    until(lambda: "Stopping" in house.said())
    assert house.stop() == 0


def test_data_folder_that_is_a_file_is_named(start: Start, tmp_path: Path):
    (tmp_path / "file").write_text("")
    house = start(data=tmp_path / "file")
    assert house.process.wait(20) == 1
    assert f"The data folder {tmp_path / 'file'} cannot be used: File exists" in house.said()
    assert "Traceback" not in house.said()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_data_folder_is_named(start: Start, tmp_path: Path):
    (tmp_path / "closed").mkdir(mode=0o500)
    house = start(data=tmp_path / "closed")
    assert house.process.wait(20) == 1
    assert "cannot be used: Permission denied" in house.said()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("needs the right to mount a small disk")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_full_disk_is_named(start: Start, small_disk: Path):
    house = start(data=small_disk / "data")
    assert house.process.wait(60) == 1
    assert "No space left on device" in house.said()
    assert "Make room" in house.said()
    assert "Traceback" not in house.said()
