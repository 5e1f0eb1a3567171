"""Remembers which build of the product last brought the database up to date, so that most starts need not look again.

The note is the comment on the database itself: it is restored together with what it speaks of.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

import asyncpg

import selfos


def build() -> str:
    """Names the installed program by its files, so that an edited checkout counts as another build (about 5 ms)."""
    root = Path(selfos.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        status = path.stat()
        digest.update(f"{path.relative_to(root)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return f"selfos build {digest.hexdigest()[:16]}"


async def is_migrated(owner_dsn: str) -> bool:
    """Whether this very build was the last to bring the database up to date."""
    connection = await asyncpg.connect(owner_dsn)
    try:
        query = "select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()"
        return bool(await connection.fetchval(query) == build())
    finally:
        await connection.close()


async def note_migrated(owner_dsn: str) -> None:
    """Where the role does not own the database it may not leave a note; then every start looks again."""
    connection = await asyncpg.connect(owner_dsn)
    try:
        with suppress(asyncpg.InsufficientPrivilegeError):
            name = await connection.fetchval("select quote_ident(current_database())")
            await connection.execute(f"comment on database {name} is '{build()}'")
    finally:
        await connection.close()
