"""Writes a migration: what the declarations say and the migrations lack. `make migration MESSAGE="Add books"`."""

import asyncio
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import selfos.declared
from selfos.kernel import migrations
from selfos.kernel.embedded import EmbeddedPostgres

VERSIONS = Path(migrations.__file__).parent / "versions"


def main(message: str) -> None:
    """A temporary database is brought to the last migration; the difference becomes the next one."""
    assert selfos.declared.tables  # importing it declared every table
    number = f"{len(list(VERSIONS.glob('[0-9]*.py'))) + 1:04d}"
    folder = Path(tempfile.mkdtemp(prefix="selfos-migration-"))
    server = EmbeddedPostgres(folder)
    server.start()
    try:
        asyncio.run(server.provision("draft"))
        if number != "0001":
            migrations.upgrade_without_guards(server.owner_dsn("draft"))
        migrations.revision(server.owner_dsn("draft"), message, number)
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([str(Path(sys.executable).parent / "ruff"), "format", "-q", str(VERSIONS)], check=True)  # noqa: S603


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]).strip() or sys.exit('say what it does: make migration MESSAGE="Add books"'))
