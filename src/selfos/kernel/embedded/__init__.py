"""PostgreSQL brought along: nothing to install, nothing to configure."""

from selfos.kernel.embedded.server import APP, DATABASE, EmbeddedPostgres
from selfos.kernel.embedded.urls import DatabaseUrls, database_urls

__all__ = ["APP", "DATABASE", "DatabaseUrls", "EmbeddedPostgres", "database_urls"]
