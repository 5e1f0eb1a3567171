"""A SelfOS of its own for a benchmark: real processes on a temporary data folder, fsync on."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selfos.kernel.config.settings import Settings, load_settings

_READY_WITHIN = 60.0


@dataclass(slots=True)
class Server:
    """An installation: running, but between `stop` and `start`."""

    port: int
    data: Path
    environment: dict[str, str]
    process: "subprocess.Popen[bytes]" = field(init=False)

    def start(self) -> None:
        """Run it; returns at the first 200 of /readyz."""
        command = [str(Path(sys.executable).parent / "selfos"), "start"]
        self.process = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL)
        _await_ready(self.port)

    def call(self, method: str, path: str, body: Any = None, token: str = "") -> Any:
        """One request to `/api/v1`, for setting things up."""
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        sent = json.dumps(body).encode() if body is not None else None
        url = f"http://127.0.0.1:{self.port}/api/v1{path}"
        with urllib.request.urlopen(urllib.request.Request(url, sent, headers, method=method)) as answer:
            return json.load(answer)

    def call_failing(self, method: str, path: str, body: Any = None, token: str = "") -> int:
        """A request that is refused; returns its status."""
        try:
            self.call(method, path, body, token)
        except urllib.error.HTTPError as error:
            return error.code
        raise AssertionError(f"{method} {path} was not refused")

    def stop(self) -> None:
        """A clean stop, waited for."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)

    @property
    def settings(self) -> Settings:
        """For reaching its database from this process."""
        return load_settings({"data": self.data, "port": self.port})

    def space(self, token: str) -> str:
        """The id of somebody's own space."""
        space: str = self.call("GET", "/auth/me", token=token)["space_id"]
        return space

    def person(self, number: int) -> str:
        """Registers somebody; returns their access token."""
        given = {"email": f"p{number}@example.org", "password": "a quite long passphrase"}
        token: str = self.call("POST", "/auth/register", given)["access_token"]
        return token


@contextmanager
def server(**settings: str) -> Iterator[Server]:
    """`selfos start` until the block ends; settings by their names in the environment, less the prefix."""
    data = Path(tempfile.mkdtemp(prefix="selfos-bench-"))
    port = free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("SELFOS_")},
        "SELFOS_DATA": str(data),
        "SELFOS_PORT": str(port),
        "SELFOS_REGISTRATION": "open",
        "SELFOS_LOGIN_LIMIT": "1000000",
        "SELFOS_REQUEST_LIMIT": "100000000",
        **{f"SELFOS_{name.upper()}": value for name, value in settings.items()},
    }
    house = Server(port, data, environment)
    try:
        house.start()
        yield house
    finally:
        if house.process.poll() is None:
            house.stop()
        shutil.rmtree(data, ignore_errors=True)


def _await_ready(port: int) -> None:
    deadline = time.monotonic() + _READY_WITHIN
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz") as answer:
                if answer.status == 200:
                    return
        except (OSError, urllib.error.URLError):
            if time.monotonic() > deadline:
                raise
        time.sleep(0.01)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
