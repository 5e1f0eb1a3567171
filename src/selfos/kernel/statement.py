"""The one statement that writes a unit of work.

It takes the space's counter (an UPDATE, so a row lock), writes every row at the new version, appends the changes and
enqueues the jobs, in a single trip. Its text depends only on which kinds are inserted and updated, so each shape is
prepared once per connection.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy.dialects import postgresql

from selfos.kernel.records import BASE_FIELDS, Kind, Record, registry
from selfos.kernel.schema import changes, jobs, record_table, vectors

_DIALECT: Any = postgresql.dialect  # untyped in the library
_ROW_FIELDS = tuple(name for name in BASE_FIELDS if name != "version")
_CHANGE_COLUMNS = tuple(c.name for c in changes.columns if c.name not in {"space_id", "version"})
_JOB_COLUMNS = ("id", "name", "subject", "run_at")
_VECTOR_COLUMNS = ("kind", "record_id", "model", "sealed")


@dataclass(slots=True)
class Batch:
    """Rows to write, as lists of values in the order of their columns."""

    inserts: dict[str, list[Sequence[Any]]] = field(default_factory=dict)
    updates: dict[str, list[Sequence[Any]]] = field(default_factory=dict)
    changes: list[Sequence[Any]] = field(default_factory=list)
    jobs: list[Sequence[Any]] = field(default_factory=list)
    vectors: list[Sequence[Any]] = field(default_factory=list)

    def shape(self) -> tuple[tuple[str, str], ...]:
        """What the statement's text depends on."""
        parts = [("insert", kind) for kind in sorted(self.inserts)]
        parts += [("update", kind) for kind in sorted(self.updates)]
        parts += [(name, "") for name in ("changes", "jobs", "vectors") if getattr(self, name)]
        return tuple(parts)

    def rows(self, part: tuple[str, str]) -> list[Sequence[Any]]:
        """The rows of one part of the shape."""
        name, kind = part
        if name == "insert":
            return self.inserts[kind]
        if name == "update":
            return self.updates[kind]
        rows: list[Sequence[Any]] = getattr(self, name)
        return rows

    def statement(self, space_id: UUID) -> tuple[str, list[Any]]:
        """SQL and arguments: the space, then one array per column of every part."""
        shape = self.shape()
        arguments: list[Any] = [space_id]
        for part in shape:
            arguments.extend(list(column) for column in zip(*self.rows(part), strict=True))
        return _sql(shape), arguments


def row_values(kind: Kind, record: Record, sealed: bytes) -> tuple[Any, ...]:
    """The values of a record in the order the statement writes them."""
    values = record.__dict__
    return (*(values[n] for n in _ROW_FIELDS), *(values[n] for n in kind.indexed), sealed)


def row_columns(kind: Kind) -> tuple[str, ...]:
    """The columns `row_values` speaks of."""
    return (*_ROW_FIELDS, *kind.indexed, "sealed")


@lru_cache(maxsize=1024)
def _sql(shape: tuple[tuple[str, str], ...]) -> str:
    builder = _Builder()
    for name, kind in shape:
        builder.add(name, kind)
    return builder.sql()


class _Builder:
    """Composes the common table expressions of one shape; every name in it comes from a declaration."""

    def __init__(self) -> None:
        self._parts = [
            "counter AS (UPDATE space_versions SET version = version + 1 WHERE space_id = $1 RETURNING version)"
        ]
        self._arguments = 1

    def add(self, name: str, kind: str) -> None:
        source = {
            "changes": (changes, _CHANGE_COLUMNS),
            "jobs": (jobs, _JOB_COLUMNS),
            "vectors": (vectors, _VECTOR_COLUMNS),
        }
        table, columns = source.get(name) or (record_table(registry[kind]), row_columns(registry[kind]))
        rows = self._unnest([(column, _sql_type(table.c[column].type)) for column in columns])
        body = self._update(table.name, columns, rows) if name == "update" else _insert(table.name, columns, rows)
        self._parts.append(f"{table.name}_{name} AS ({body})")

    def sql(self) -> str:
        return "WITH " + ",\n".join(self._parts) + "\nSELECT version FROM counter"

    def _unnest(self, columns: Sequence[tuple[str, str]]) -> str:
        first = self._arguments + 1
        self._arguments += len(columns)
        arrays = ", ".join(f"${first + i}::{kind}[]" for i, (_, kind) in enumerate(columns))
        return f"unnest({arrays}) AS u({', '.join(name for name, _ in columns)})"

    def _update(self, table: str, columns: Sequence[str], rows: str) -> str:
        assignments = ", ".join(f"{c} = u.{c}" for c in columns if c not in {"id", "created_at"})
        return (
            f"UPDATE {table} AS t SET version = counter.version, {assignments} FROM counter, {rows} "  # noqa: S608
            f"WHERE t.space_id = $1 AND t.id = u.id"
        )


def _insert(table: str, columns: Sequence[str], rows: str) -> str:
    values = ", ".join(f"u.{c}" for c in columns)
    names = ", ".join(columns)
    if table == "jobs":  # asking again for a job that waits or runs makes it run once more, never twice at a time
        return (
            f"INSERT INTO jobs (space_id, {names}) SELECT $1, {values} FROM {rows} "  # noqa: S608
            "ON CONFLICT (space_id, name, subject) DO UPDATE SET wanted = jobs.wanted + 1, failed_at = NULL, "
            "attempts = 0, run_at = LEAST(jobs.run_at, EXCLUDED.run_at)"
        )
    conflict = ""
    if table == "vectors":
        conflict = (
            " ON CONFLICT (space_id, kind, record_id, model) DO UPDATE "
            "SET version = EXCLUDED.version, sealed = EXCLUDED.sealed"
        )
    return (
        f"INSERT INTO {table} (space_id, version, {names}) "  # noqa: S608
        f"SELECT $1, counter.version, {values} FROM counter, {rows}{conflict}"
    )


def _sql_type(column_type: Any) -> str:
    return str(column_type.compile(dialect=_DIALECT()))
