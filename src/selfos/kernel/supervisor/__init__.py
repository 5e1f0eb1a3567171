"""One command that runs everything, and keeps it running."""

from selfos.kernel.supervisor.supervise import Role, run

__all__ = ["Role", "run"]
