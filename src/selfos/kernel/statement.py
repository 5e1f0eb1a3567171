"""The one statement that writes a unit of work.

It takes the space's counter (an UPDATE, so a row lock), writes every row at the new version, appends the changes and
enqueues the jobs, in a single trip. Its text depends only on which kinds are inserted and updated, so each shape is
prepared once per connection.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from selfos.kernel.columns import SQL_TYPES, plain_type
from selfos.kernel.records import Kind, Record, registry

Columns = Mapping[str, type]
"""The columns of rows to write, in order, with the plain types of their values."""

_ROW: Columns = {"id": UUID, "created_at": datetime, "updated_at": datetime, "deleted_at": datetime}
_OTHERS: Mapping[str, Columns] = {
    "changes": {
        "seq": int,
        "unit_id": UUID,
        "at": datetime,
        "actor_kind": str,
        "actor_id": UUID,
        "act": str,
        "undoes": UUID,
        "kind": str,
        "record_id": UUID,
        "op": str,
        "sealed": bytes,
    },
    "jobs": {"id": UUID, "name": str, "subject": UUID, "run_at": datetime},
    "vectors": {"kind": str, "record_id": UUID, "model": str, "sealed": bytes},
}


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
    return (*(values[n] for n in _ROW), *(values[n] for n in kind.indexed), sealed)


def _row_columns(kind: Kind) -> Columns:
    fields = kind.model.model_fields
    return {**_ROW, **{name: plain_type(fields[name].annotation) for name in kind.indexed}, "sealed": bytes}


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
        record_kind = registry[kind] if kind else None
        table = record_kind.table if record_kind else name
        columns = _row_columns(record_kind) if record_kind else _OTHERS[name]
        rows = self._unnest(columns)
        body = self._update(table, columns, rows) if name == "update" else _insert(table, columns, rows)
        self._parts.append(f"{table}_{name} AS ({body})")

    def sql(self) -> str:
        return "WITH " + ",\n".join(self._parts) + "\nSELECT version FROM counter"

    def _unnest(self, columns: Columns) -> str:
        first = self._arguments + 1
        self._arguments += len(columns)
        arrays = ", ".join(f"${first + i}::{SQL_TYPES[plain]}[]" for i, plain in enumerate(columns.values()))
        return f"unnest({arrays}) AS u({', '.join(columns)})"

    def _update(self, table: str, columns: Columns, rows: str) -> str:
        assignments = ", ".join(f"{c} = u.{c}" for c in columns if c not in {"id", "created_at"})
        return (
            f"UPDATE {table} AS t SET version = counter.version, {assignments} FROM counter, {rows} "  # noqa: S608
            f"WHERE t.space_id = $1 AND t.id = u.id"
        )


def _insert(table: str, columns: Columns, rows: str) -> str:
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
