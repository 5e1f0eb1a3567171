"""Goals are tested with the present and the words that tasks are tested with."""

from tests.integration.tasks.conftest import person, present

__all__ = ["person", "present"]
