from pathlib import Path

import pytest
from sqlalchemy import Column, Text

from selfos.kernel import migrations
from selfos.kernel.embedded import APP
from selfos.kernel.schema import metadata, space_table
from tests.fixtures.postgres import Database


def test_the_migrations_make_exactly_the_declared_tables(fresh_database: Database) -> None:
    assert migrations.drift(fresh_database.owner_dsn) == []


def test_a_declaration_without_a_migration_is_noticed(fresh_database: Database) -> None:
    table = space_table("never_migrated", Column("word", Text), key=())
    try:
        assert [difference[0] for difference in migrations.drift(fresh_database.owner_dsn)] == ["add_table"]
    finally:
        metadata.remove(table)


def test_upgrading_twice_changes_nothing(fresh_database: Database) -> None:
    migrations.upgrade(fresh_database.owner_dsn, APP)
    assert migrations.drift(fresh_database.owner_dsn) == []


@pytest.mark.parametrize(
    "file", sorted((Path(migrations.__file__).parent / "versions").glob("*.py")), ids=lambda f: f.stem
)
def test_migrations_are_numbered_in_order(file: Path) -> None:
    assert file.stem[:4].isdigit()
