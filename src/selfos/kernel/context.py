"""What an action has in hand while it runs."""

from dataclasses import dataclass
from uuid import UUID

from selfos.kernel.errors import PreconditionFailed
from selfos.kernel.principal import Principal
from selfos.kernel.records import Record
from selfos.kernel.runtime import Runtime
from selfos.kernel.unit import Unit


@dataclass(frozen=True, slots=True)
class Context:
    """What a running action has in hand. A reading action has no unit."""

    runtime: Runtime
    principal: Principal
    opened: Unit | None = None
    if_match: int | None = None

    @property
    def unit(self) -> Unit:
        """The unit of work of a writing action."""
        if self.opened is None:
            raise TypeError("a reading action has no unit of work")
        return self.opened

    @property
    def space_id(self) -> UUID:
        """The space the caller acts in."""
        return self.principal.space_id

    def check_match(self, record: Record) -> None:
        """Raises PreconditionFailed where the caller insisted on another version of the record."""
        if self.if_match is not None and record.version != self.if_match:
            raise PreconditionFailed(f"the record is at version {record.version}, not {self.if_match}")
