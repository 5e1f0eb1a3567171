"""What is stored of a project."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from selfos.features.tasks import LifeAreas
from selfos.kernel.fields import Line, Prose, Tags
from selfos.kernel.records import Indexed, Private, Record, SearchSpec


class ProjectStatus(StrEnum):
    """Where a project stands."""

    ACTIVE = "active"
    PAUSED = "paused"
    DONE = "done"
    ARCHIVED = "archived"


Color = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$", examples=["#2f7d5b"])]


class Project(
    Record,
    kind="project",
    plural="projects",
    search=SearchSpec(title="title", text=("notes",), keys=("tags", "life_areas", "status")),
):
    """A list of tasks that belong together."""

    title: Private[Line]
    notes: Private[Prose] = ""
    status: Indexed[ProjectStatus] = ProjectStatus.ACTIVE
    life_areas: Private[LifeAreas] = ()
    tags: Private[Tags] = ()
    color: Private[Color | None] = None
