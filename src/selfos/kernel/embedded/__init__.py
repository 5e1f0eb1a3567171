"""PostgreSQL brought along: nothing to install, nothing to configure."""

from selfos.kernel.embedded.server import APP, DATABASE, EmbeddedPostgres

__all__ = ["APP", "DATABASE", "EmbeddedPostgres"]
