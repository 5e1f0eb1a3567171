"""Row-level security and rights: which rows the app role sees, and what it may do with them."""

from collections.abc import Iterator

from sqlalchemy import MetaData

from selfos.kernel.schema import INSTALLATION_TABLE, SPACE_TABLE

_IN_SPACE = "space_id = (SELECT nullif(current_setting('selfos.space', true), '')::uuid)"

# Depth against injected SQL: the app role enters a space by SET LOCAL alone and cannot be made to call set_config.
# asyncpg calls it unqualified for `jit` while it looks up types, so a function of that name, found first, allows just
# that. Only a superuser may take the right away: an external database may lack this, and `selfos config check` tells.
_NO_SET_CONFIG = """DO $guard$ BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN RETURN; END IF;
    REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC, {role};
    CREATE OR REPLACE FUNCTION public.set_config(name text, value text, is_local boolean) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $body$ BEGIN
        IF name <> 'jit' THEN
            RAISE insufficient_privilege USING MESSAGE = 'only jit may be set by set_config';
        END IF;
        RETURN pg_catalog.set_config(name, value, is_local);
    END $body$;
    ALTER ROLE {role} SET search_path = public, pg_catalog;
END $guard$"""


def guard_statements(metadata: MetaData, app_role: str) -> Iterator[str]:
    """SQL that makes every declared table what its class promises. Repeating it changes nothing."""
    role = '"' + app_role.replace('"', '""') + '"'
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA public TO {role}"
    yield _NO_SET_CONFIG.format(role=role)
    for table in metadata.sorted_tables:
        yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table.name} TO {role}"
        match table.info.get("class"):
            case "space":
                yield from space_guard(table.name)
            case "installation":
                pass
            case other:
                raise TypeError(f"{table.name} is neither a {SPACE_TABLE} nor an {INSTALLATION_TABLE} table: {other}")


def space_guard(table: str) -> Iterator[str]:
    """SQL that shows a table's rows in their own space alone."""
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    yield f"DROP POLICY IF EXISTS in_space ON {table}"
    yield f"CREATE POLICY in_space ON {table} USING ({_IN_SPACE}) WITH CHECK ({_IN_SPACE})"
