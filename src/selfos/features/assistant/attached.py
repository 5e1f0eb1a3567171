"""What is attached to a message: sources that the person brought in."""

from dataclasses import dataclass
from uuid import UUID

from selfos.features.assistant.turn import Turn
from selfos.features.sources import Source, text_of
from selfos.kernel.errors import NotFound
from selfos.kernel.reading import fetch_plain


@dataclass(frozen=True, slots=True)
class Attached:
    """The text of an attachment."""

    id: UUID
    title: str
    text: str


async def read_attached(turn: Turn) -> list[Attached]:
    """The attachments of the message, in its order. Raises NotFound for one that is not there."""
    ids = turn.question.attachments
    if not ids:
        return []
    turn.principal.require("sources:read")
    runtime, space = turn.runtime, turn.principal.space_id
    async with runtime.database.space(space, read_only=True) as connection:
        rows = await fetch_plain(connection, runtime.sealer, space, Source.spec, ids)
    found = {row["id"]: row for row in rows if row["deleted_at"] is None}
    if missing := [i for i in ids if i not in found]:
        raise NotFound(f"{len(missing)} of the attachments are not there")
    return [Attached(i, found[i]["title"], await text_of(runtime, space, i)) for i in ids]
