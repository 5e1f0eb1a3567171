"""What can be done with projects."""

from typing import Final

from selfos.features.projects.records import Project, ProjectStatus
from selfos.kernel.crud import crud
from selfos.kernel.unit import Unit

actions = crud(Project.spec)

_USABLE: Final = "SELECT id FROM projects WHERE space_id = $1 AND deleted_at IS NULL AND status = ANY($2) ORDER BY id"


async def project_named(unit: Unit, title: str) -> Project:
    """The oldest project of this title that is not put away, in whatever case; a new one where there is none."""
    connection = await unit.connection()
    rows = await connection.fetch(_USABLE, unit.space_id, [ProjectStatus.ACTIVE, ProjectStatus.PAUSED])
    created = [change.record.id for change in unit.changes]
    for project in await unit.get_many(Project, [*(row["id"] for row in rows), *created]):
        if project.title.casefold() == title.strip().casefold():
            return project
    return unit.create(Project, title=title)
