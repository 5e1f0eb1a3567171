"""Tasks: what is to be done, when, after what, and how often."""

from selfos.features.tasks.queries import Work, read_linked, work_of
from selfos.features.tasks.records import (
    OPEN,
    Attachment,
    Attachments,
    LifeAreas,
    PlannedDay,
    PlannedMoment,
    Task,
    TaskStatus,
)
from selfos.features.tasks.rules import keep_tasks
from selfos.features.tasks.service import actions
from selfos.features.tasks.views import Today, Upcoming
from selfos.kernel.feature import Feature

feature = Feature("tasks", actions=actions, rules=(keep_tasks,))

__all__ = [
    "OPEN",
    "Attachment",
    "Attachments",
    "LifeAreas",
    "PlannedDay",
    "PlannedMoment",
    "Task",
    "TaskStatus",
    "Today",
    "Upcoming",
    "Work",
    "feature",
    "read_linked",
    "work_of",
]
