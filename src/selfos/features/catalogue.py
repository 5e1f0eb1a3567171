"""Every feature of the product; importing this declares all their records."""

from collections.abc import Sequence
from typing import Final

from selfos.features import (
    analysis,
    assistant,
    calibration,
    checks,
    embedding,
    feedback,
    goals,
    habits,
    memories,
    models,
    profile,
    projects,
    quick_add,
    saved_filters,
    search,
    sources,
    suggestions,
    tasks,
    thoughts,
)
from selfos.kernel.feature import Feature

_MODULES: Final = (
    *(thoughts, analysis, suggestions, quick_add, tasks, saved_filters, goals, projects, habits),
    *(memories, checks, search, profile, embedding, models, assistant, sources),
    *(calibration, feedback),
)

FEATURES: Final[Sequence[Feature]] = tuple(module.feature for module in _MODULES)
