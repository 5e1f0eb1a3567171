"""What devices and the server say to each other. Fields are only ever added; see docs/sync.md."""

from typing import Annotated, Any, Final, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from selfos.kernel.actions import Input, Output
from selfos.kernel.records import to_json
from selfos.surfaces.sync.cursors import Version

MAX_OPS: Final = 500
CursorText = Annotated[str, Field(max_length=8_000, pattern="^[A-Za-z0-9_-]+$")]
Status = Literal["applied", "merged", "duplicate", "rejected"]


def _repeatable(given: dict[str, Any]) -> dict[str, Any]:
    try:
        to_json(given)
    except TypeError as error:
        raise ValueError("must hold no number beyond 64 bits") from error
    return given


class Op(Input):
    """One act of a person, done on the device already."""

    id: UUID = Field(description="Made by the device; the change has it as its id, so it is done at most once, ever")
    action: str = Field(max_length=100, examples=["tasks.update"], description="A writing action by its name")
    input: Annotated[dict[str, Any], AfterValidator(_repeatable)] = Field(
        examples=[{"id": "01890a5d-ac96-774b-bcce-b302099a8057", "title": "Water the roses"}]
    )
    base: Version | None = Field(None, description="The version of the record that the device had")
    space: UUID | None = Field(None, description="The space to act in; that of the request where it is absent")


class Push(Input):
    """What a device did since it last asked, in order."""

    client_id: UUID = Field(description="Names the device in the server's log")
    epoch: CursorText | None = Field(None, description="The cursor it stands at; null before its first bootstrap")
    ops: tuple[Op, ...] = Field(max_length=MAX_OPS)


class Result(Output):
    """What became of an op."""

    id: UUID
    status: Status
    version: int | None = Field(None, description="The version of the space that it made; the base of what follows")
    change_id: UUID | None = Field(None, description="Under which it is found in the history, and undone")
    overwritten: tuple[str, ...] = Field(
        (), description="Fields that somebody else had changed since `base`; their text is kept in the change"
    )
    reason: str | None = Field(None, description="Why it was rejected, in a word: deleted, not-found, forbidden, …")
    problem: dict[str, Any] | None = Field(None, description="The same as problem details (RFC 9457)")
    input: dict[str, Any] | None = Field(None, description="What was rejected, as it was sent")


class Pushed(Output):
    """A result for each op, in the order of the ops."""

    results: list[Result]


class Ask(Input):
    """The next page."""

    cursor: CursorText | None = Field(None, description="As the last page gave it")
    limit: int = Field(500, ge=1, le=2000, description="Changes at least, if there are as many; a unit is never cut")


class SpacePage(Output):
    """What is new in one space: records as they are now, by kind; deleted ones have `deleted_at`."""

    space: UUID
    records: dict[str, list[dict[str, Any]]]
    erased: dict[str, list[UUID]] = Field(description="Records that are gone for good, by kind")


class Page(Output):
    """What a device learns. It stores records and cursor together."""

    spaces: list[SpacePage] = Field([])
    dropped: list[UUID] = Field([], description="Spaces that are no longer the caller's: to be removed from the device")
    reset: bool = Field(False, description="The device is too far off: forget all but the outbox, then bootstrap")
    more: bool = Field(False, description="There is more, to be had by the cursor from the same path")
    filled: float | None = Field(None, ge=0, le=1, description="How much of the bootstrap is delivered, with this page")
    cursor: str | None = Field(None, description="Where the device stands; from a bootstrap's last page on, to pull")
