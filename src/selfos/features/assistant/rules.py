"""What must hold of cards, whoever writes."""

from typing import Final

from selfos.features.assistant.records import Card, CardState
from selfos.kernel.unit import Unit

_CARDS_OF: Final = "SELECT id FROM cards WHERE space_id = $1 AND (change_id = $2 OR undone_by = $2)"


async def follow_undo(unit: Unit) -> None:
    """A card is undone when its change is, and done again when that undo is undone."""
    if unit.undoes is None:
        return
    connection = await unit.connection()
    rows = await connection.fetch(_CARDS_OF, unit.space_id, unit.undoes)
    for card in await unit.get_many(Card, [row["id"] for row in rows]):
        if card.change_id == unit.undoes:
            unit.update(card, state=CardState.UNDONE, undone_by=unit.id)
        else:
            unit.update(card, state=CardState.DONE, change_id=unit.id, undone_by=None)
