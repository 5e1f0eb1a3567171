"""The database and the app's role inside a running server."""

import asyncpg

from selfos.kernel.config.startup import StartupError


async def provision(
    maintenance_dsn: str, database: str, app_role: str, app_password: str, *, template: str = "template1"
) -> None:
    """Makes what is missing; may be repeated. Names are ours, the password has only letters, digits, `-` and `_`."""
    try:
        connection = await asyncpg.connect(maintenance_dsn)
    except asyncpg.InvalidPasswordError:
        raise StartupError(
            "The database does not accept the password in the keystore.",
            "Put the keystore folder of this data back in its place.",
        ) from None
    try:
        if not await connection.fetchval("select 1 from pg_roles where rolname = $1", app_role):
            await connection.execute(f'create role "{app_role}" nosuperuser nobypassrls nocreatedb nocreaterole login')
        await connection.execute(f"alter role \"{app_role}\" password '{app_password}'")
        if not await connection.fetchval("select 1 from pg_database where datname = $1", database):
            await connection.execute(f'create database "{database}" template "{template}"')
            await connection.execute(f'revoke all on database "{database}" from public')
        await connection.execute(f'grant connect on database "{database}" to "{app_role}"')
    finally:
        await connection.close()
