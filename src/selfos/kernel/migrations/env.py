"""Alembic's entry: runs on the connection that `selfos.kernel.migrations` opened."""

from alembic import context

from selfos.kernel.schema import declare_all

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=declare_all(),
    compare_type=True,
    compare_server_default=True,
)
context.run_migrations()
