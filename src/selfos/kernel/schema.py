"""The tables, in two classes and no third.

Space tables carry `space_id` first in every key and stand under row-level security. Installation tables hold ids,
times, keyed hashes and sealed bytes only.
"""

from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Double,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.types import TypeEngine

from selfos.kernel.columns import is_nullable, plain_type
from selfos.kernel.records import Kind, registry

SPACE_TABLE: Final = "space"
INSTALLATION_TABLE: Final = "installation"

metadata: Final = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"})


def instant() -> TIMESTAMP:
    """A point in time, in UTC."""
    return TIMESTAMP(timezone=True)


def space_table(name: str, *columns: Any, key: tuple[str, ...]) -> Table:
    """A table of the first class: leads with `space_id`, stands under row-level security."""
    return Table(
        name,
        metadata,
        Column("space_id", Uuid, nullable=False),
        *columns,
        PrimaryKeyConstraint("space_id", *key),
        info={"class": SPACE_TABLE},
    )


def installation_table(name: str, *columns: Any) -> Table:
    """A table of the second class: no private text in clear, reached through `identity` and `kernel.jobs` only."""
    return Table(name, metadata, *columns, info={"class": INSTALLATION_TABLE})


space_versions = space_table("space_versions", Column("version", BigInteger, nullable=False), key=())

changes = space_table(
    "changes",
    Column("version", BigInteger, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("unit_id", Uuid, nullable=False),
    Column("at", instant(), nullable=False),
    Column("actor_kind", Text, nullable=False),
    Column("actor_id", Uuid),
    Column("act", Text, nullable=False),
    Column("undoes", Uuid),
    Column("kind", Text, nullable=False),
    Column("record_id", Uuid, nullable=False),
    Column("op", Text, nullable=False),
    Column("sealed", LargeBinary),
    Index(None, "space_id", "record_id", "version"),
    Index(None, "space_id", "unit_id"),
    Index("ix_changes_undoes", "space_id", "undoes", postgresql_where=text("undoes IS NOT NULL")),
    Index("ix_changes_erased", "space_id", "record_id", postgresql_where=text("op = 'erase'")),
    key=("version", "seq"),
)

vectors = space_table(
    "vectors",
    Column("kind", Text, nullable=False),
    Column("record_id", Uuid, nullable=False),
    Column("model", Text, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index(None, "space_id", "version"),
    key=("kind", "record_id", "model"),
)

space_embeddings = space_table(
    "space_embeddings",
    Column("model", Text, nullable=False),
    Column("store", Text),
    Column("carried", BigInteger, nullable=False),
    key=(),
)

index_snapshots = space_table(
    "index_snapshots",
    Column("version", BigInteger, nullable=False),
    Column("made_at", instant(), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    key=(),
)

idempotency = space_table(
    "idempotency",
    Column("account_id", Uuid, nullable=False),
    Column("key_hash", LargeBinary, nullable=False),
    Column("body_hash", LargeBinary, nullable=False),
    Column("at", instant(), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index(None, "space_id", "at"),
    key=("account_id", "key_hash"),
)

jobs = installation_table(
    "jobs",
    Column("id", Uuid, primary_key=True),
    Column("space_id", Uuid, nullable=False),
    Column("name", Text, nullable=False),
    Column("subject", Uuid, nullable=False),
    Column("wanted", Integer, nullable=False, server_default="1"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("run_at", instant(), nullable=False),
    Column("lease_until", instant()),
    Column("lease_by", Uuid),
    Column("failed_at", instant()),
    Column("error", Text),
    Index("uq_jobs_subject", "space_id", "name", "subject", unique=True),
    Index("ix_jobs_due", "run_at"),
)

_COLUMN_TYPES: Final[dict[type, type[TypeEngine[Any]] | TypeEngine[Any]]] = {
    bool: Boolean,
    int: BigInteger,
    float: Double,
    str: Text,
    UUID: Uuid,
    date: Date,
    datetime: instant(),
}

_WORTH_AN_INDEX: Final = frozenset({UUID, date, datetime, float})
"""A status or a count tells few records apart: lists that filter by one are read in the order of their time."""


def record_table(kind: Kind) -> Table:
    """The table of a declared kind; made once."""
    if kind.table in metadata.tables:
        return metadata.tables[kind.table]
    fields = kind.model.model_fields
    clear = [_column(name, fields[name].annotation) for name in kind.indexed]
    table = space_table(
        kind.table,
        Column("id", Uuid, nullable=False),
        Column("version", BigInteger, nullable=False),
        Column("created_at", instant(), nullable=False),
        Column("updated_at", instant(), nullable=False),
        Column("deleted_at", instant()),
        *clear,
        Column("sealed", LargeBinary, nullable=False),
        key=("id",),
    )
    Index(None, table.c.space_id, table.c.version)
    found_by = [n for n in kind.indexed if plain_type(fields[n].annotation) in _WORTH_AN_INDEX]
    for column in ("created_at", *found_by):
        _index(table, column)
    return table


def declare_all() -> MetaData:
    """The metadata with the tables of every declared kind."""
    for kind in registry.all():
        record_table(kind)
    return metadata


def _column(name: str, annotation: Any) -> Column[Any]:
    return Column(name, _COLUMN_TYPES[plain_type(annotation)], nullable=is_nullable(annotation))


def _index(table: Table, name: str) -> None:
    """For finding by a time or another record, and for ordering; empty fields cost nothing."""
    column = table.c[name]
    where = column.is_not(None) if column.nullable else None
    Index(None, table.c.space_id, column, table.c.id, postgresql_where=where)
