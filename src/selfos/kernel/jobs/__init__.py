"""Background work in PostgreSQL."""
