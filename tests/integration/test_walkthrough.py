"""The page on adding a kind of record is true: what it says to write is executed and lived in."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from selfos.app import opened
from selfos.features.catalogue import FEATURES
from selfos.identity import EXTRA
from selfos.kernel.embedded import APP
from selfos.kernel.migrations.guard import guard_statements
from selfos.kernel.records import registry
from selfos.kernel.schema import metadata, record_table
from tests.fixtures.house import House, asgi, house_settings
from tests.fixtures.postgres import Database

PAGE = Path(__file__).parents[2] / "docs" / "add-a-record.md"


@pytest.fixture
def books() -> Any:
    """What the page declares."""
    names: dict[str, Any] = {"__name__": "books"}
    for block in re.findall(r"```python\n(.*?)```", PAGE.read_text(), re.DOTALL):
        exec(block, names)  # noqa: S102 - the page is part of the repository
    yield names
    metadata.remove(record_table(registry["book"]))
    registry.remove("book")


@pytest.fixture
async def library(books: Any, fresh_database: Database, tmp_path: Path) -> AsyncIterator[House]:
    owner = await asyncpg.connect(fresh_database.owner_dsn)
    table = record_table(registry["book"])
    dialect: Any = postgresql.dialect
    await owner.execute(str(CreateTable(table).compile(dialect=dialect())))
    for index in table.indexes:
        await owner.execute(str(CreateIndex(index).compile(dialect=dialect())))
    for statement in guard_statements(metadata, APP):
        await owner.execute(statement)
    await owner.close()
    async with opened(house_settings(fresh_database, tmp_path), (*FEATURES, books["feature"])) as runtime:
        await runtime.extras[EXTRA].ensure_local_owner()
        yield House(runtime, asgi(runtime))


async def test_a_declared_kind_is_stored_found_undone_and_told(library: House) -> None:
    async with await library.register() as person:
        created = await person.post("/books", json={"title": "The Dispossessed", "tags": ["Novel"]})
        assert created.status_code == 201, created.text
        book = created.json()
        finished = (await person.post(f"/books/{book['id']}/finish")).json()
        assert finished["status"] == "read"
        assert [
            b["title"] for b in (await person.get("/books", params={"status": "read", "tag": "novel"})).json()["items"]
        ] == ["The Dispossessed"]
        found = (await person.get("/search", params={"q": "dispossessed", "kinds": "books"})).json()["items"]
        assert [hit["id"] for hit in found] == [book["id"]]
        assert (await person.post("/undo", json={})).status_code == 200
        assert (await person.get(f"/books/{book['id']}")).json()["status"] == "wished"
        history = (await person.get(f"/books/{book['id']}/history")).json()["items"]
        assert [entry["act"] for entry in history] == ["changes.undo", "books.finish", "books.create"]


async def test_its_table_is_guarded_and_its_words_are_sealed(library: House, fresh_database: Database) -> None:
    async with await library.register() as person:
        await person.post("/books", json={"title": "Unreadable Title", "thoughts": "secret opinion"})
    owner = await asyncpg.connect(fresh_database.owner_dsn)
    try:
        guarded = "SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE relname = 'books'"
        assert await owner.fetchval(guarded)
        rows = await owner.fetch("SELECT * FROM books")
    finally:
        await owner.close()
    assert len(rows) == 1
    assert b"Unreadable" not in repr(dict(rows[0])).encode()
