"""Row-level security and rights: which rows the app role sees, and what it may do with them."""

from collections.abc import Iterator

from sqlalchemy import MetaData

from selfos.kernel.schema import INSTALLATION_TABLE, SPACE_TABLE

_IN_SPACE = "space_id = (SELECT nullif(current_setting('selfos.space', true), '')::uuid)"


def guard_statements(metadata: MetaData, app_role: str) -> Iterator[str]:
    """SQL that makes every declared table what its class promises. Repeating it changes nothing."""
    role = '"' + app_role.replace('"', '""') + '"'
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA public TO {role}"
    for table in metadata.sorted_tables:
        yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table.name} TO {role}"
        match table.info.get("class"):
            case "space":
                yield from _space_guard(table.name)
            case "installation":
                pass
            case other:
                raise TypeError(f"{table.name} is neither a {SPACE_TABLE} nor an {INSTALLATION_TABLE} table: {other}")


def _space_guard(table: str) -> Iterator[str]:
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    yield f"DROP POLICY IF EXISTS in_space ON {table}"
    yield f"CREATE POLICY in_space ON {table} USING ({_IN_SPACE}) WITH CHECK ({_IN_SPACE})"
