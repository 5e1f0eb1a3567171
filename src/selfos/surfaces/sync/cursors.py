"""Where a device stands: an opaque cursor that proves itself against the server's own log.

For each space it holds a version and the epoch there: the id of the last change up to that version. A server that was
restored from a backup and went on has another change at that place, however it was restored, so the cursor is refused
without anything having been kept outside the backup or written down by whoever restored it.
"""

import base64
import binascii
from datetime import datetime
from typing import Annotated, Final, NamedTuple, Self
from uuid import UUID

import asyncpg
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from selfos.kernel.errors import BadRequest

Version = Annotated[int, Field(ge=0, lt=2**62)]

_STANDING: Final = """SELECT v.version, (SELECT unit_id FROM changes WHERE space_id = $1 ORDER BY version DESC LIMIT 1)
    FROM space_versions AS v WHERE v.space_id = $1"""
_CHECK: Final = """SELECT v.version >= $2 AND $3 IS NOT DISTINCT FROM (
        SELECT unit_id FROM changes WHERE space_id = $1 AND version <= $2 ORDER BY version DESC LIMIT 1
    ) FROM space_versions AS v WHERE v.space_id = $1"""
_MISSED: Final = "SELECT at FROM changes WHERE space_id = $1 AND version > $2 ORDER BY version LIMIT 1"


class Mark(NamedTuple):
    """A place in the log of one space."""

    version: Version = 0
    epoch: UUID | None = None


class Place(NamedTuple):
    """How far a bootstrap has come: in this space, all from this version on is delivered."""

    space: UUID
    below: Version


class Cursor(BaseModel):
    """A mark in each space; `left` only while a bootstrap is under way."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    marks: dict[UUID, Mark] = {}
    left: Place | None = None

    def text(self) -> str:
        """As devices keep it."""
        return base64.urlsafe_b64encode(self.model_dump_json().encode()).decode().rstrip("=")

    @classmethod
    def parse(cls, text: str, field: str = "cursor") -> Self:
        """Raises BadRequest for what is no cursor."""
        try:
            return cls.model_validate_json(base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True))
        except (ValidationError, ValueError, binascii.Error) as error:
            raise BadRequest("this is not a cursor that was given here", field=field) from error


async def standing(connection: asyncpg.Connection, space_id: UUID) -> Mark:
    """Where the space stands now."""
    row = await connection.fetchrow(_STANDING, space_id)
    return Mark(*row) if row else Mark()


async def follows(connection: asyncpg.Connection, space_id: UUID, mark: Mark) -> bool:
    """Whether the log of today goes on from this mark."""
    return bool(await connection.fetchval(_CHECK, space_id, *mark))


async def missed_since(connection: asyncpg.Connection, space_id: UUID, mark: Mark) -> datetime | None:
    """When the first change after this mark was made."""
    at: datetime | None = await connection.fetchval(_MISSED, space_id, mark.version)
    return at
