"""The bundled PostgreSQL as one object: made ready, started, watched until it answers, stopped."""

import secrets
import signal
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from selfos.kernel.config.secret_files import replace_secret, secret_file
from selfos.kernel.config.startup import StartupError, last_words
from selfos.kernel.embedded.account import Account
from selfos.kernel.embedded.binaries import program
from selfos.kernel.embedded.cluster import ENVIRONMENT, OWNER, PARAMETERS, make_cluster
from selfos.kernel.embedded.folders import private_folder, socket_files, socket_folder
from selfos.kernel.embedded.leftover import clear_leftover
from selfos.kernel.embedded.provision import provision
from selfos.kernel.embedded.urls import APP_URL, OWNER_URL
from selfos.kernel.launch import launch_command

APP = "selfos_app"
DATABASE = "selfos"
STALLED_AFTER = 60.0


def _new_password() -> str:
    return secrets.token_urlsafe(32)


@dataclass(slots=True)
class EmbeddedPostgres:
    """A PostgreSQL of our own below `data`, reached through a socket in a private folder and never by network.

    `parameters` go over the usual ones. Whoever starts it holds the data folder's lock. The thread that starts it must
    outlive it: the server ends with that thread on Linux.
    """

    data: Path
    runtime: Path | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    account: Account = field(init=False)
    sockets: Path = field(init=False)
    process: subprocess.Popen[bytes] | None = field(init=False, default=None)
    _passwords: dict[str, str] = field(init=False, default_factory=dict)

    @property
    def cluster(self) -> Path:
        return self.data / "postgres"

    @property
    def keystore(self) -> Path:
        return self.data / "keystore"

    @property
    def log(self) -> Path:
        return self.data / "logs" / "postgres.log"

    def exists(self) -> bool:
        """Whether the cluster was made, by this or an earlier start."""
        return (self.cluster / "PG_VERSION").exists()

    def prepare(self) -> None:
        """Everything up to the start: account, folders, passwords, cluster, no leftover. Raises StartupError."""
        self.account = Account.choose(self.data)
        self.sockets = socket_folder(self.data, self.account, self.runtime)
        self._passwords = {role: secret_file(self.keystore / role, _new_password) for role in (OWNER, APP)}
        make_cluster(self.cluster, self._passwords[OWNER], self.account)
        private_folder(self.cluster, self.account)
        clear_leftover(self.cluster, self.sockets)
        replace_secret(self.keystore / APP_URL, self.app_dsn())
        replace_secret(self.keystore / OWNER_URL, self.owner_dsn())

    def command(self) -> list[str]:
        """The command that runs the server in the foreground, with its log on standard error."""
        chosen = PARAMETERS | {"unix_socket_directories": str(self.sockets)} | dict(self.parameters)
        settings = [word for name, value in chosen.items() for word in ("-c", f"{name}={value}")]
        return launch_command(
            [program("postgres"), "-D", str(self.cluster), *settings],
            death_signal=signal.SIGINT,
            account=self.account.switch,
            read_search=self.account.read_search,
        )

    @property
    def environment(self) -> dict[str, str]:
        return dict(ENVIRONMENT)

    def answers(self) -> bool:
        """Whether the server says of itself that it takes connections (the eighth line of postmaster.pid)."""
        try:
            lines = (self.cluster / "postmaster.pid").read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return False
        return len(lines) > 7 and lines[7].strip() == "ready"

    def start(self) -> None:
        """Prepares, starts and waits until it answers; crash recovery is waited for as long as it makes progress."""
        self.prepare()
        self.log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 (our own words)
                self.command(),
                env=ENVIRONMENT,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        progress = Progress(self.log)
        while not self.answers():
            if self.process.poll() is not None:
                raise self.failure()
            if progress.stalled():
                self.stop()
                raise StartupError(f"The database has not answered for {STALLED_AFTER:.0f} s.", f"See {self.log}.")
            time.sleep(0.005)

    def failure(self) -> StartupError:
        """Why the server ended by itself, in its own last words."""
        reason = last_words(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-20:])
        return StartupError(f"The database cannot be started. {reason}", f"See {self.log}.")

    def stop(self, limit: float = 30.0) -> None:
        """Ends sessions and writes everything; after `limit` seconds at once, with recovery at the next start."""
        if self.process is None:
            return
        for number, seconds in ((signal.SIGINT, limit), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
            self.process.send_signal(number)
            try:
                self.process.wait(seconds)
                break
            except subprocess.TimeoutExpired:
                continue
        self.process = None
        self.remove_sockets()

    def remove_sockets(self) -> None:
        """Leaves nothing outside the data folder once the server has ended."""
        with suppress(OSError):
            for path in socket_files(self.sockets):
                path.unlink(missing_ok=True)
            self.sockets.rmdir()

    def owner_dsn(self, database: str = DATABASE) -> str:
        """For asyncpg as it is; for SQLAlchemy with `postgresql+asyncpg` in place of `postgresql`."""
        return self._dsn(OWNER, database)

    def app_dsn(self, database: str = DATABASE) -> str:
        return self._dsn(APP, database)

    def _dsn(self, role: str, database: str) -> str:
        return f"postgresql://{role}:{self._passwords[role]}@/{quote(database)}?host={quote(str(self.sockets))}"

    async def provision(self, database: str = DATABASE, template: str = "template1") -> None:
        """The database and the app's role, if they are not there."""
        await provision(self.owner_dsn("postgres"), database, APP, self._passwords[APP], template=template)


@dataclass(slots=True)
class Progress:
    """A start makes progress while its log grows: recovery writes a line every second."""

    log: Path
    size: int = -1
    since: float = field(default_factory=time.monotonic)

    def stalled(self) -> bool:
        size = self.log.stat().st_size if self.log.exists() else 0
        if size != self.size:
            self.size, self.since = size, time.monotonic()
        return time.monotonic() - self.since > STALLED_AFTER
