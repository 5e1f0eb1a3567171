"""The database cluster on disk: made once, completely or not at all; and the parameters it runs with."""

import os
import shutil
import subprocess
from pathlib import Path

from selfos.kernel.config.startup import StartupError, last_words
from selfos.kernel.embedded.account import Account
from selfos.kernel.embedded.binaries import MAJOR, program
from selfos.kernel.embedded.folders import private_folder
from selfos.kernel.launch import launch_command

OWNER = "selfos_owner"
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}

PARAMETERS = {
    # a small machine shared with a person's other work
    "shared_buffers": "64MB",
    "max_connections": "60",
    "work_mem": "8MB",
    "max_worker_processes": "4",
    "max_parallel_workers_per_gather": "0",
    "io_method": "sync",
    "huge_pages": "off",
    "jit": "off",
    "random_page_cost": "1.1",
    "checkpoint_timeout": "15min",
    "max_wal_size": "512MB",
    "wal_compression": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # by socket alone
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    # no statement, parameter or value of a row in the log: messages of failed statements quote them, so these stay out
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
    "log_autovacuum_min_duration": "-1",
    "log_line_prefix": "%m [%p] ",
    # crash recovery reports its progress, and is waited for as long as it does
    "log_startup_progress_interval": "1s",
}


def make_cluster(folder: Path, password: str, account: Account) -> None:
    """Makes the cluster with the superuser OWNER unless it is there; raises StartupError if that fails.

    It grows under another name and is renamed when whole, so a set-up that was cut off is simply repeated.
    """
    if (folder / "PG_VERSION").exists():
        _check_version(folder)
        return
    growing = folder.with_name(folder.name + ".new")
    shutil.rmtree(growing, ignore_errors=True)
    private_folder(growing, account)
    password_file = folder.with_name(folder.name + ".password")
    try:
        _write_for(account, password_file, password)
        _initdb(growing, password_file, account)
    finally:
        password_file.unlink(missing_ok=True)
    growing.rename(folder)


def _write_for(account: Account, path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400), "w", encoding="ascii") as file:
        os.fchown(file.fileno(), account.uid, account.gid)
        file.write(text)


def _initdb(folder: Path, password_file: Path, account: Account) -> None:
    options = ["--username", OWNER, "--pwfile", str(password_file), "--auth", "scram-sha-256", "--encoding", "UTF8"]
    options += ["--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--data-checksums"]
    command = launch_command(
        [program("initdb"), "--pgdata", str(folder), *options],
        death_signal=15,
        account=account.switch,
        read_search=account.read_search,
    )
    done = subprocess.run(command, env=ENVIRONMENT, cwd="/", capture_output=True, text=True, check=False)  # noqa: S603 (our own words)
    if done.returncode != 0:
        reason = last_words(done.stderr.splitlines())
        raise StartupError(f"The database cannot be made in {folder}: {reason}", _advice(account, reason))


def _advice(account: Account, reason: str) -> str:
    if account.read_search and "Permission denied" in reason:
        return "As root the database runs under another account: start SelfOS as an ordinary user, or set SELFOS_DATA."
    return "Make room on the disk, or set SELFOS_DATA to a folder that this account may write."


def _check_version(folder: Path) -> None:
    found = (folder / "PG_VERSION").read_text(encoding="ascii").strip()
    if found != str(MAJOR):
        raise StartupError(
            f"{folder} was made by PostgreSQL {found}; this SelfOS brings {MAJOR}.",
            "Start it with the version of SelfOS that made it, export, and import into a new data folder.",
        )
