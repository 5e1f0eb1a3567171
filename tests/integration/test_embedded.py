"""The bundled PostgreSQL: private, durable, and started again whatever was left behind."""

import asyncio
import os
import signal
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from selfos.kernel.config.settings import Settings
from selfos.kernel.config.startup import StartupError
from selfos.kernel.embedded import EmbeddedPostgres, account, database_urls
from selfos.kernel.embedded.account import Account
from selfos.kernel.embedded.folders import SOCKET_NAME, private_folder, socket_folder
from tests.fixtures.waiting import alive, until

linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's parent-death signal and capabilities")
root = pytest.mark.skipif(os.geteuid() != 0, reason="changes accounts, which only root may")


def ask(dsn: str, query: str) -> object:
    async def run() -> object:
        connection = await asyncpg.connect(dsn)
        try:
            return await connection.fetchval(query)
        finally:
            await connection.close()

    return asyncio.run(run())


def cluster_pid(server: EmbeddedPostgres) -> int:
    return int((server.cluster / "postmaster.pid").read_text().split("\n", 1)[0])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a provisioned cluster that is not running, to copy from; its path is long and has spaces."""
    data = tmp_path_factory.mktemp("data") / ("a long name with spaces " * 5).strip()
    data.mkdir(mode=0o700)
    server = EmbeddedPostgres(data)
    server.start()
    try:
        asyncio.run(server.provision())
        ask(server.owner_dsn(), "create table kept (word text)")
        ask(server.owner_dsn(), "insert into kept values ('yes')")
    finally:
        server.stop()
    return data


@pytest.fixture
def server(made: Path, tmp_path: Path) -> Iterator[EmbeddedPostgres]:
    data = tmp_path / "my data"
    subprocess.run(["cp", "-a", made, data], check=True)
    server = EmbeddedPostgres(data)
    yield server
    server.stop()


def test_starts_again_with_what_it_held(server: EmbeddedPostgres):
    for _ in range(2):
        server.start()
        asyncio.run(server.provision())
        assert ask(server.owner_dsn(), "select word from kept") == "yes"
        server.stop()


def test_is_durable_and_deaf_to_the_network(server: EmbeddedPostgres):
    server.start()
    wanted = {
        "fsync": "on",
        "synchronous_commit": "on",
        "full_page_writes": "on",
        "data_checksums": "on",
        "listen_addresses": "",
        "server_encoding": "UTF8",
    }
    assert {name: ask(server.owner_dsn(), f"show {name}") for name in wanted} == wanted


def test_folders_are_private(server: EmbeddedPostgres):
    server.start()
    for folder in (server.cluster, server.sockets):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert folder.stat().st_uid == server.account.uid != 0
    assert stat.S_IMODE((server.sockets / SOCKET_NAME).stat().st_mode) == 0o700


def test_password_is_asked_for(server: EmbeddedPostgres):
    server.start()
    with pytest.raises(asyncpg.InvalidPasswordError):
        ask(f"postgresql://selfos_owner:wrong@/selfos?host={server.sockets}", "select 1")


def test_app_role_owns_nothing_and_obeys_row_level_security(server: EmbeddedPostgres):
    server.start()
    powers = """select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication
        from pg_roles where rolname = current_user"""
    assert ask(server.app_dsn(), powers) is False
    assert ask(server.owner_dsn(), "select count(*) from pg_class where relowner = 'selfos_app'::regrole") == 0
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        ask(server.app_dsn(), "create table public.mine (x int)")


def test_other_processes_find_it_by_the_keystore(server: EmbeddedPostgres):
    server.start()
    urls = database_urls(Settings(data=server.data))
    assert ask(urls.app, "select current_user") == "selfos_app"
    assert ask(urls.owner, "select current_user") == "selfos_owner"


def test_never_started_database_is_said_so(tmp_path: Path):
    with pytest.raises(StartupError, match="database_url"):
        database_urls(Settings(data=tmp_path))


def test_log_keeps_private_text_out(server: EmbeddedPostgres):
    server.start()
    for statement in ("select 'canary-7f3a'::int", "canary-7f3a", "insert into kept values ('canary-7f3a', 1)"):
        with pytest.raises(asyncpg.PostgresError):
            ask(server.owner_dsn(), statement)
    ask(server.owner_dsn(), "do $$ begin raise warning 'canary-7f3a'; end $$")
    server.stop()
    assert "canary-7f3a" not in server.log.read_text()


def test_recovers_after_kill(server: EmbeddedPostgres):
    server.start()
    ask(server.owner_dsn(), "update kept set word = 'still'")
    os.kill(cluster_pid(server), signal.SIGKILL)
    assert server.process is not None
    server.process.wait(10)
    server.start()
    assert ask(server.owner_dsn(), "select word from kept") == "still"


def test_believes_no_stale_process_number(server: EmbeddedPostgres):
    stale = f"{os.getpid()}\n{server.cluster}\n0\n5432\n\n\n\nready\n"
    (server.cluster / "postmaster.pid").write_text(stale)
    server.start()
    assert ask(server.owner_dsn(), "select word from kept") == "yes"
    assert cluster_pid(server) != os.getpid()


def test_ends_a_server_that_lost_its_supervisor(server: EmbeddedPostgres):
    server.start()
    lost, first = server.process, cluster_pid(server)
    server.start()
    assert lost is not None
    assert lost.wait(10) == 0
    assert cluster_pid(server) != first
    assert ask(server.owner_dsn(), "select word from kept") == "yes"


@linux
def test_sessions_of_a_killed_server_are_awaited(server: EmbeddedPostgres):
    """One that is busy does not notice; a stopped one stands in for it."""
    server.start()
    asyncio.run(_kill_under(server))
    assert ask(server.owner_dsn(), "select word from kept") == "yes"


async def _kill_under(server: EmbeddedPostgres) -> None:
    connection = await asyncpg.connect(server.owner_dsn())
    session = int(await connection.fetchval("select pg_backend_pid()"))
    os.kill(session, signal.SIGSTOP)
    os.kill(cluster_pid(server), signal.SIGKILL)
    assert server.process is not None
    server.process.wait(10)
    threading.Timer(0.5, os.kill, (session, signal.SIGCONT)).start()
    await asyncio.to_thread(server.prepare)
    assert not alive(session)
    connection.terminate()
    server.start()


@linux
def test_dies_with_its_parent(server: EmbeddedPostgres):
    script = (
        "import sys; from pathlib import Path; from selfos.kernel.embedded import EmbeddedPostgres\n"
        "server = EmbeddedPostgres(Path(sys.argv[1])); server.start(); print('up', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, server.data], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"up\n"
        pid = cluster_pid(server)
        assert alive(pid)
        parent.kill()
        until(lambda: not alive(pid))
    server.start()


def test_set_up_that_was_cut_off_is_repeated(tmp_path: Path):
    (tmp_path / "postgres.new" / "base").mkdir(parents=True)
    (tmp_path / "postgres.password").write_text("left behind")
    server = EmbeddedPostgres(tmp_path)
    try:
        server.start()
    finally:
        server.stop()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["keystore", "logs", "postgres"]


def test_cluster_of_another_version_is_refused(tmp_path: Path):
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "PG_VERSION").write_text("17\n")
    with pytest.raises(StartupError, match="PostgreSQL 17"):
        EmbeddedPostgres(tmp_path).start()


def test_data_folder_that_cannot_be_written(tmp_path: Path):
    (tmp_path / "postgres.new").write_text("in the way")
    with pytest.raises(StartupError, match="cannot be used as a folder"):
        EmbeddedPostgres(tmp_path).start()


def test_failure_tells_the_servers_own_reason(server: EmbeddedPostgres):
    server.parameters = {"shared_buffers": "nonsense"}
    with pytest.raises(StartupError, match="shared_buffers"):
        server.start()


def test_socket_folder_refuses_a_link(tmp_path: Path):
    ours = Account(os.geteuid(), os.getegid())
    with tempfile.TemporaryDirectory() as short:  # the names of pytest's own folders are too long for a socket
        expected = socket_folder(tmp_path / "data", ours, Path(short))
        expected.rmdir()
        expected.symlink_to(tmp_path)
        with pytest.raises(StartupError, match="cannot be used as a folder"):
            socket_folder(tmp_path / "data", ours, Path(short))


@root
def test_folder_of_another_account_is_refused(tmp_path: Path):
    (tmp_path / "theirs").mkdir()
    os.chown(tmp_path / "theirs", 12345, 12345)
    with pytest.raises(StartupError, match="belongs to another account"):
        private_folder(tmp_path / "theirs", Account(0, 0))


def test_socket_path_that_is_too_long(tmp_path: Path):
    with pytest.raises(StartupError, match="XDG_RUNTIME_DIR"):
        socket_folder(tmp_path, Account(os.geteuid(), os.getegid()), tmp_path / ("x" * 100))


@linux
@root
def test_root_lends_an_account_with_one_capability_at_most(server: EmbeddedPostgres):
    server.start()
    status = dict(line.split(":\t", 1) for line in Path(f"/proc/{cluster_pid(server)}/status").read_text().splitlines())
    assert status["Uid"].split() == [str(server.account.uid)] * 4
    assert status["Groups"].strip() == ""
    assert int(status["CapEff"], 16) == int(status["CapPrm"], 16) == (4 if server.account.read_search else 0)


@root
def test_root_without_that_capability_opens_its_own_folder_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(account, "_may_keep_read_search", lambda: False)
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    closed = {data}
    monkeypatch.setattr(account, "unreachable", lambda *_: closed)
    assert Account.choose(data).read_search is False
    assert stat.S_IMODE(data.stat().st_mode) == 0o711
    closed.add(tmp_path)
    mode = tmp_path.stat().st_mode
    with pytest.raises(StartupError, match="ordinary user") as raised:
        Account.choose(data)
    assert str(tmp_path) in str(raised.value)
    assert tmp_path.stat().st_mode == mode
