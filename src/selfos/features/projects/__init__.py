"""Projects: tasks that belong together."""

from selfos.features.projects.records import Project, ProjectStatus
from selfos.features.projects.service import actions, project_named
from selfos.kernel.feature import Feature

feature = Feature("projects", actions=actions)

__all__ = ["Project", "ProjectStatus", "feature", "project_named"]
