"""Links between records: an id in one record that names another record of the same space."""

from collections.abc import Mapping
from uuid import UUID

from selfos.kernel.errors import Invalid
from selfos.kernel.records import Record, registry
from selfos.kernel.unit import Unit


async def check_links(unit: Unit, record: Record, before: Record | None, kinds: Mapping[str, str]) -> None:
    """Each link that is new in `record` names a record that is there.

    `kinds` tells the kind that each field names, by name, so that a feature may point at one that stands on it.
    A link that was there before stays allowed where its target was deleted since. Raises Invalid, naming the field.
    """
    for field, kind in kinds.items():
        target: UUID | None = getattr(record, field)
        if target is None or target == getattr(before, field, None):
            continue
        if not await unit.get_many(registry[kind].model, [target]):
            raise Invalid(f"there is no {kind.replace('_', ' ')} with the id {target}", field=field)
